package cn.zhitong.ingest.read.ocr;

/**
 * A line of print that was read from a picture; places are pixels of the page as it stands upright.
 *
 * @param text what was read
 * @param confidence mean probability of its characters, from 0 to 1
 * @param least the lowest probability of any of its digits and letters, 1 where it has none
 */
public record OcrLine(
    String text,
    double confidence,
    double least,
    double left,
    double top,
    double right,
    double bottom) {

  /** Size of the print, told by the width of the characters: a box has white around it. */
  public double size() {
    double columns = text.codePoints().mapToDouble(c -> c < 0x2000 ? .5 : 1).sum();
    double high = (bottom - top) * .75;
    return columns < 2 ? high : Math.min(high * 1.2, (right - left) / columns);
  }
}
