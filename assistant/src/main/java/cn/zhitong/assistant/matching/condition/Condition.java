package cn.zhitong.assistant.matching.condition;

/**
 * What an item asks of an applicant: a typed tree whose leaves compare one field of the enterprise
 * file. Written and read by {@link ConditionCodec}.
 */
public sealed interface Condition permits ConditionGroup, ConditionLeaf {}
