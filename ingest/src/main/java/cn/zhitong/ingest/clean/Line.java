package cn.zhitong.ingest.clean;

/**
 * A line on its way through cleaning.
 *
 * @param table index of the table it belongs to, or -1
 * @param indented began with white space that marks a paragraph (two full-width columns)
 * @param heading was marked as a heading by Markdown
 * @param gap blank lines before it
 * @param pageMark a page mark stood between this line and the one before
 * @param ocr confidence with which it was read from a picture; null where it was not
 */
record Line(
    String text,
    int table,
    boolean indented,
    boolean heading,
    int gap,
    boolean pageMark,
    Double ocr) {

  Line(String text, int table, boolean indented, boolean heading, int gap, boolean pageMark) {
    this(text, table, indented, heading, gap, pageMark, null);
  }

  Line withText(String newText) {
    return new Line(newText, table, indented, heading, gap, pageMark, ocr);
  }

  Line asHeading() {
    return new Line(text, table, indented, true, gap, pageMark, ocr);
  }

  Line afterPageMark(int newGap) {
    return new Line(text, table, indented, heading, newGap, true, ocr);
  }

  boolean inTable() {
    return table >= 0;
  }
}
