package cn.zhitong.ingest.policy;

/**
 * Where a recognised field was found.
 *
 * @param field name as in {@link PolicyMetadata}, e.g. {@code documentNumber}
 * @param source one of {@code head} (key lines or title block), {@code body}, {@code signature}
 *     (落款), {@code fileName}, {@code given} (metadata that came with the file), {@code derived}
 *     (computed from other fields, named in {@code note})
 * @param start offset of the evidence in the stored text, in UTF-16 chars, or null when it is not
 *     there
 * @param end exclusive end offset, or null
 * @param note the evidence itself or how the value was derived, for a person to check; may be null
 */
public record FieldSource(String field, String source, Integer start, Integer end, String note) {}
