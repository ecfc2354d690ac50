package cn.zhitong.assistant.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns as people decorate them: {@code 诉求内容*}, {@code 电话（必填）}, {@code 诉求 标题}. */
public final class ColumnNames {
  private static final Pattern REMARKS =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|【[^【】]*】|[\\s*:※★#\\p{Cf}]+");

  /** Longer cells are no names; also a bound for the pattern. */
  private static final int LONGEST = 60;

  private ColumnNames() {}

  /** Without marks, remarks in brackets, blanks and widths; lower case. */
  public static String plain(String name) {
    if (name.length() > LONGEST) {
      return name;
    }
    String narrow = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String plain = REMARKS.matcher(narrow).replaceAll("");
    return (plain.isEmpty() ? narrow.strip() : plain).toLowerCase(Locale.ROOT);
  }
}
