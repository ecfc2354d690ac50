package cn.zhitong.ingest.policy;

/**
 * How a page of a source was read.
 *
 * @param number from 1
 * @param confidence of character recognition, from 0 to 1; null where the page has a text layer
 */
public record SourcePage(int number, Source source, Double confidence) {
  /** Where a page's text comes from. */
  public enum Source {
    TEXT,
    OCR
  }

  public static SourcePage text(int number) {
    return new SourcePage(number, Source.TEXT, null);
  }

  public static SourcePage ocr(int number, double confidence) {
    return new SourcePage(number, Source.OCR, Math.round(confidence * 1000) / 1000.0);
  }
}
