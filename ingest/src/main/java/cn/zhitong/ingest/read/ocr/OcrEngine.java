package cn.zhitong.ingest.read.ocr;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads print from pictures with the networks of PP-OCR: take seals off → find the lines → turn the
 * page upright → read line by line. Holds about 150 MB while loaded; one page is read at a time, so
 * that memory stays bounded.
 */
public final class OcrEngine implements AutoCloseable {
  /**
   * Pages are searched for lines in this size, PaddleOCR's own; on dense pages of 9 to 16 points,
   * turned and worn, 1088 and 1280 read no better and took longer (docs/performance.md).
   */
  private static final int LONGEST_SIDE = 960;

  /** Below this confidence a line is noise, a seal or a picture; RapidOCR's text_score. */
  private static final double LEGIBLE = .5;

  /** Lines that decide whether a page stands on its head. */
  private static final int JURY = 9;

  private static OcrEngine shared;

  private final TextDetector detector;
  private final LineDirection direction;
  private final TextRecognizer recognizer;

  /**
   * @param threads processors that a page may use
   */
  public OcrEngine(int threads) {
    this.detector = new TextDetector(LONGEST_SIDE, threads);
    this.direction = new LineDirection(threads);
    this.recognizer = new TextRecognizer(threads);
  }

  /** The engine of this process, loaded when the first page needs it. */
  public static synchronized OcrEngine shared() {
    if (shared == null) {
      shared = new OcrEngine(Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
    }
    return shared;
  }

  /** Reads one page; other callers wait. */
  public synchronized OcrPage read(BufferedImage picture) {
    PixelImage page = SealRemover.clean(PixelImage.of(picture));
    List<TextBox> boxes = detector.detect(page);
    int quarters = quarters(page, boxes);
    if (quarters != 0) {
      page = page.turned(quarters);
      boxes = detector.detect(page);
    }
    double skew = skew(boxes);
    List<OcrLine> lines = new ArrayList<>();
    int unread = 0;
    for (TextBox box : LinePieces.unite(boxes)) {
      OcrLine line = line(page, box, skew);
      if (line.confidence() >= LEGIBLE) {
        lines.add(line);
      } else if (!line.text().isEmpty()) {
        unread++;
      }
    }
    lines.sort(Comparator.comparingDouble(OcrLine::top));
    return new OcrPage(page.width(), page.height(), lines, unread);
  }

  /** Quarters of a turn clockwise that set the page upright. */
  private int quarters(PixelImage page, List<TextBox> boxes) {
    double standing = 0;
    double lying = 0;
    for (TextBox box : boxes) {
      double length = Math.max(box.width(), box.height());
      standing += box.isStanding() ? length : 0;
      lying += box.width() > 1.5 * box.height() ? length : 0;
    }
    boolean turned = standing > lying;
    List<TextBox> jury =
        boxes.stream()
            .filter(box -> box.isStanding() == turned)
            .sorted(Comparator.comparingDouble((TextBox b) -> -Math.max(b.width(), b.height())))
            .limit(JURY)
            .toList();
    long upsideDown =
        jury.stream()
            .filter(box -> direction.isUpsideDown(page.cut(turned ? box.standing() : box)))
            .count();
    boolean onItsHead = upsideDown * 2 > jury.size();
    // Standing lines run downwards where the page was turned clockwise: three quarters set it
    // right.
    return turned ? (onItsHead ? 1 : 3) : onItsHead ? 2 : 0;
  }

  /** The angle of the page's longest lines, in the middle of all of them. */
  private static double skew(List<TextBox> boxes) {
    double[] angles =
        boxes.stream()
            .filter(box -> box.width() > 5 * box.height())
            .mapToDouble(TextBox::angle)
            .sorted()
            .toArray();
    return angles.length == 0 ? 0 : angles[angles.length / 2];
  }

  private OcrLine line(PixelImage page, TextBox box, double skew) {
    boolean standing = box.isStanding();
    TextRecognizer.Reading reading = recognizer.read(page.cut(standing ? box.standing() : box));
    double cos = Math.cos(-skew);
    double sin = Math.sin(-skew);
    double dx = box.centerX() - page.width() / 2.0;
    double dy = box.centerY() - page.height() / 2.0;
    double x = page.width() / 2.0 + dx * cos - dy * sin;
    double y = page.height() / 2.0 + dx * sin + dy * cos;
    return new OcrLine(
        ReadingMarks.usual(reading.text().strip()),
        reading.confidence(),
        least(reading),
        x - box.width() / 2,
        y - box.height() / 2,
        x + box.width() / 2,
        y + box.height() / 2);
  }

  private static double least(TextRecognizer.Reading reading) {
    double least = 1;
    for (int i = 0; i < reading.text().length(); i++) {
      if (Character.isLetterOrDigit(reading.text().charAt(i))) {
        least = Math.min(least, reading.confidences()[i]);
      }
    }
    return least;
  }

  @Override
  public void close() {
    detector.close();
    direction.close();
    recognizer.close();
  }
}
