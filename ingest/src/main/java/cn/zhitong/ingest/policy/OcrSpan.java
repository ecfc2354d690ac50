package cn.zhitong.ingest.policy;

/**
 * A stretch of a stored text that was read from a picture.
 *
 * @param start offset in UTF-16 chars
 * @param end exclusive end offset
 * @param confidence of the page, from 0 to 1
 */
public record OcrSpan(int start, int end, double confidence) {

  public boolean touches(int from, int to) {
    return start < to && from < end;
  }
}
