package cn.zhitong.assistant.triage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Trains a {@link Ranker} and says how good it is. Evidence is computed out of fold,
 * near-duplicates always in one fold; what blends it is trained on all folds but the one it is
 * measured on.
 */
public final class Training {
  public static final int FOLDS = 5;

  private Training() {}

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
   * Trains what tells categories: consults speech acts, pairs of words and exemplars too.
   *
   * @param exemplars what was known before this history
   */
  public static Result categories(
      List<Document> documents,
      List<String> labels,
      List<String> groups,
      Exemplars exemplars,
      Progress progress) {
    return train(documents, labels, groups, Evidence.Options.CATEGORY, exemplars, progress);
  }

  /** Trains what tells departments. */
  public static Result departments(
      List<Document> documents, List<String> labels, List<String> groups, Progress progress) {
    return train(documents, labels, groups, Evidence.Options.DEPARTMENT, null, progress);
  }

  private static Result train(
      List<Document> documents,
      List<String> labels,
      List<String> groups,
      Evidence.Options options,
      Exemplars exemplars,
      Progress progress) {
    List<String> classes = List.copyOf(new TreeSet<>(labels));
    int[] labelOf = labels.stream().mapToInt(classes::indexOf).toArray();
    int[] foldOf = folds(groups);
    List<float[][]> evidence = new ArrayList<>(Arrays.asList(new float[documents.size()][][]));
    for (int fold = 0; fold < FOLDS; fold++) {
      progress.step(fold + 1);
      outOfFold(documents, labelOf, classes, foldOf, fold, options, exemplars, evidence);
    }
    List<List<Ranker.Ranked>> measured =
        new ArrayList<>(java.util.Collections.nCopies(documents.size(), null));
    for (int fold = 0; fold < FOLDS; fold++) {
      Blend blend = blend(evidence, labelOf, foldOf, fold);
      for (int i = 0; i < foldOf.length; i++) {
        if (foldOf[i] == fold) {
          measured.set(i, Ranker.ranked(classes, blend.probabilities(evidence.get(i))));
        }
      }
    }
    progress.step(FOLDS + 1);
    Ranker ranker =
        new Ranker(
            Evidence.train(documents, labelOf, classes, options, exemplars),
            blend(evidence, labelOf, foldOf, -1));
    return new Result(ranker, measured);
  }

  private static void outOfFold(
      List<Document> documents,
      int[] labelOf,
      List<String> classes,
      int[] foldOf,
      int fold,
      Evidence.Options options,
      Exemplars exemplars,
      List<float[][]> evidence) {
    List<Document> seen = new ArrayList<>();
    List<Integer> seenLabels = new ArrayList<>();
    for (int i = 0; i < foldOf.length; i++) {
      if (foldOf[i] != fold) {
        seen.add(documents.get(i));
        seenLabels.add(labelOf[i]);
      }
    }
    Evidence trained =
        Evidence.train(
            seen,
            seenLabels.stream().mapToInt(Integer::intValue).toArray(),
            classes,
            options,
            exemplars);
    for (int i = 0; i < foldOf.length; i++) {
      if (foldOf[i] == fold) {
        evidence.set(i, trained.of(documents.get(i)));
      }
    }
  }

  private static Blend blend(List<float[][]> evidence, int[] labelOf, int[] foldOf, int leftOut) {
    List<float[][]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < foldOf.length; i++) {
      if (foldOf[i] != leftOut) {
        rows.add(evidence.get(i));
        labels.add(labelOf[i]);
      }
    }
    return Blend.train(rows, labels.stream().mapToInt(Integer::intValue).toArray());
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
