package cn.zhitong.ingest.embed;

/**
 * A question as search takes it.
 *
 * @param vector of length 1
 * @param emphasis for looking up its words
 */
public record EmbeddedQuestion(float[] vector, Emphasis emphasis) {}
