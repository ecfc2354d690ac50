package cn.zhitong.ingest.read.ocr;

/**
 * Takes seals off a page. A seal is red and as large as several lines; under it the print is black,
 * which the red channel alone shows. A red head's characters are lower than a seal and stay.
 */
final class SealRemover {
  /** Pixels of the page to one cell of the map in which what lies near hangs together. */
  private static final int CELL = 8;

  /** A seal of 3 cm and more on a page of 21 cm; a red head's characters reach 2 cm. */
  private static final double LEAST_PART = 1 / 7.5;

  /** Two seals side by side; a red head with its rule is wider. */
  private static final double WIDEST_SHAPE = 2.6;

  private SealRemover() {}

  static PixelImage clean(PixelImage page) {
    int columns = (page.width() + CELL - 1) / CELL;
    int rows = (page.height() + CELL - 1) / CELL;
    boolean[] red = new boolean[columns * rows];
    boolean any = false;
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        if (isRed(page.at(x, y))) {
          red[y / CELL * columns + x / CELL] = true;
          any = true;
        }
      }
    }
    return any ? clean(page, red, columns, rows) : page;
  }

  private static PixelImage clean(PixelImage page, boolean[] red, int columns, int rows) {
    int[] pixels = page.pixels().clone();
    double least = Math.min(page.width(), page.height()) * LEAST_PART;
    boolean[] seen = new boolean[red.length];
    for (int i = 0; i < red.length; i++) {
      if (!red[i] || seen[i]) {
        continue;
      }
      int[] bounds = bounds(red, seen, i, columns, rows);
      double wide = (bounds[2] - bounds[0] + 1.0) * CELL;
      double high = (bounds[3] - bounds[1] + 1.0) * CELL;
      if (wide >= least && high >= least && wide < WIDEST_SHAPE * high) {
        whiten(page, pixels, bounds);
      }
    }
    return new PixelImage(page.width(), page.height(), pixels);
  }

  /** Left, top, right and bottom cell of what hangs together, gaps of one cell allowed. */
  private static int[] bounds(boolean[] red, boolean[] seen, int from, int columns, int rows) {
    int[] bounds = {columns, rows, 0, 0};
    int[] stack = new int[red.length];
    int count = 0;
    stack[count++] = from;
    seen[from] = true;
    while (count > 0) {
      int at = stack[--count];
      int x = at % columns;
      int y = at / columns;
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
      for (int ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny++) {
        for (int nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) {
          int next = ny * columns + nx;
          if (red[next] && !seen[next]) {
            seen[next] = true;
            stack[count++] = next;
          }
        }
      }
    }
    return bounds;
  }

  /** Each pixel as grey as its red channel: red ink becomes paper, black ink stays. */
  private static void whiten(PixelImage page, int[] pixels, int[] bounds) {
    for (int y = bounds[1] * CELL; y < Math.min(page.height(), (bounds[3] + 1) * CELL); y++) {
      for (int x = bounds[0] * CELL; x < Math.min(page.width(), (bounds[2] + 1) * CELL); x++) {
        int grey = page.at(x, y) >> 16 & 255;
        // Worn red ink is darker than paper; print under it is far darker still.
        int stretched = Math.max(0, Math.min(255, (grey - 40) * 255 / 130));
        pixels[y * page.width() + x] = stretched << 16 | stretched << 8 | stretched;
      }
    }
  }

  private static boolean isRed(int pixel) {
    int r = pixel >> 16 & 255;
    int g = pixel >> 8 & 255;
    int b = pixel & 255;
    return r > 110 && r - Math.max(g, b) > 45;
  }
}
