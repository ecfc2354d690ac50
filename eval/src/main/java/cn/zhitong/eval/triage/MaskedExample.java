package cn.zhitong.eval.triage;

import cn.zhitong.eval.dataset.AppealRow;
import java.util.regex.Pattern;

/**
 * An appeal as a report shows it: its beginning, without what tells who wrote it. Coarser than the
 * service's masking, since nobody has to work with it: every longer number goes, also house numbers
 * of six digits.
 */
final class MaskedExample {
  private static final int LENGTH = 80;
  private static final Pattern EMAIL = Pattern.compile("[\\w.%+-]+@[\\w.-]+");
  private static final Pattern PLATE =
      Pattern.compile("[\\u4e00-\\u9fa5][A-HJ-NP-Z][·. ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])");
  private static final Pattern NUMBER = Pattern.compile("[0-9０-９][0-9０-９ -]{4,}[0-9０-９Xx]");

  /** 本人张某某, 我叫…, 联系人：…: the name that follows. */
  private static final Pattern NAME =
      Pattern.compile("(本人|我叫|我是|姓名[:：]?|联系人[:：]?)([\\u4e00-\\u9fa5]{2,3})(?=[，,。、；;：: （(身电联男女])");

  private MaskedExample() {}

  static String of(AppealRow row) {
    String text = row.title().isBlank() ? row.text() : row.title() + "｜" + row.text();
    String masked = masked(text.replaceAll("\\s+", " ").strip());
    return masked.length() <= LENGTH ? masked : masked.substring(0, LENGTH) + "…";
  }

  static String masked(String text) {
    String plain = EMAIL.matcher(text).replaceAll("<邮箱>");
    plain = PLATE.matcher(plain).replaceAll("<车牌>");
    plain = NUMBER.matcher(plain).replaceAll("<号码>");
    return NAME.matcher(plain).replaceAll("$1某某");
  }
}
