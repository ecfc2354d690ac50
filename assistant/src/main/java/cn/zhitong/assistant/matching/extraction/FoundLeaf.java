package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;

/** A condition that a pattern found, and where. */
record FoundLeaf(TextSpan span, ConditionLeaf leaf) {}
