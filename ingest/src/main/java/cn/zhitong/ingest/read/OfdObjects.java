package cn.zhitong.ingest.read;

import cn.zhitong.ingest.read.layout.Glyph;
import cn.zhitong.ingest.read.layout.Rule;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ofdrw.core.basicStructure.pageObj.layer.PageBlockType;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CT_PageBlock;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CompositeObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.ImageObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.compositeObj.CT_VectorG;
import org.ofdrw.core.pageDescription.CT_GraphicUnit;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.ResourceManage;

/** Collects characters, ruled lines and pictures of an OFD page, also inside composite objects. */
final class OfdObjects {
  private static final int MAX_DEPTH = 64;

  /** Degrees by which upright text may lean; beyond it is a watermark. */
  private static final double UPRIGHT = 3;

  private final ResourceManage resources;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<ImageObject> images = new ArrayList<>();
  private final StringBuilder slanting = new StringBuilder();

  OfdObjects(ResourceManage resources) {
    this.resources = resources;
  }

  void collect(CT_PageBlock layer) {
    collect(layer.getPageBlocks(), new AffineTransform(), 0);
  }

  List<Glyph> glyphs() {
    return glyphs;
  }

  List<Rule> rules() {
    return rules;
  }

  List<ImageObject> images() {
    return images;
  }

  String slanting() {
    return slanting.toString().strip();
  }

  private void collect(List<PageBlockType> blocks, AffineTransform outer, int depth) {
    for (PageBlockType part : blocks) {
      if (part instanceof TextObject text) {
        text(text, outer);
      } else if (part instanceof PathObject path) {
        path(path, outer);
      } else if (part instanceof ImageObject image) {
        images.add(image);
      } else if (part instanceof CompositeObject composite && depth < MAX_DEPTH) {
        composite(composite, outer, depth + 1);
      } else if (part instanceof CT_PageBlock inner && depth < MAX_DEPTH) {
        collect(inner.getPageBlocks(), outer, depth + 1);
      }
    }
  }

  /** What a composite object shows stands among the document's resources. */
  private void composite(CompositeObject composite, AffineTransform outer, int depth) {
    if (composite.getResourceID() == null) {
      return;
    }
    CT_VectorG unit = resources.getCompositeGraphicUnit(composite.getResourceID().toString());
    if (unit != null && unit.getContent() != null) {
      collect(unit.getContent().getPageBlocks(), place(composite, outer), depth);
    }
  }

  private static AffineTransform place(CT_GraphicUnit<?> object, AffineTransform outer) {
    AffineTransform place = new AffineTransform(outer);
    ST_Box box = object.getBoundary();
    if (box != null) {
      place.translate(box.getTopLeftX(), box.getTopLeftY());
    }
    ST_Array matrix = object.getCTM();
    if (matrix != null && matrix.size() == 6) {
      double[] m = matrix.getArray().stream().mapToDouble(Double::parseDouble).toArray();
      place.concatenate(new AffineTransform(m));
    }
    return place;
  }

  private void text(TextObject object, AffineTransform outer) {
    AffineTransform place = place(object, outer);
    double size = object.getSize() == null ? 1 : object.getSize();
    double scaled = size * Math.hypot(place.getShearX(), place.getScaleY());
    double degrees = Math.toDegrees(Math.atan2(place.getShearY(), place.getScaleX()));
    boolean leans = Math.abs(degrees - 90 * Math.rint(degrees / 90)) > UPRIGHT;
    double x = 0;
    double y = 0;
    for (TextCode code : object.getTextCodes()) {
      x = code.getX() == null ? x : code.getX();
      y = code.getY() == null ? y : code.getY();
      String text = code.getContent() == null ? "" : code.getContent();
      if (leans) {
        slanting.append(text);
      } else {
        characters(text, code, place, x, y, size, scaled);
      }
    }
  }

  private void characters(
      String text,
      TextCode code,
      AffineTransform place,
      double x0,
      double y0,
      double size,
      double scaled) {
    List<Double> right = deltas(code.getDeltaX(), text.length());
    List<Double> down = deltas(code.getDeltaY(), text.length());
    double x = x0;
    double y = y0;
    for (int i = 0; i < text.length(); i++) {
      Point2D at = place.transform(new Point2D.Double(x, y), null);
      double width = (text.charAt(i) < 0x2000 ? .5 : 1) * scaled;
      if (!Character.isWhitespace(text.charAt(i))) {
        glyphs.add(
            new Glyph(at.getX(), at.getX() + width, at.getY(), scaled, text.substring(i, i + 1)));
      }
      x +=
          i < right.size()
              ? right.get(i)
              : down.isEmpty() ? (text.charAt(i) < 0x2000 ? .5 : 1) * size : 0;
      y += i < down.size() ? down.get(i) : 0;
    }
  }

  /** Advances from character to character; {@code g 5 3.2} stands for five of 3.2. */
  private static List<Double> deltas(ST_Array array, int most) {
    List<Double> deltas = new ArrayList<>();
    List<String> tokens = array == null ? List.of() : array.getArray();
    for (int i = 0; i < tokens.size() && deltas.size() < most; i++) {
      if (tokens.get(i).equals("g") && i + 2 < tokens.size()) {
        int count = Math.min(most, (int) Double.parseDouble(tokens.get(i + 1)));
        deltas.addAll(Collections.nCopies(count, Double.parseDouble(tokens.get(i + 2))));
        i += 2;
      } else {
        deltas.add(Double.parseDouble(tokens.get(i)));
      }
    }
    return deltas;
  }

  /** Straight lines of a path, which may be a cell's border. */
  private void path(PathObject path, AffineTransform outer) {
    AffineTransform place = place(path, outer);
    String data = path.getAbbreviatedData();
    String[] tokens = data == null ? new String[0] : data.strip().split("[\\s,]+");
    Point2D start = null;
    Point2D at = null;
    int i = 0;
    while (i < tokens.length) {
      String operator = tokens[i++];
      switch (operator) {
        case "S", "M" -> {
          at = point(tokens, i, place);
          start = at;
          i += 2;
        }
        case "L" -> {
          Point2D to = point(tokens, i, place);
          rule(at, to);
          at = to;
          i += 2;
        }
        case "C" -> {
          rule(at, start);
          at = start;
        }
        case "Q" -> i += 4;
        case "B" -> i += 6;
        case "A" -> i += 7;
        default -> {}
      }
    }
  }

  private static Point2D point(String[] tokens, int at, AffineTransform place) {
    return at + 1 < tokens.length
        ? place.transform(
            new Point2D.Double(Double.parseDouble(tokens[at]), Double.parseDouble(tokens[at + 1])),
            null)
        : null;
  }

  private void rule(Point2D a, Point2D b) {
    if (a == null || b == null) {
      return;
    }
    double dx = Math.abs(a.getX() - b.getX());
    double dy = Math.abs(a.getY() - b.getY());
    if (dy < .5 && dx > 2) {
      rules.add(
          new Rule(
              true,
              (a.getY() + b.getY()) / 2,
              Math.min(a.getX(), b.getX()),
              Math.max(a.getX(), b.getX())));
    } else if (dx < .5 && dy > 2) {
      rules.add(
          new Rule(
              false,
              (a.getX() + b.getX()) / 2,
              Math.min(a.getY(), b.getY()),
              Math.max(a.getY(), b.getY())));
    }
  }
}
