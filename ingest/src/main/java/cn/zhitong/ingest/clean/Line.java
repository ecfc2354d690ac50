package cn.zhitong.ingest.clean;

/**
 * A line on its way through cleaning.
 *
 * @param table index of the table it belongs to, or -1
 * @param indented began with white space that marks a paragraph (two full-width columns)
 * @param heading was marked as a heading by Markdown
 * @param gap blank lines before it
 * @param pageMark a page mark stood between this line and the one before
 */
record Line(String text, int table, boolean indented, boolean heading, int gap, boolean pageMark) {

  Line withText(String newText) {
    return new Line(newText, table, indented, heading, gap, pageMark);
  }

  Line asHeading() {
    return new Line(text, table, indented, true, gap, pageMark);
  }

  Line afterPageMark(int newGap) {
    return new Line(text, table, indented, heading, newGap, true);
  }

  boolean inTable() {
    return table >= 0;
  }
}
