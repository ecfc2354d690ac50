package cn.zhitong.ingest.outline;

/**
 * A numeral that may open a clause.
 *
 * @param printed as it stands in a path: 一, (一), 1, 第十二条
 * @param start offset of the numeral in the text
 * @param textStart offset of what follows it
 * @param inline whether it stands inside a line, where only a full sequence counts
 */
record Marker(Kind kind, int number, String printed, int start, int textStart, boolean inline) {

  /** Kinds of numerals, outermost first. */
  enum Kind {
    ANNEX,
    PART,
    CHAPTER,
    SECTION,
    ARTICLE,
    HAN,
    HAN_BRACKET,
    ARABIC,
    ARABIC_BRACKET,
    CIRCLED
  }
}
