package cn.zhitong.ingest.read.ocr;

import java.util.List;

/**
 * What was read from the picture of a page.
 *
 * @param width of the page set upright, in pixels
 * @param lines from top to bottom, not yet in columns
 * @param unread lines of print that were seen and could not be read
 */
public record OcrPage(int width, int height, List<OcrLine> lines, int unread) {
  public OcrPage {
    lines = List.copyOf(lines);
  }

  /** Mean confidence of all characters; 0 where none was read. */
  public double confidence() {
    double sum = 0;
    int chars = 0;
    for (OcrLine line : lines) {
      sum += line.confidence() * line.text().length();
      chars += line.text().length();
    }
    return chars == 0 ? 0 : sum / chars;
  }
}
