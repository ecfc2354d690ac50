package cn.zhitong.training.bert;

/**
 * A learning rate that rises from 0 and falls to 0, in straight lines.
 *
 * @param highest reached after a tenth of the steps
 */
public record LinearSchedule(float highest, int steps) {
  private static final float RISE = .1f;

  public float at(int step) {
    float part = (step + 1f) / (steps + 1);
    return highest * Math.min(part / RISE, (1 - part) / (1 - RISE));
  }
}
