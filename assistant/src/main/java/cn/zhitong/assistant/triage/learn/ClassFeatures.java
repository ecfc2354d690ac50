package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What one training set says about how much an appeal looks like each class, kind by kind. */
final class ClassFeatures {
  /** Kinds of evidence, in the order of {@link #of}'s columns. */
  enum Kind {
    MARGIN,
    CENTROID,
    NEIGHBOURS,
    NEAREST,
    NAME,
    EXEMPLARS,
    AREA,
    FUNCTION,
    KERNEL,
    KERNEL_AREA,
    KERNEL_FUNCTION,
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

    /** How many, from the first on, {@link StackingModel} weighs. */
    static final int STACKED = 11;
  }

  /** Margins that share out a probability of 1 as their exponentials, for sums over areas. */
  private static final double MARGIN_SHARPNESS = 6;

  private static final int NEAREST = 30;

  /** How fast a past case counts less as it is less similar; by cross-validation. */
  private static final double SHARPNESS = 10;

  private final List<String> labels;
  private final FeatureExtractor reading;
  private final Regressions regressions; // null while folds are trained
  private final Centroids centroids;
  private final Neighbours neighbours;
  private final float[] rows; // logarithm of each class's number of past cases
  private final NameMatch names;
  private final Jurisdiction jurisdiction;
  private final NameMeaning meaning; // null for categories
  private final Exemplars exemplars; // null for departments

  private ClassFeatures(
      List<String> labels,
      FeatureExtractor reading,
      Regressions regressions,
      Centroids centroids,
      Neighbours neighbours,
      float[] rows,
      Jurisdiction jurisdiction,
      NameMeaning meaning,
      Exemplars exemplars) {
    this.labels = labels;
    this.reading = reading;
    this.regressions = regressions;
    this.centroids = centroids;
    this.neighbours = neighbours;
    this.rows = rows;
    this.names = new NameMatch(labels);
    this.jurisdiction = jurisdiction;
    this.meaning = meaning;
    this.exemplars = exemplars;
  }

  /**
   * @param documents what is learnt from
   * @param texts their text features
   * @param labels the classes
   * @param regressions on the same documents; null where their scores will be given
   * @param exemplars for categories, else null
   * @param embed for departments, else null: unit vectors of their names
   */
  static ClassFeatures train(
      List<AppealDocument> documents,
      List<Sparse> texts,
      int[] labelOf,
      List<String> labels,
      FeatureExtractor reading,
      Regressions regressions,
      Exemplars exemplars,
      Function<List<String>, List<float[]>> embed) {
    List<float[]> vectors = documents.stream().map(AppealDocument::vector).toList();
    int classes = labels.size();
    return new ClassFeatures(
        labels,
        reading,
        regressions,
        Centroids.of(texts, labelOf, classes, reading.features()),
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

  List<String> labels() {
    return labels;
  }

  float[] ofAppeal(AppealDocument document) {
    return reading.ofAppeal(document);
  }

  /** classes × kinds. */
  float[][] of(AppealDocument document) {
    Sparse text = reading.text(document);
    float[] cosines = neighbours.cosines(document.vector());
    return of(document, text, cosines, regressions.of(document, text, cosines));
  }

  /**
   * What a fold's evidence says where the regressions' scores are known.
   *
   * @param text text features of the document
   */
  float[][] of(AppealDocument document, Sparse text, Regressions.Scores scored) {
    return of(document, text, neighbours.cosines(document.vector()), scored);
  }

  private float[][] of(
      AppealDocument document, Sparse text, float[] cosines, Regressions.Scores scored) {
    double[] margins = Arrays.copyOf(scored.linear(), labels.size());
    double[] centres = centroids.cosines(text);
    double[] shares = names.shares(document);
    float[][] evidence = new float[labels.size()][Kind.values().length];
    for (int c = 0; c < evidence.length; c++) {
      evidence[c][Kind.MARGIN.ordinal()] = (float) margins[c];
      evidence[c][Kind.KERNEL.ordinal()] = (float) scored.gaussian()[c];
      evidence[c][Kind.CENTROID.ordinal()] = (float) centres[c];
      evidence[c][Kind.NAME.ordinal()] = (float) shares[c];
      evidence[c][Kind.ROWS.ordinal()] = rows[c];
    }
    double[] near = nearest(neighbours.best(cosines, NEAREST), evidence);
    if (meaning != null) {
      jurisdiction.look(document, evidence);
      jurisdiction.scored(scored.linear(), Kind.AREA, Kind.FUNCTION, evidence);
      jurisdiction.scored(scored.gaussian(), Kind.KERNEL_AREA, Kind.KERNEL_FUNCTION, evidence);
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
  private static double[] nearest(List<Neighbours.Near> near, float[][] evidence) {
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

  List<Neighbours.Near> similar(AppealDocument document, int count) {
    return neighbours.nearest(document.vector(), count);
  }

  /** The words of the text that speak most for a class, best first. */
  List<String> tellingWords(AppealDocument document, int wanted, int count) {
    record Weighed(String word, double weight) {}
    return document.words().stream()
        .distinct()
        .filter(word -> word.length() > 1 && reading.ofWord(word) >= 0)
        .map(word -> new Weighed(word, regressions.weight(reading.ofWord(word), wanted)))
        .filter(weighed -> weighed.weight() > 0)
        .sorted(java.util.Comparator.comparingDouble(Weighed::weight).reversed())
        .limit(count)
        .map(Weighed::word)
        .toList();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    reading.write(out);
    regressions.write(out);
    centroids.write(out);
    neighbours.write(out);
    ArrayIO.write(out, rows);
    ArrayIO.write(out, jurisdiction.trust());
    out.writeBoolean(meaning != null);
    if (meaning != null) {
      meaning.write(out);
    }
    out.writeBoolean(exemplars != null);
    if (exemplars != null) {
      exemplars.write(out);
    }
  }

  static ClassFeatures read(DataInput in) throws IOException {
    List<String> labels = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      labels.add(in.readUTF());
    }
    FeatureExtractor reading = FeatureExtractor.read(in);
    return new ClassFeatures(
        List.copyOf(labels),
        reading,
        Regressions.read(in, reading),
        Centroids.read(in),
        Neighbours.read(in),
        ArrayIO.read(in),
        new Jurisdiction(labels, ArrayIO.read(in)),
        in.readBoolean() ? NameMeaning.read(in) : null,
        in.readBoolean() ? Exemplars.read(in) : null);
  }
}
