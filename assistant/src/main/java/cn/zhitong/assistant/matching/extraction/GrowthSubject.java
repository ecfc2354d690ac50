package cn.zhitong.assistant.matching.extraction;

import java.util.Optional;
import java.util.regex.Pattern;

/** What grows: 「主营业务收入…且同比增长10%以上」 is a growth of revenue. */
final class GrowthSubject {
  private static final Pattern GROWTH = Pattern.compile("同比|增长|增幅|增速|增加|提高|递增|提升|下降|下滑|降幅|[较比]上");

  private GrowthSubject() {}

  /** The field of a growth; null where the words speak of none. */
  static String field(String subject) {
    if (!GROWTH.matcher(subject).find()) {
      return null;
    }
    Optional<String> base = SubjectLexicon.field(subject, QuantityKind.MONEY);
    if (base.isEmpty()) {
      return null;
    }
    return switch (base.get()) {
      case "revenue", "revenue_growth" -> "revenue_growth";
      case "rd_expense", "rd_growth", "custom:研发费用同比增量" -> "rd_growth";
      case "tax_paid" -> "custom:税收增长率";
      case "export_value" -> "custom:出口额增长率";
      case "profit" -> "custom:利润增长率";
      default -> null;
    };
  }
}
