package cn.zhitong.ingest.read;

import cn.zhitong.ingest.read.layout.Glyph;
import cn.zhitong.ingest.read.layout.PrintedPage;
import cn.zhitong.ingest.read.ocr.OcrEngine;
import cn.zhitong.ingest.read.ocr.OcrLine;
import cn.zhitong.ingest.read.ocr.OcrPage;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads pages from their pictures, or says that this is turned off. */
final class PictureReader {
  /** What a page may take beyond the time of the file, also on a busy machine. */
  private static final Duration TIME_A_PAGE = Duration.ofSeconds(30);

  /** Lines of nearly the text's size are of the text's size: OCR measures no fonts. */
  private static final double SAME_SIZE = .25;

  /** Below this confidence a publisher has to look at the page. */
  static final double DOUBTFUL = .9;

  private final boolean on;

  PictureReader(boolean on) {
    this.on = on;
  }

  boolean isOn() {
    return on;
  }

  /**
   * A page as read.
   *
   * @param unread lines that were seen and could not be read
   * @param picture what was read
   */
  record Read(PrintedPage page, double confidence, int unread, int chars, BufferedImage picture) {
    String text() {
      StringBuilder text = new StringBuilder();
      page.glyphs().forEach(glyph -> text.append(glyph.text()));
      return text.toString();
    }
  }

  /**
   * @param number of the page, from 1
   * @param scale units of the page to a pixel
   */
  Read read(int number, BufferedImage picture, double scale) {
    TimeLimit.check();
    TimeLimit.extend(TIME_A_PAGE);
    OcrPage page = OcrEngine.shared().read(picture);
    double body =
        page.lines().stream()
            .mapToDouble(OcrLine::size)
            .sorted()
            .skip(page.lines().size() / 2)
            .findFirst()
            .orElse(1);
    List<Glyph> glyphs = new ArrayList<>();
    int chars = 0;
    for (OcrLine line : page.lines()) {
      double size = Math.abs(line.size() - body) < SAME_SIZE * body ? body : line.size();
      // White space stands around what was found: the print is a fifth lower on every side.
      double edge = (line.bottom() - line.top()) * .16;
      double baseline = line.bottom() - edge * 1.2;
      glyphs.add(
          new Glyph(
              (line.left() + edge) * scale,
              (line.right() - edge) * scale,
              baseline * scale,
              size * scale,
              line.text()));
      chars += line.text().length();
    }
    return new Read(
        new PrintedPage(number, page.width() * scale, page.height() * scale, glyphs, List.of()),
        page.confidence(),
        page.unread(),
        chars,
        picture);
  }
}
