package cn.zhitong.common.embedding;

/**
 * A question as search takes it.
 *
 * @param vector of length 1
 * @param emphasis for looking up its words
 */
public record EmbeddedQuestion(float[] vector, TermWeights emphasis) {}
