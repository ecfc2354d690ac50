package cn.zhitong.eval.items;

/** A proposed leaf that speaks of a labelled one. */
record LeafPair(LabelledLeaf gold, RuleLeaf proposed) {}
