package cn.zhitong.ingest.read;

import cn.zhitong.ingest.read.layout.Glyph;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Collects the characters of a PDF's pages with their places and sizes as they appear: the scale
 * may stand in the font, in the text's matrix or in the page's. Slanting and pale letters across
 * the text are a watermark's and are kept apart.
 */
final class PdfGlyphs extends PDFTextStripper {
  /** Degrees by which upright text may lean. */
  private static final double UPRIGHT = 3;

  /** The same character drawn again this near is set bold that way. */
  private static final double TWICE = .35;

  private static final double PALE = .6;
  private static final double WHITE = .96;

  private final ReadLimits limits;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final StringBuilder slanting = new StringBuilder();
  private final List<Glyph> pale = new ArrayList<>();
  private long chars;

  PdfGlyphs(ReadLimits limits) {
    this.limits = limits;
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
  }

  /** Characters of a page, and those of its watermark. */
  record PageGlyphs(List<Glyph> glyphs, String watermark) {
    String text() {
      StringBuilder text = new StringBuilder();
      glyphs.forEach(glyph -> text.append(glyph.text()));
      return text.toString();
    }
  }

  /**
   * @param page from 1
   */
  PageGlyphs of(PDDocument document, int page) throws IOException, UnreadableSource {
    glyphs.clear();
    pale.clear();
    slanting.setLength(0);
    setStartPage(page);
    setEndPage(page);
    writeText(document, Writer.nullWriter());
    if (chars > limits.textChars()) {
      throw limits.textTooLong();
    }
    return withoutPaleMarks();
  }

  private PageGlyphs withoutPaleMarks() {
    double body =
        glyphs.stream()
            .mapToDouble(Glyph::size)
            .sorted()
            .skip(glyphs.size() / 2)
            .findFirst()
            .orElse(0);
    List<Glyph> kept = new ArrayList<>(glyphs);
    for (Glyph glyph : pale) {
      if (glyph.size() > 1.15 * body && body > 0) {
        slanting.append(glyph.text());
      } else {
        kept.add(glyph);
      }
    }
    // A page that slants as a whole was put in askew.
    return new PageGlyphs(kept, slanting.toString().strip());
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || text.isBlank() || chars > limits.textChars()) {
      return;
    }
    chars += text.length();
    Matrix matrix = position.getTextMatrix();
    double degrees = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
    double lean = Math.abs(degrees - 90 * Math.rint(degrees / 90));
    if (lean > UPRIGHT) {
      slanting.append(text);
      return;
    }
    double left = position.getXDirAdj();
    Glyph glyph =
        new Glyph(
            left,
            left + position.getWidthDirAdj(),
            position.getYDirAdj(),
            Math.max(1, position.getYScale()),
            text);
    if (isPale()) {
      pale.add(glyph);
    } else if (!isDrawnAgain(glyph)) {
      glyphs.add(glyph);
    }
  }

  private boolean isDrawnAgain(Glyph glyph) {
    for (int i = glyphs.size() - 1; i >= Math.max(0, glyphs.size() - 120); i--) {
      Glyph other = glyphs.get(i);
      if (other.text().equals(glyph.text())
          && Math.abs(other.left() - glyph.left()) < TWICE * glyph.size()
          && Math.abs(other.top() - glyph.top()) < TWICE * glyph.size()) {
        return true;
      }
    }
    return false;
  }

  private boolean isPale() {
    try {
      int rgb = getGraphicsState().getNonStrokingColor().toRGB();
      double light =
          (.299 * (rgb >> 16 & 255) + .587 * (rgb >> 8 & 255) + .114 * (rgb & 255)) / 255;
      double alpha = getGraphicsState().getNonStrokeAlphaConstant();
      return alpha < .6 || light > PALE && light < WHITE;
    } catch (IOException | RuntimeException e) {
      // A colour that cannot be told is taken for ink.
      return false;
    }
  }
}
