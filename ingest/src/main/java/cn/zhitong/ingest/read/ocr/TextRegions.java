package cn.zhitong.ingest.read.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the lines of print in the detector's map of probabilities: what hangs together above a
 * threshold is one line; the smallest rectangle around it is grown, since the network is trained on
 * regions that were shrunk (Liao et al., Real-time Scene Text Detection with Differentiable
 * Binarization, 2020, section 3.4).
 */
final class TextRegions {
  /** A pixel belongs to a region; PaddleOCR's det_db_thresh. */
  private static final float PIXEL = .3f;

  /** Mean probability of a region that counts; RapidOCR's box_thresh. */
  private static final double REGION = .5;

  /** How far a region was shrunk in training, undone; RapidOCR's unclip_ratio. */
  private static final double UNCLIP = 1.6;

  private static final double SMALLEST_SIDE = 3;

  private final float[] map;
  private final int width;
  private final int height;
  private final boolean[] seen;
  private final int[] stack;

  TextRegions(float[] map, int width, int height) {
    this.map = map;
    this.width = width;
    this.height = height;
    this.seen = new boolean[map.length];
    this.stack = new int[map.length];
  }

  /** Rectangles in pixels of the map. */
  List<TextBox> boxes() {
    List<TextBox> boxes = new ArrayList<>();
    for (int i = 0; i < map.length; i++) {
      if (map[i] > PIXEL && !seen[i]) {
        TextBox box = smallestRectangle(region(i));
        if (Math.min(box.width(), box.height()) >= SMALLEST_SIDE && mean(box) >= REGION) {
          double grow = box.width() * box.height() * UNCLIP / (2 * (box.width() + box.height()));
          boxes.add(box.grown(grow));
        }
      }
    }
    return boxes;
  }

  /** Leftmost and rightmost pixel of each row that the region has, as corner points. */
  private List<double[]> region(int from) {
    int top = from / width;
    int[] left = new int[height];
    int[] right = new int[height];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(right, -1);
    int count = 0;
    stack[count++] = from;
    seen[from] = true;
    int bottom = top;
    while (count > 0) {
      int at = stack[--count];
      int x = at % width;
      int y = at / width;
      left[y] = Math.min(left[y], x);
      right[y] = Math.max(right[y], x);
      bottom = Math.max(bottom, y);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int nx = x + dx;
          int ny = y + dy;
          int next = ny * width + nx;
          if (nx >= 0 && nx < width && ny >= 0 && ny < height && map[next] > PIXEL && !seen[next]) {
            seen[next] = true;
            stack[count++] = next;
          }
        }
      }
    }
    List<double[]> points = new ArrayList<>();
    for (int y = top; y <= bottom; y++) {
      points.add(new double[] {left[y], y});
      points.add(new double[] {left[y], y + 1});
      points.add(new double[] {right[y] + 1, y});
      points.add(new double[] {right[y] + 1, y + 1});
    }
    return points;
  }

  private static TextBox smallestRectangle(List<double[]> points) {
    List<double[]> hull = hull(points);
    TextBox smallest = null;
    for (int i = 0; i < hull.size(); i++) {
      double[] a = hull.get(i);
      double[] b = hull.get((i + 1) % hull.size());
      TextBox box = rectangleAlong(hull, Math.atan2(b[1] - a[1], b[0] - a[0]));
      if (smallest == null || box.width() * box.height() < smallest.width() * smallest.height()) {
        smallest = box;
      }
    }
    return smallest;
  }

  /** The rectangle around the points with one side in this direction, turned to lie flat. */
  private static TextBox rectangleAlong(List<double[]> hull, double direction) {
    double angle = direction - Math.PI / 2 * Math.rint(direction / (Math.PI / 2));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[] along = {Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] down = {Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] p : hull) {
      double u = p[0] * cos + p[1] * sin;
      double v = -p[0] * sin + p[1] * cos;
      along[0] = Math.min(along[0], u);
      along[1] = Math.max(along[1], u);
      down[0] = Math.min(down[0], v);
      down[1] = Math.max(down[1], v);
    }
    double u = (along[0] + along[1]) / 2;
    double v = (down[0] + down[1]) / 2;
    return new TextBox(
        u * cos - v * sin, u * sin + v * cos, angle, along[1] - along[0], down[1] - down[0]);
  }

  /** Convex hull by Andrew's monotone chain. */
  private static List<double[]> hull(List<double[]> points) {
    points.sort((a, b) -> a[0] != b[0] ? Double.compare(a[0], b[0]) : Double.compare(a[1], b[1]));
    List<double[]> hull = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      int floor = hull.size() + 1;
      for (int i = 0; i < points.size(); i++) {
        double[] p = points.get(pass == 0 ? i : points.size() - 1 - i);
        while (hull.size() > floor
            && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0) {
          hull.remove(hull.size() - 1);
        }
        hull.add(p);
      }
      hull.remove(hull.size() - 1);
    }
    return hull;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private double mean(TextBox box) {
    double sum = 0;
    int count = 0;
    for (double down = -box.height() / 2 + .5; down < box.height() / 2; down++) {
      for (double along = -box.width() / 2 + .5; along < box.width() / 2; along++) {
        int x = (int) Math.floor(box.x(along, down));
        int y = (int) Math.floor(box.y(along, down));
        if (x >= 0 && x < width && y >= 0 && y < height) {
          sum += map[y * width + x];
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
