package cn.zhitong.common.embedding;

import java.util.Map;

/**
 * What the encoder makes of a question.
 *
 * @param vector of length 1
 * @param states for each character of the question, spelt as {@code Words} does, the mean of what
 *     its tokens are before the last layer, each of length 1; empty where the model does not tell
 */
public record EncodedQuery(float[] vector, Map<Character, float[]> states) {}
