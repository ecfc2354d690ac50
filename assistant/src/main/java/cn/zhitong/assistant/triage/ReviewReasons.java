package cn.zhitong.assistant.triage;

import java.util.ArrayList;
import java.util.List;

/** Why a person should look before a suggestion is followed. */
final class ReviewReasons {
  private ReviewReasons() {}

  /** Doubts of the sorter itself: with any of these the suggestion abstains. */
  static List<String> of(AppealClassifier.Sorted sorted) {
    List<String> doubts = new ArrayList<>();
    double category = sorted.categories()[sorted.category().ordinal()];
    if (category < sorted.thresholds().category()) {
      doubts.add("类别把握不足（%.0f%%），请人工判断".formatted(category * 100));
    }
    if (sorted.candidates().isEmpty()) {
      doubts.add("没有部门目录，也没有历史来件，请先导入部门目录");
    } else if (sorted.candidates().get(0).probability() < sorted.thresholds().department()) {
      doubts.add(
          "承办部门把握不足（%.0f%%），请从候选中选定".formatted(sorted.candidates().get(0).probability() * 100));
    }
    return doubts;
  }

  /** What the appeal itself says that a person must see; the suggestion stands all the same. */
  static List<String> of(List<Suggestion.Flag> flags) {
    List<String> doubts = new ArrayList<>();
    for (Suggestion.Flag flag : flags) {
      switch (flag.kind()) {
        case "紧急" -> doubts.add("可能情况紧急，请先核实是否需要转 110、119、120");
        case "极端言论" -> doubts.add("含极端言论，请先由专人联系来件人");
        case "诉讼", "仲裁", "信访" -> doubts.add("可能已进入" + flag.kind() + "，请核实是否属于不予受理");
        default -> {
          // The others are shown beside the suggestion and need no decision first.
        }
      }
    }
    return doubts;
  }
}
