package cn.zhitong.assistant.triage.learn;

import java.util.ArrayList;
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
  private final Evidence.Options options;
  private final Exemplars exemplars;
  private final Function<List<String>, List<float[]>> embed;
  private final List<String> classes;
  private final int[] labelOf;
  private final int[] foldOf;

  private Training(
      History history,
      Evidence.Options options,
      Exemplars exemplars,
      Function<List<String>, List<float[]>> embed) {
    this.history = history;
    this.options = options;
    this.exemplars = exemplars;
    this.embed = embed;
    this.classes = List.copyOf(new TreeSet<>(history.labels()));
    this.labelOf = history.labels().stream().mapToInt(classes::indexOf).toArray();
    this.foldOf = folds(history.groups());
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
  public record History(List<Document> documents, List<String> labels, List<String> groups) {}

  /**
   * Trains what tells categories: consults speech acts, pairs of words and exemplars too.
   *
   * @param exemplars what was known before this history
   */
  public static Result categories(History history, Exemplars exemplars, Progress progress) {
    return new Training(history, Evidence.Options.CATEGORY, exemplars, null).run(progress);
  }

  /**
   * Trains what tells departments.
   *
   * @param embed unit vectors of texts, for the departments' names
   */
  public static Result departments(
      History history, Function<List<String>, List<float[]>> embed, Progress progress) {
    return new Training(history, Evidence.Options.DEPARTMENT, null, embed).run(progress);
  }

  private Result run(Progress progress) {
    List<float[][]> evidence = new ArrayList<>();
    List<float[]> appeals = new ArrayList<>();
    for (int i = 0; i < foldOf.length; i++) {
      evidence.add(null);
      appeals.add(null);
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      progress.step(fold + 1);
      Evidence trained = trained(fold);
      int own = fold;
      IntStream.range(0, foldOf.length)
          .parallel()
          .filter(i -> foldOf[i] == own)
          .forEach(
              i -> {
                evidence.set(i, trained.of(history.documents().get(i)));
                appeals.set(i, trained.ofAppeal(history.documents().get(i)));
              });
    }
    progress.step(FOLDS + 1);
    Blend.Trained blend =
        Blend.train(evidence, appeals, labelOf, history.groups(), options.trees());
    List<List<Ranker.Ranked>> measured =
        blend.outOfBag().stream().map(p -> Ranker.ranked(classes, p)).toList();
    return new Result(new Ranker(trained(-1), blend.blend()), measured);
  }

  /** From all rows but one fold's. */
  private Evidence trained(int leftOut) {
    List<Document> seen = new ArrayList<>();
    int[] labels =
        IntStream.range(0, foldOf.length)
            .filter(i -> foldOf[i] != leftOut)
            .peek(i -> seen.add(history.documents().get(i)))
            .map(i -> labelOf[i])
            .toArray();
    return Evidence.train(seen, labels, classes, options, exemplars, embed);
  }

  /** Groups dealt to folds, largest first, each to the smallest fold. */
  static int[] folds(List<String> groups) {
    Map<String, Integer> sizes = new HashMap<>();
    groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
    List<String> order = new ArrayList<>(sizes.keySet());
    order.sort(
        java.util.Comparator.comparingInt((String group) -> -sizes.get(group))
            .thenComparing(group -> Integer.toHexString(group.hashCode() * 0x9E3779B9))
            .thenComparing(java.util.Comparator.naturalOrder()));
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
