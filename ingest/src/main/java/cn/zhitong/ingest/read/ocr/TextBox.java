package cn.zhitong.ingest.read.ocr;

/**
 * A rectangle around a line of print, which may be turned.
 *
 * @param centerX in pixels of the page, y downwards
 * @param angle of the line's direction against the horizontal, in radians, clockwise
 * @param width along the line
 * @param height across it
 */
record TextBox(double centerX, double centerY, double angle, double width, double height) {

  double x(double along, double down) {
    return centerX + along * Math.cos(angle) - down * Math.sin(angle);
  }

  double y(double along, double down) {
    return centerY + along * Math.sin(angle) + down * Math.cos(angle);
  }

  TextBox scaled(double fx, double fy) {
    double dx = Math.cos(angle) * fx;
    double dy = Math.sin(angle) * fy;
    double along = Math.hypot(dx, dy);
    double across = Math.hypot(Math.sin(angle) * fx, Math.cos(angle) * fy);
    return new TextBox(
        centerX * fx, centerY * fy, Math.atan2(dy, dx), width * along, height * across);
  }

  /** Grown on every side. */
  TextBox grown(double by) {
    return new TextBox(centerX, centerY, angle, width + 2 * by, height + 2 * by);
  }

  /** The same rectangle read along its other side, from the upper edge down. */
  TextBox standing() {
    double turned = angle + Math.PI / 2;
    return new TextBox(
        centerX, centerY, turned > Math.PI / 2 + 1 ? turned - Math.PI : turned, height, width);
  }

  boolean isStanding() {
    return height > 1.5 * width;
  }
}
