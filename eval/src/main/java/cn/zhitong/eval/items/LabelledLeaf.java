package cn.zhitong.eval.items;

import java.util.regex.Pattern;

/**
 * A leaf of the labelled tree.
 *
 * @param debatable two readings are possible: it is neither asked for nor held against a proposal
 */
record LabelledLeaf(RuleLeaf leaf, boolean debatable, AcceptedReadings accepted) {
  private static final Pattern FIGURE = Pattern.compile("[0-9０-９一二三四五六七八九十百千万亿两半]");

  /** Whether it has a number that is printed in its quote; others follow from names and tables. */
  boolean isPrintedNumber() {
    return !debatable && LeafValue.isNumeric(leaf.value()) && FIGURE.matcher(leaf.quote()).find();
  }

  /** Whether the text names a period. */
  boolean isDated() {
    return !leaf.period().isEmpty() && !accepted.anyPeriod() && !accepted.noPeriod();
  }
}
