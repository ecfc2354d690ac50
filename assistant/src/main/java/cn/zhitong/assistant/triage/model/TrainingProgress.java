package cn.zhitong.assistant.triage.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a training is, by the stage that its job names. Shares are those of a training of 6,000
 * appeals without cached vectors; docs/performance.md has the times.
 */
final class TrainingProgress {
  static final String CHECKING = "检查数据";
  static final String COMPARING = "与在用模型比较";
  private static final Pattern COUNTED = Pattern.compile("(\\D{1,80}?) ?(\\d+)/(\\d+)");

  private TrainingProgress() {}

  /** 0 to 1. */
  static double of(String stage) {
    if (stage.equals("完成")) {
      return 1;
    }
    Matcher counted = COUNTED.matcher(stage);
    if (counted.matches()) {
      double done =
          Double.parseDouble(counted.group(2)) / Math.max(1, Double.parseDouble(counted.group(3)));
      return switch (counted.group(1)) {
        case "计算向量" -> .03 + .6 * done;
        case "训练类别模型" -> .65 + .12 * done;
        case "训练部门模型" -> .77 + .2 * done;
        default -> .65;
      };
    }
    return switch (stage) {
      case CHECKING -> .01;
      case COMPARING -> .97;
      case "等待" -> 0;
      default -> .65;
    };
  }
}
