package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.extract.KeyLines.Key;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the numbers in a text is its own: never one that stands inside a sentence. */
final class Numbers {
  private static final Pattern IN_TITLE =
      Pattern.compile(
          "^([一-龥]{0,14}?)((?:署令|公告|通告|令)[〔\\[（(【]?\\s*\\d{4}.*?号|(?:公告|通告|令)\\s*第\\s*\\d+\\s*号)");

  private static final Pattern WITH_DATE =
      Pattern.compile("^([^\\s\\u3000]{4,40}号)[\\s\\u3000]+(?:" + Dates.DATE + ").{0,20}$");

  private Numbers() {}

  static Provenance<String> own(DocumentView page, Provenance<String> title) {
    Provenance<String> keyed =
        page.keys().get(Key.NUMBER).map(e -> e.with(keyed(e.value()))).orElse(null);
    if (keyed != null) {
      return keyed.value() == null ? null : keyed;
    }
    Provenance<String> ordered = Orders.number(page.head());
    if (ordered != null) {
      return ordered;
    }
    for (TextLine line : page.head()) {
      String number = DocumentNumbers.whole(beforeDate(line.text()));
      if (number != null && line.text().length() < 60) {
        return Provenance.at(withoutRedHead(number), Provenance.HEAD, line.start(), line.end());
      }
    }
    Provenance<String> titled = title == null ? null : inTitle(title);
    if (titled != null) {
      return titled;
    }
    if (page.law().isEmpty() || page.law().first().number() == null) {
      return null;
    }
    LegislationHistory.Entry entry = page.law().first();
    return Provenance.at(entry.number(), Provenance.HEAD, entry.start(), entry.end());
  }

  /** Pages print the number and the day on one line. */
  private static String beforeDate(String line) {
    Matcher dated = WITH_DATE.matcher(line);
    return dated.matches() ? dated.group(1) : line;
  }

  private static String keyed(String value) {
    String number = DocumentNumbers.whole(value);
    return number != null ? number : DocumentNumbers.first(value);
  }

  /** 海关总署公告〔2024〕151号: the issuer in front is not part of the number. */
  private static Provenance<String> inTitle(Provenance<String> title) {
    Matcher matcher = IN_TITLE.matcher(title.value());
    if (!matcher.find()) {
      return null;
    }
    String printed = matcher.group(2);
    String whole = DocumentNumbers.whole(printed);
    String number = whole == null ? DocumentNumbers.first(printed) : whole;
    boolean decree = number != null && number.startsWith("令");
    return number == null ? null : title.with(decree ? matcher.group(1) + number : number);
  }

  /** 某省人民政府文件某政〔2025〕1号 on one line. */
  private static String withoutRedHead(String number) {
    return number.replaceFirst("^.*文件(?=[一-龥])", "");
  }
}
