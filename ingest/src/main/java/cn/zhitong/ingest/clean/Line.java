package cn.zhitong.ingest.clean;

/**
 * A line on its way through cleaning.
 *
 * @param table index of the table it belongs to, or -1
 * @param indented began with white space that marks a paragraph (two full-width columns)
 * @param heading was marked as a heading by Markdown
 * @param gap blank lines before it
 * @param pageMark a page mark stood between this line and the one before
 * @param ocr the page that it was read from by character recognition; null where it was not
 * @param pictures how many of the source's pictures stand before it
 */
record Line(
    String text,
    int table,
    boolean indented,
    boolean heading,
    int gap,
    boolean pageMark,
    OcrPageMark ocr,
    int pictures) {

  Line(String text, int table, boolean indented, boolean heading, int gap, boolean pageMark) {
    this(text, table, indented, heading, gap, pageMark, null, 0);
  }

  /** The page of a line, and how surely it was read. */
  record OcrPageMark(double confidence, Integer page) {}

  Line withText(String newText) {
    return new Line(newText, table, indented, heading, gap, pageMark, ocr, pictures);
  }

  Line asHeading() {
    return new Line(text, table, indented, true, gap, pageMark, ocr, pictures);
  }

  Line afterPageMark(int newGap) {
    return new Line(text, table, indented, heading, newGap, true, ocr, pictures);
  }

  boolean inTable() {
    return table >= 0;
  }
}
