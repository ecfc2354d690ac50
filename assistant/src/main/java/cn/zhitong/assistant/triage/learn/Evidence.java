package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What one training set says about how much an appeal looks like each class, kind by kind. */
final class Evidence {
  /** Kinds of evidence, in the order of {@link #of}'s columns. */
  enum Kind {
    MARGIN,
    CENTROID,
    NEIGHBOURS,
    NEAREST,
    NAME,
    EXEMPLARS,
    // From here on for the forest alone: most say something only together with another.
    ROWS,
    AREA_MARGIN,
    FUNCTION_MARGIN,
    AREA_NEIGHBOURS,
    FUNCTION_NEIGHBOURS,
    AREA_NAMED,
    OTHER_AREA_NAMED,
    CITY_WIDE,
    FUNCTION_RUN,
    NAME_RUN,
    NAME_IN_TITLE,
    STREET_NAMED,
    NAME_MEANING,
    FUNCTION_MEANING;

    /** How many, from the first on, {@link Stack} weighs. */
    static final int STACKED = 6;
  }

  /** Margins that share out a probability of 1 as their exponentials, for sums over areas. */
  private static final double MARGIN_SHARPNESS = 6;

  private static final int NEAREST = 30;

  /** How fast a past case counts less as it is less similar; by cross-validation. */
  private static final double SHARPNESS = 10;

  /** Weight of the embedding beside text features of norm 1.4. */
  private static final float VECTOR_WEIGHT = 1.5f;

  private static final float ACTS_WEIGHT = .4f;

  private final Options options;
  private final List<String> labels;
  private final FeatureSpace space;
  private final OneVsRest svm;
  private final Centroids centroids;
  private final Neighbours neighbours;
  private final float[] rows; // logarithm of each class's number of past cases
  private final NameMatch names;
  private final Jurisdiction jurisdiction;
  private final NameMeaning meaning; // null for categories
  private final Exemplars exemplars; // null for departments

  /**
   * @param longest longest character n-gram
   * @param wordPairs whether pairs of words are features
   * @param speechActs whether what the appeal does is a feature: for categories
   * @param cost the SVM's C
   * @param trees weight of {@link Forest} against {@link Stack}: of two or three classes both know
   *     about the same and err on different appeals
   */
  record Options(int longest, boolean wordPairs, boolean speechActs, double cost, double trees) {
    static final Options CATEGORY = new Options(3, true, true, .3, .5);
    static final Options DEPARTMENT = new Options(2, false, false, .3, 1);
  }

  private Evidence(
      Options options,
      List<String> labels,
      FeatureSpace space,
      OneVsRest svm,
      Centroids centroids,
      Neighbours neighbours,
      float[] rows,
      Jurisdiction jurisdiction,
      NameMeaning meaning,
      Exemplars exemplars) {
    this.options = options;
    this.labels = labels;
    this.space = space;
    this.svm = svm;
    this.centroids = centroids;
    this.neighbours = neighbours;
    this.rows = rows;
    this.names = new NameMatch(labels);
    this.jurisdiction = jurisdiction;
    this.meaning = meaning;
    this.exemplars = exemplars;
  }

  /**
   * @param exemplars for categories, else null
   * @param embed for departments, else null: unit vectors of their names
   */
  static Evidence train(
      List<Document> documents,
      int[] labelOf,
      List<String> labels,
      Options options,
      Exemplars exemplars,
      Function<List<String>, List<float[]>> embed) {
    FeatureSpace space = FeatureSpace.fit(documents, options.longest(), options.wordPairs());
    List<Sparse> texts = new ArrayList<>();
    List<float[]> denses = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (Document document : documents) {
      texts.add(space.vector(document));
      denses.add(dense(document, options));
      vectors.add(document.vector());
    }
    int classes = labels.size();
    return new Evidence(
        options,
        labels,
        space,
        OneVsRest.train(texts, denses, labelOf, classes, space.size(), options.cost()),
        Centroids.of(texts, labelOf, classes, space.size()),
        Neighbours.of(vectors, labelOf),
        rows(labelOf, classes),
        new Jurisdiction(labels, Jurisdiction.trust(documents, labelOf, labels)),
        embed == null ? null : NameMeaning.of(vectors, labels, embed),
        exemplars);
  }

  private static float[] rows(int[] labelOf, int classes) {
    float[] rows = new float[classes];
    for (int label : labelOf) {
      rows[label]++;
    }
    for (int c = 0; c < classes; c++) {
      rows[c] = (float) Math.log(rows[c] + .3);
    }
    return rows;
  }

  /** What the forest looks at of the appeal itself: for categories what it does. */
  float[] ofAppeal(Document document) {
    return options.speechActs() ? SpeechActs.of(document) : new float[0];
  }

  private static float[] dense(Document document, Options options) {
    float[] vector = document.vector();
    float[] acts = options.speechActs() ? SpeechActs.of(document) : new float[0];
    float[] dense = Arrays.copyOf(vector, vector.length + acts.length);
    for (int i = 0; i < vector.length; i++) {
      dense[i] *= VECTOR_WEIGHT;
    }
    for (int i = 0; i < acts.length; i++) {
      dense[vector.length + i] = acts[i] * ACTS_WEIGHT;
    }
    return dense;
  }

  List<String> labels() {
    return labels;
  }

  /** classes × kinds. */
  float[][] of(Document document) {
    Sparse text = space.vector(document);
    double[] margins = svm.margins(text, dense(document, options));
    double[] cosines = centroids.cosines(text);
    double[] shares = names.shares(document);
    float[][] evidence = new float[labels.size()][Kind.values().length];
    for (int c = 0; c < evidence.length; c++) {
      evidence[c][Kind.MARGIN.ordinal()] = (float) Math.max(-3, Math.min(3, margins[c]));
      evidence[c][Kind.CENTROID.ordinal()] = (float) cosines[c];
      evidence[c][Kind.NAME.ordinal()] = (float) shares[c];
      evidence[c][Kind.ROWS.ordinal()] = rows[c];
    }
    double[] near = nearest(document, evidence);
    if (meaning != null) {
      jurisdiction.look(document, evidence);
      jurisdiction.together(near, Kind.AREA_NEIGHBOURS, Kind.FUNCTION_NEIGHBOURS, evidence);
      jurisdiction.together(sharedOut(margins), Kind.AREA_MARGIN, Kind.FUNCTION_MARGIN, evidence);
      meaning.look(document, evidence);
    }
    if (exemplars != null) {
      double[] probabilities = exemplars.probabilities(document);
      for (int c = 0; c < evidence.length; c++) {
        evidence[c][Kind.EXEMPLARS.ordinal()] =
            (float) exemplars.logProbability(probabilities, labels.get(c));
      }
    }
    return evidence;
  }

  private static double[] sharedOut(double[] margins) {
    double[] shares = new double[margins.length];
    for (int c = 0; c < shares.length; c++) {
      shares[c] = MARGIN_SHARPNESS * margins[c];
    }
    Softmax.toProbabilities(shares);
    return shares;
  }

  /** Returns each class's share of the nearest past cases. */
  private double[] nearest(Document document, float[][] evidence) {
    List<Neighbours.Near> near = neighbours.nearest(document.vector(), NEAREST);
    double[] share = new double[evidence.length];
    double total = 0;
    for (Neighbours.Near n : near) {
      double weight = Math.exp(SHARPNESS * (n.cosine() - near.get(0).cosine()));
      share[n.label()] += weight;
      total += weight;
      float[] own = evidence[n.label()];
      own[Kind.NEAREST.ordinal()] = Math.max(own[Kind.NEAREST.ordinal()], (float) n.cosine());
    }
    for (int c = 0; c < evidence.length; c++) {
      share[c] /= total;
      evidence[c][Kind.NEIGHBOURS.ordinal()] = (float) Math.log(share[c] + 1e-3);
    }
    return share;
  }

  List<Neighbours.Near> similar(Document document, int count) {
    return neighbours.nearest(document.vector(), count);
  }

  /** The words of the text that speak most for a class, best first. */
  List<String> tellingWords(Document document, int wanted, int count) {
    record Weighed(String word, double weight) {}
    return document.words().stream()
        .distinct()
        .filter(word -> word.length() > 1 && space.ofWord(word) >= 0)
        .map(word -> new Weighed(word, svm.weight(space.ofWord(word), wanted)))
        .filter(weighed -> weighed.weight() > 0)
        .sorted(java.util.Comparator.comparingDouble(Weighed::weight).reversed())
        .limit(count)
        .map(Weighed::word)
        .toList();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(options.longest());
    out.writeBoolean(options.wordPairs());
    out.writeBoolean(options.speechActs());
    out.writeDouble(options.cost());
    out.writeDouble(options.trees());
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    space.write(out);
    svm.write(out);
    centroids.write(out);
    neighbours.write(out);
    Floats.write(out, rows);
    Floats.write(out, jurisdiction.trust());
    out.writeBoolean(meaning != null);
    if (meaning != null) {
      meaning.write(out);
    }
    out.writeBoolean(exemplars != null);
    if (exemplars != null) {
      exemplars.write(out);
    }
  }

  static Evidence read(DataInput in) throws IOException {
    Options options =
        new Options(
            in.readInt(), in.readBoolean(), in.readBoolean(), in.readDouble(), in.readDouble());
    List<String> labels = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      labels.add(in.readUTF());
    }
    return new Evidence(
        options,
        List.copyOf(labels),
        FeatureSpace.read(in),
        OneVsRest.read(in),
        Centroids.read(in),
        Neighbours.read(in),
        Floats.read(in),
        new Jurisdiction(labels, Floats.read(in)),
        in.readBoolean() ? NameMeaning.read(in) : null,
        in.readBoolean() ? Exemplars.read(in) : null);
  }
}
