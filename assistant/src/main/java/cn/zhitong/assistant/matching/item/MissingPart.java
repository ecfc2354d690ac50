package cn.zhitong.assistant.matching.item;

/**
 * What an item still lacks before it can be published.
 *
 * @param kind {@code condition}, {@code quote}, {@code confirmation}, {@code example}, {@code
 *     replay}, {@code policy}, {@code title}
 * @param leaf index of the leaf it is about, or null
 */
public record MissingPart(String kind, Integer leaf, String text) {}
