package cn.zhitong.assistant.matching.extraction;

/**
 * What items are looked for in.
 *
 * @param issuer who published it, or null
 * @param region GB/T 2260 code, or null; the whole country is no region
 */
public record PolicyDraft(String title, String text, String issuer, String region) {}
