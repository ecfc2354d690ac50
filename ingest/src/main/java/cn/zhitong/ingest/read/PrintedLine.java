package cn.zhitong.ingest.read;

/**
 * A line as printed on a page.
 *
 * @param top distance of the baseline from the page's upper edge, in the page's unit
 * @param size font size in the same unit
 */
record PrintedLine(int page, double left, double right, double top, double size, String text) {

  /** Stands on the same baseline, to the right. */
  boolean continuedBy(PrintedLine other) {
    return page == other.page
        && Math.abs(top - other.top) < Math.max(size, other.size) * .4
        && other.left >= right - size;
  }

  PrintedLine with(PrintedLine other) {
    double gap = other.left - right;
    String space = gap > 2 * size ? "  " : gap > .6 * size ? " " : "";
    return new PrintedLine(
        page,
        left,
        Math.max(right, other.right),
        top,
        Math.max(size, other.size),
        text + space + other.text);
  }
}
