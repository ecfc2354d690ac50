package cn.zhitong.ingest.read.layout;

/**
 * A ruled line of a table or a frame, horizontal or vertical.
 *
 * @param at where it stands across its direction: y of a horizontal, x of a vertical one
 * @param from its lower end along its direction
 */
public record Rule(boolean horizontal, double at, double from, double to) {

  boolean covers(double low, double high) {
    double shared = Math.min(to, high) - Math.max(from, low);
    return shared >= .6 * (high - low);
  }
}
