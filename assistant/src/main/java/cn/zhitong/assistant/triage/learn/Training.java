package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Trains a {@link Ranker} and says how good it is. Evidence is computed out of fold,
 * near-duplicates always in one fold; each row is ranked by trees that left its near-duplicates
 * out. (The few weights of the first ranking and of the confidence are fitted on all rows.)
 */
public final class Training {
  public static final int FOLDS = 5;

  private final History history;
  private final Options options;
  private final Exemplars exemplars;
  private final Function<List<String>, List<float[]>> embed;
  private final List<String> classes;
  private final int[] labelOf;
  private final int[] foldOf;
  private final FeatureExtractor reading;
  private final List<Sparse> texts;

  private Training(
      History history,
      Options options,
      Exemplars exemplars,
      Function<List<String>, List<float[]>> embed) {
    this.history = history;
    this.options = options;
    this.exemplars = exemplars;
    this.embed = embed;
    this.classes = List.copyOf(new TreeSet<>(history.labels()));
    this.labelOf = history.labels().stream().mapToInt(classes::indexOf).toArray();
    this.foldOf = folds(history.groups());
    this.reading =
        FeatureExtractor.fit(
            history.documents(),
            options.longest(),
            options.wordPairs(),
            options.fewest(),
            options.speechActs());
    this.texts = history.documents().parallelStream().map(reading::text).toList();
  }

  /**
   * @param longest longest character n-gram
   * @param wordPairs whether pairs of words are features
   * @param fewest documents that a text feature must stand in. Out of fold a row knows features
   *     that it shares with one other, a new appeal does not; of pairs and trigrams that is most,
   *     and with 2 categories lost .003
   * @param speechActs whether what the appeal does is a feature: for categories
   * @param penalty the regression's λ
   * @param trees weight of {@link ExtraTrees} against {@link StackingModel}: of two or three
   *     classes both know about the same and err on different appeals
   */
  private record Options(
      int longest, boolean wordPairs, int fewest, boolean speechActs, float penalty, double trees) {
    static final Options CATEGORY = new Options(3, true, 3, true, 1f, .5);
    static final Options DEPARTMENT = new Options(2, false, 2, false, 1f, 1);
  }

  /**
   * @param ranker trained on everything
   * @param outOfFold for each row the classes, best first, by models that never saw its fold
   */
  public record Result(Ranker ranker, List<List<Ranker.Ranked>> outOfFold) {}

  /** Told what is being done: fold 1 to {@link #FOLDS}, then {@code FOLDS + 1} for the whole. */
  public interface Progress {
    void step(int step);
  }

  /**
   * What is learnt from.
   *
   * @param labels one a document
   * @param groups near-duplicates of each document; never parted
   */
  public record History(List<AppealDocument> documents, List<String> labels, List<String> groups) {}

  /**
   * Trains what tells categories: consults speech acts, pairs of words and exemplars too.
   *
   * @param exemplars what was known before this history
   */
  public static Result categories(History history, Exemplars exemplars, Progress progress) {
    return new Training(history, Options.CATEGORY, exemplars, null).run(progress);
  }

  /**
   * Trains what tells departments.
   *
   * @param embed unit vectors of texts, for the departments' names
   */
  public static Result departments(
      History history, Function<List<String>, List<float[]>> embed, Progress progress) {
    return new Training(history, Options.DEPARTMENT, null, embed).run(progress);
  }

  private Result run(Progress progress) {
    progress.step(1);
    Regressions.Trained regressions =
        Regressions.train(history, reading, texts, foldOf, wanted(), options.penalty());
    List<float[][]> evidence = new ArrayList<>();
    List<float[]> appeals = history.documents().stream().map(reading::ofAppeal).toList();
    for (int i = 0; i < foldOf.length; i++) {
      evidence.add(null);
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      progress.step(fold + 1);
      ClassFeatures trained = trained(fold, null);
      int own = fold;
      IntStream.range(0, foldOf.length)
          .parallel()
          .filter(i -> foldOf[i] == own)
          .forEach(
              i -> {
                AppealDocument document = history.documents().get(i);
                evidence.set(i, trained.of(document, texts.get(i), regressions.outOfFold(i)));
              });
    }
    progress.step(FOLDS + 1);
    EnsembleRanker.Trained blend =
        EnsembleRanker.train(evidence, appeals, labelOf, history.groups(), options.trees());
    List<List<Ranker.Ranked>> measured =
        blend.outOfBag().stream().map(p -> Ranker.ranked(classes, p)).toList();
    return new Result(new Ranker(trained(-1, regressions.whole()), blend.blend()), measured);
  }

  /** What is regressed on: the classes, and for departments their areas and functions. */
  private float[][] wanted() {
    Jurisdiction places = embed == null ? null : new Jurisdiction(classes, null);
    int outputs = classes.size() + (places == null ? 0 : places.groups());
    float[][] wanted = new float[labelOf.length][outputs];
    for (int i = 0; i < wanted.length; i++) {
      Arrays.fill(wanted[i], -1);
      wanted[i][labelOf[i]] = 1;
      if (places != null) {
        places.mark(labelOf[i], wanted[i], classes.size());
      }
    }
    return wanted;
  }

  /** From all rows but one fold's. */
  private ClassFeatures trained(int leftOut, Regressions regressions) {
    int[] seen = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != leftOut).toArray();
    return ClassFeatures.train(
        IntStream.of(seen).mapToObj(history.documents()::get).toList(),
        IntStream.of(seen).mapToObj(texts::get).toList(),
        IntStream.of(seen).map(i -> labelOf[i]).toArray(),
        classes,
        reading,
        regressions,
        exemplars,
        embed);
  }

  /** Groups dealt to folds, largest first, each to the smallest fold. */
  static int[] folds(List<String> groups) {
    Map<String, Integer> sizes = new HashMap<>();
    groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
    List<String> order = new ArrayList<>(sizes.keySet());
    order.sort(
        Comparator.comparingInt((String group) -> -sizes.get(group))
            .thenComparing(group -> Integer.toHexString(group.hashCode() * 0x9E3779B9))
            .thenComparing(Comparator.naturalOrder()));
    int[] filled = new int[FOLDS];
    Map<String, Integer> foldOf = new HashMap<>();
    for (String group : order) {
      int smallest = 0;
      for (int fold = 1; fold < FOLDS; fold++) {
        smallest = filled[fold] < filled[smallest] ? fold : smallest;
      }
      foldOf.put(group, smallest);
      filled[smallest] += sizes.get(group);
    }
    return groups.stream().mapToInt(foldOf::get).toArray();
  }
}
