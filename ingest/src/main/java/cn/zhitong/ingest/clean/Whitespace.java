package cn.zhitong.ingest.clean;

/** What counts as white space in texts from pages, scans and office programs. */
final class Whitespace {
  private Whitespace() {}

  /**
   * Spaces of every width, tabs and line breaks; also the two private code points that old Chinese
   * editors used for a wide space (seen at line ends in published laws).
   */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u0085'
        || c == '\uE5E5'
        || c == '\uE5F9';
  }

  /**
   * Characters without width or meaning: zero-width marks, soft hyphens and controls. PostgreSQL
   * refuses NUL in text.
   */
  static boolean isInvisible(char c) {
    return c == '\u200B'
        || c == '\u200C'
        || c == '\u200D'
        || c == '\u2060'
        || c == '\uFEFF'
        || c == '\u00AD'
        || (Character.isISOControl(c) && !isSpace(c));
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i)) && !isInvisible(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Width of the leading white space in Latin columns: a full-width space counts two. */
  static int indent(String text) {
    int width = 0;
    for (int i = 0; i < text.length() && isSpace(text.charAt(i)); i++) {
      width += width(text.charAt(i));
    }
    return width;
  }

  /** Columns that a white space character takes. */
  static int width(char c) {
    return switch (c) {
      case '\u3000', '\u2003' -> 2;
      case '\t' -> 4;
      default -> 1;
    };
  }
}
