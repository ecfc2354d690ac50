package cn.zhitong.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Markdown's marks, which converters and OCR programs leave in texts, and comments. */
final class Markup {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
  private static final Pattern HEADING =
      Pattern.compile("^\\s{0,3}#{1,6}\\s+(\\S.*?)(?:\\s+#+)?\\s*$");
  private static final Pattern RULE = Pattern.compile("^\\s*(?:[-*_]\\s*){3,}$");

  /** A dash or star before a character or bracket; {@code - 3 -} is a page mark. */
  private static final Pattern BULLET = Pattern.compile("^\\s*[-*+]\\s+(?=[\\p{IsHan}(（《“\"*\\d])");

  private static final Pattern PAGE_MARK = Pattern.compile("^\\s*-\\s*\\d+\\s*-\\s*$");

  private Markup() {}

  static List<Line> strip(List<Line> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    for (Line line : lines) {
      Line stripped = line.inTable() ? line : strip(line);
      if (!stripped.text().isBlank()) {
        out.add(stripped);
      }
    }
    return out;
  }

  private static Line strip(Line line) {
    String text = COMMENT.matcher(line.text()).replaceAll("");
    if (PAGE_MARK.matcher(text).matches()) {
      return line.withText(text);
    }
    if (RULE.matcher(text).matches()) {
      return line.withText("");
    }
    Matcher heading = HEADING.matcher(text);
    if (heading.matches()) {
      return line.withText(withoutStars(heading.group(1))).asHeading();
    }
    return line.withText(withoutStars(BULLET.matcher(text).replaceFirst("")));
  }

  /** Bold marks come in pairs; a single one may be a footnote's star and stays. */
  private static String withoutStars(String text) {
    int count = (text.length() - text.replace("**", "").length()) / 2;
    return count > 0 && count % 2 == 0 ? text.replace("**", "") : text;
  }
}
