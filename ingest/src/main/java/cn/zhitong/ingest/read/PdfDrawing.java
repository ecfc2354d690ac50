package cn.zhitong.ingest.read;

import cn.zhitong.ingest.read.layout.Rule;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Collects a page's ruled lines, and how much of it pictures cover. */
final class PdfDrawing extends PDFGraphicsStreamEngine {
  /** A filled box thinner than this, in points, is a line. */
  private static final double THIN = 3;

  private static final double SHORTEST = 6;

  /** Drawings with more lines are pictures. */
  private static final int MOST_RULES = 4_000;

  private final List<Rule> rules = new ArrayList<>();
  private final List<double[]> path = new ArrayList<>();
  private final PDRectangle box;
  private Point2D current = new Point2D.Double();
  private Point2D start = new Point2D.Double();
  private double pictures;
  private boolean drawn;

  private PdfDrawing(PDPage page) {
    super(page);
    this.box = page.getCropBox();
  }

  /**
   * @param pictures share of the page that pictures cover, at most 1
   * @param drawn whether anything is drawn but text
   */
  record Drawing(List<Rule> rules, double pictures, boolean drawn) {}

  static Drawing of(PDPage page) throws IOException {
    PdfDrawing drawing = new PdfDrawing(page);
    drawing.processPage(page);
    double area = drawing.box.getWidth() * (double) drawing.box.getHeight();
    return new Drawing(drawing.rules, Math.min(1, drawing.pictures / area), drawing.drawn);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    Rectangle2D r = new Rectangle2D.Double(p0.getX(), p0.getY(), 0, 0);
    r.add(p1);
    r.add(p2);
    r.add(p3);
    if (r.getHeight() <= THIN && r.getWidth() > THIN) {
      segment(r.getMinX(), r.getCenterY(), r.getMaxX(), r.getCenterY());
    } else if (r.getWidth() <= THIN && r.getHeight() > THIN) {
      segment(r.getCenterX(), r.getMinY(), r.getCenterX(), r.getMaxY());
    } else {
      segment(r.getMinX(), r.getMinY(), r.getMaxX(), r.getMinY());
      segment(r.getMinX(), r.getMaxY(), r.getMaxX(), r.getMaxY());
      segment(r.getMinX(), r.getMinY(), r.getMinX(), r.getMaxY());
      segment(r.getMaxX(), r.getMinY(), r.getMaxX(), r.getMaxY());
    }
  }

  private void segment(double x0, double y0, double x1, double y1) {
    path.add(new double[] {x0, y0, x1, y1});
  }

  private void paint() {
    for (double[] s : path) {
      boolean horizontal = Math.abs(s[1] - s[3]) <= THIN / 2;
      boolean vertical = Math.abs(s[0] - s[2]) <= THIN / 2;
      double length = Math.hypot(s[0] - s[2], s[1] - s[3]);
      if (length >= SHORTEST && horizontal != vertical && rules.size() < MOST_RULES) {
        double x0 = Math.min(s[0], s[2]) - box.getLowerLeftX();
        double x1 = Math.max(s[0], s[2]) - box.getLowerLeftX();
        double y0 = box.getUpperRightY() - Math.max(s[1], s[3]);
        double y1 = box.getUpperRightY() - Math.min(s[1], s[3]);
        rules.add(
            horizontal
                ? new Rule(true, (y0 + y1) / 2, x0, x1)
                : new Rule(false, (x0 + x1) / 2, y0, y1));
      }
    }
    drawn |= !path.isEmpty();
    path.clear();
  }

  /** A font may draw its characters by paths: those are no lines of a table. */
  @Override
  protected void showGlyph(Matrix textRenderingMatrix, PDFont font, int code, Vector displacement) {
    TimeLimit.check();
    // Text is read elsewhere.
  }

  @Override
  public void drawImage(PDImage image) {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    pictures += Math.abs(matrix.getScalingFactorX() * (double) matrix.getScalingFactorY());
    drawn = true;
  }

  @Override
  public void moveTo(float x, float y) {
    current = new Point2D.Double(x, y);
    start = current;
  }

  @Override
  public void lineTo(float x, float y) {
    segment(current.getX(), current.getY(), x, y);
    current = new Point2D.Double(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    current = new Point2D.Double(x3, y3);
    drawn = true;
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void closePath() {
    segment(current.getX(), current.getY(), start.getX(), start.getY());
  }

  @Override
  public void endPath() {
    path.clear();
  }

  @Override
  public void strokePath() {
    paint();
  }

  @Override
  public void fillPath(int windingRule) {
    // Only thin boxes are lines when filled: the edges of a coloured cell are those of the cell.
    paint();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    paint();
  }

  @Override
  public void clip(int windingRule) {
    // Clipping draws nothing.
  }

  @Override
  public void shadingFill(COSName shadingName) {
    drawn = true;
  }
}
