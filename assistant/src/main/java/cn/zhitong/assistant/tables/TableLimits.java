package cn.zhitong.assistant.tables;

/**
 * What a table may hold before its reading stops. A packed workbook may be a thousandth of what it
 * unpacks to, so that what is taken grows with the size of the file: 1 MB unpacks to 48 MB at most.
 * Lists as offices export them, generated ones included, unpack to 10 to 30 times their size.
 *
 * @param rows rows with anything in them
 * @param columns the last column that may hold a value
 * @param cellChars characters of one cell; Excel's own bound is 32,767
 * @param chars characters of all cells together
 * @param unpacked bytes of all parts that are read
 */
record TableLimits(int rows, int columns, int cellChars, long chars, long unpacked) {
  private static final int COLUMNS = 512;
  private static final int CELL_CHARS = 32_767;
  private static final long BASE = 8L << 20;
  private static final int RATIO = 40;
  private static final long MOST = 600L << 20;
  private static final int LIKELY_ROWS = 20_000;
  private static final int ROW_BYTES = 8;

  /** Lists without bounds on the number of cells are bounded by rows and columns. */
  static TableLimits of(long fileBytes, int rows) {
    long most = Math.min(MOST, BASE + RATIO * fileBytes);
    return new TableLimits(rows, COLUMNS, CELL_CHARS, most, most);
  }

  /** The same for a workbook, where a row of numbers takes 8 packed bytes or more. */
  static TableLimits ofWorkbook(long fileBytes, int rows) {
    long likely = LIKELY_ROWS + fileBytes / ROW_BYTES;
    return of(fileBytes, (int) Math.min(rows, likely));
  }

  IllegalArgumentException tooManyRows() {
    return new IllegalArgumentException("表格超过 " + rows + " 行，请分成几个文件");
  }

  IllegalArgumentException tooManyColumns(int row) {
    return new IllegalArgumentException("第 " + row + " 行在第 " + columns + " 列之后还有内容，请删去多余的列再提交");
  }

  IllegalArgumentException cellTooLong(int row) {
    return new IllegalArgumentException("第 " + row + " 行有单元格超过 " + cellChars + " 个字符，请精简后再提交");
  }

  IllegalArgumentException tooMuchText() {
    return new IllegalArgumentException("表格展开后异常庞大，已停止读取；请用表格软件另存一份，或分成几个文件再提交");
  }
}
