package cn.zhitong.ingest.read.layout;

/**
 * A character, or characters that stand together, as printed on a page.
 *
 * @param left in the page's unit, from the page's left edge
 * @param top of the baseline, from the page's upper edge
 * @param size of the font as it appears on the page, in the same unit
 */
public record Glyph(double left, double right, double top, double size, String text) {

  double middle() {
    return (left + right) / 2;
  }

  /** Half way up the character: what tells the cell it stands in. */
  double level() {
    return top - size * .35;
  }
}
