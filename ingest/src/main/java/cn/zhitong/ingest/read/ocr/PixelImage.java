package cn.zhitong.ingest.read.ocr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * An opaque picture as an array of RGB values, row by row.
 *
 * @param pixels {@code 0xRRGGBB}, {@code width * height} of them
 */
record PixelImage(int width, int height, int[] pixels) {

  /** A copy on white ground: what is transparent in a scan is paper. */
  static PixelImage of(BufferedImage image) {
    return scaled(image, image.getWidth(), image.getHeight());
  }

  /** The picture in another size, also on white ground. */
  static PixelImage scaled(BufferedImage image, int width, int height) {
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setBackground(java.awt.Color.WHITE);
    graphics.clearRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return new PixelImage(
        width, height, ((DataBufferInt) copy.getRaster().getDataBuffer()).getData());
  }

  int at(int x, int y) {
    return pixels[y * width + x];
  }

  /**
   * The picture in another size, each pixel the mean of those it covers: small print stays legible
   * where single pixels picked out of it would not.
   */
  PixelImage resized(int newWidth, int newHeight) {
    int[] out = new int[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      double top = (double) y * height / newHeight;
      double bottom = (double) (y + 1) * height / newHeight;
      for (int x = 0; x < newWidth; x++) {
        double left = (double) x * width / newWidth;
        double right = (double) (x + 1) * width / newWidth;
        out[y * newWidth + x] =
            right - left > 1 || bottom - top > 1
                ? mean(left, top, right, bottom)
                : sample((left + right) / 2 - .5, (top + bottom) / 2 - .5);
      }
    }
    return new PixelImage(newWidth, newHeight, out);
  }

  private int mean(double left, double top, double right, double bottom) {
    double r = 0;
    double g = 0;
    double b = 0;
    double area = 0;
    for (int y = (int) top; y < Math.min(height, Math.ceil(bottom)); y++) {
      double high = Math.min(y + 1, bottom) - Math.max(y, top);
      for (int x = (int) left; x < Math.min(width, Math.ceil(right)); x++) {
        double part = high * (Math.min(x + 1, right) - Math.max(x, left));
        int pixel = at(x, y);
        r += part * (pixel >> 16 & 255);
        g += part * (pixel >> 8 & 255);
        b += part * (pixel & 255);
        area += part;
      }
    }
    return rgb(r / area, g / area, b / area);
  }

  /** The colour at a point between pixels; beyond the edge that of the edge. */
  int sample(double x, double y) {
    double px = Math.max(0, Math.min(width - 1, x));
    double py = Math.max(0, Math.min(height - 1, y));
    int x0 = (int) px;
    int y0 = (int) py;
    int x1 = Math.min(width - 1, x0 + 1);
    int y1 = Math.min(height - 1, y0 + 1);
    double fx = px - x0;
    double fy = py - y0;
    int a = at(x0, y0);
    int b = at(x1, y0);
    int c = at(x0, y1);
    int d = at(x1, y1);
    return rgb(
        blend(a >> 16 & 255, b >> 16 & 255, c >> 16 & 255, d >> 16 & 255, fx, fy),
        blend(a >> 8 & 255, b >> 8 & 255, c >> 8 & 255, d >> 8 & 255, fx, fy),
        blend(a & 255, b & 255, c & 255, d & 255, fx, fy));
  }

  private static double blend(int a, int b, int c, int d, double fx, double fy) {
    return (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy;
  }

  private static int rgb(double r, double g, double b) {
    return (int) (r + .5) << 16 | (int) (g + .5) << 8 | (int) (b + .5);
  }

  /** What lies under a rectangle that may be turned, set upright. */
  PixelImage cut(TextBox box) {
    int w = Math.max(1, (int) Math.round(box.width()));
    int h = Math.max(1, (int) Math.round(box.height()));
    int[] out = new int[w * h];
    for (int y = 0; y < h; y++) {
      double down = y + .5 - h / 2.0;
      for (int x = 0; x < w; x++) {
        double along = x + .5 - w / 2.0;
        out[y * w + x] = sample(box.x(along, down) - .5, box.y(along, down) - .5);
      }
    }
    return new PixelImage(w, h, out);
  }

  /** The left part of the picture, at most so wide. */
  PixelImage left(int most) {
    int w = Math.min(width, Math.max(1, most));
    int[] out = new int[w * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, y * width, out, y * w, w);
    }
    return new PixelImage(w, height, out);
  }

  /** Turned clockwise by so many quarters. */
  PixelImage turned(int quarters) {
    PixelImage image = this;
    for (int i = 0; i < (quarters & 3); i++) {
      image = image.turnedOnce();
    }
    return image;
  }

  private PixelImage turnedOnce() {
    int[] out = new int[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[x * height + (height - 1 - y)] = at(x, y);
      }
    }
    return new PixelImage(height, width, out);
  }
}
