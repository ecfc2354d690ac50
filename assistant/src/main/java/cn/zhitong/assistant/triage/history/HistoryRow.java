package cn.zhitong.assistant.triage.history;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import java.util.Map;

/**
 * A past appeal with what people decided.
 *
 * @param category null where it is none of the three (praise)
 * @param department as the owner writes it, empty where it is not known
 * @param sourceLabel the category as it was given, empty for none
 */
public record HistoryRow(
    String id, AppealText appeal, Category category, String department, String sourceLabel) {
  /** Source types as platforms name them; what is not here (表扬, 其他) trains no category. */
  private static final Map<String, Category> SOURCE_TYPES =
      Map.ofEntries(
          Map.entry("咨询问题", Category.CONSULTATION),
          Map.entry("政策咨询", Category.CONSULTATION),
          Map.entry("业务咨询", Category.CONSULTATION),
          Map.entry("意见建议", Category.SUGGESTION),
          Map.entry("建言献策", Category.SUGGESTION),
          Map.entry("意见", Category.SUGGESTION),
          Map.entry("求助", Category.DEMAND),
          Map.entry("投诉", Category.DEMAND),
          Map.entry("举报", Category.DEMAND),
          Map.entry("反映", Category.DEMAND),
          Map.entry("反映问题", Category.DEMAND),
          Map.entry("申诉", Category.DEMAND));

  /** The category of a label, by code, Chinese name or source type; null where it is none. */
  static Category category(String label) {
    if (label == null || label.isBlank()) {
      return null;
    }
    return Category.find(label.strip()).orElseGet(() -> SOURCE_TYPES.get(label.strip()));
  }
}
