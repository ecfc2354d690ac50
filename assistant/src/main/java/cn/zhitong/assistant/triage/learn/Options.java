package cn.zhitong.assistant.triage.learn;

import java.util.List;

/**
 * What is looked at, for categories and for departments.
 *
 * @param longest longest character n-gram
 * @param wordPairs whether pairs of words are features
 * @param speechActs whether what the appeal does is a feature: for categories
 * @param cost the SVM's C
 * @param stacked what {@link Stack} weighs
 * @param trees whether {@link Forest} ranks again: of two or three classes it says little that the
 *     margin and the kernel do not know (docs/triage.md)
 */
record Options(
    int longest,
    boolean wordPairs,
    boolean speechActs,
    double cost,
    List<Evidence.Kind> stacked,
    boolean trees) {
  static final Options CATEGORY =
      new Options(
          3,
          true,
          true,
          .3,
          List.of(Evidence.Kind.MARGIN, Evidence.Kind.EXEMPLARS, Evidence.Kind.KERNEL),
          false);
  static final Options DEPARTMENT =
      new Options(
          2,
          false,
          false,
          .3,
          List.of(
              Evidence.Kind.MARGIN,
              Evidence.Kind.CENTROID,
              Evidence.Kind.NEIGHBOURS,
              Evidence.Kind.NEAREST,
              Evidence.Kind.NAME),
          true);
}
