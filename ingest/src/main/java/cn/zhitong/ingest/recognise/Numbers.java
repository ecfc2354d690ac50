package cn.zhitong.ingest.recognise;

import cn.zhitong.ingest.recognise.KeyLines.Key;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the numbers in a text is its own: never one that stands inside a sentence. */
final class Numbers {
  private static final Pattern IN_TITLE =
      Pattern.compile(
          "^([一-龥]{0,14}?)((?:署令|公告|通告|令)[〔\\[（(【]?\\s*\\d{4}.*?号|(?:公告|通告|令)\\s*第\\s*\\d+\\s*号)");

  private Numbers() {}

  static Evidence<String> own(Page page, Evidence<String> title) {
    Evidence<String> keyed =
        page.keys().get(Key.NUMBER).map(e -> e.with(keyed(e.value()))).orElse(null);
    if (keyed != null) {
      return keyed.value() == null ? null : keyed;
    }
    for (Line line : page.head()) {
      String number = DocumentNumbers.whole(line.text());
      if (number != null && line.text().length() < 60) {
        return Evidence.at(withoutRedHead(number), Evidence.HEAD, line.start(), line.end());
      }
    }
    Evidence<String> titled = title == null ? null : inTitle(title);
    if (titled != null) {
      return titled;
    }
    if (page.law().isEmpty() || page.law().first().number() == null) {
      return null;
    }
    LawHead.Entry entry = page.law().first();
    return Evidence.at(entry.number(), Evidence.HEAD, entry.start(), entry.end());
  }

  private static String keyed(String value) {
    String number = DocumentNumbers.whole(value);
    return number != null ? number : DocumentNumbers.first(value);
  }

  /** 海关总署公告〔2024〕151号: the issuer in front is not part of the number. */
  private static Evidence<String> inTitle(Evidence<String> title) {
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
