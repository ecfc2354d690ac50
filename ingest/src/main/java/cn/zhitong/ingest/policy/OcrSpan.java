package cn.zhitong.ingest.policy;

/**
 * A stretch of a stored text that was read from a picture.
 *
 * @param start offset in UTF-16 chars
 * @param end exclusive end offset
 * @param confidence of the page, from 0 to 1
 * @param page number of the page, from 1; null in what an older version stored
 */
public record OcrSpan(int start, int end, double confidence, Integer page) {

  public boolean touches(int from, int to) {
    return start < to && from < end;
  }
}
