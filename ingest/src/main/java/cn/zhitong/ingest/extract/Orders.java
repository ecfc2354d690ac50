package cn.zhitong.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an order (令, 公告): who orders on one line, the number on the next, and the sentence
 * that names the text below.
 */
final class Orders {
  private static final Pattern ORDER =
      Pattern.compile(
          "^([一-龥（）()\\s\\u3000]{2,60}?)(?:主席)?(?:令|公告|通告)(?:[\\s\\u3000]*[（(〔]?(?:\\d{4}年)?第[\\d一二三四五六七八九十百零〇]{1,7}号[）)〕]?)?$");

  /** 《某办法》已经…通过，现予公布. */
  private static final Pattern MAKES =
      Pattern.compile(
          "^[一-龥，、\\d\\s]{0,30}?《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,40})?)》.{0,160}?(?:公布|发布|施行|通过|颁布|印发)");

  private static final Pattern WORD = Pattern.compile("令|公告|通告");
  private static final Pattern OFFICE =
      Pattern.compile("[一-龥（）()]{3,60}(?:政府|厅|局|委员会|委|办公室|办公厅|部|署|院|会|行|中心)");

  private static final int HEAD = 6;

  private Orders() {}

  /** Who orders, where a line is nothing but that and 令 or 公告. */
  static Optional<String> issuer(String line) {
    Matcher order = ORDER.matcher(line.strip());
    return order.matches() && line.indexOf('《') < 0 && !line.contains("关于")
        ? Optional.of(order.group(1).strip().replaceAll("[\\s\\u3000]+", " "))
        : Optional.empty();
  }

  /** 某省某厅 on one line, 公告 on the next; null where the line is no such word. */
  private static String overTwoLines(List<TextLine> head, int at) {
    boolean word = WORD.matcher(head.get(at).packed()).matches();
    String above = word && at > 0 ? head.get(at - 1).packed() : "";
    return OFFICE.matcher(above).matches() ? above + head.get(at).packed() : null;
  }

  static Provenance<String> number(List<TextLine> head) {
    for (int i = 0; i + 1 < Math.min(HEAD, head.size()); i++) {
      TextLine line = head.get(i);
      TextLine next = head.get(i + 1);
      String order = issuer(line.text()).isPresent() ? line.text() : overTwoLines(head, i);
      String number = order == null ? null : DocumentNumbers.below(order, next.text());
      if (number != null) {
        return Provenance.at(number, Provenance.HEAD, line.start(), next.end());
      }
    }
    return null;
  }

  /** The title of the text that an order puts into force, printed below it or only named. */
  static Optional<Provenance<String>> title(DocumentView page) {
    List<TextLine> head = page.head();
    for (int i = 0; i < Math.min(HEAD, head.size()); i++) {
      if (issuer(head.get(i).text()).isPresent() || overTwoLines(head, i) != null) {
        return madeBelow(page, i + 1);
      }
    }
    return Optional.empty();
  }

  private static Optional<Provenance<String>> madeBelow(DocumentView page, int from) {
    for (int i = from; i < Math.min(from + HEAD, page.head().size()); i++) {
      TextLine sentence = page.head().get(i);
      Matcher makes = MAKES.matcher(sentence.text());
      if (!makes.find()) {
        continue;
      }
      String title = makes.group(1);
      String packed = title.replaceAll("[\\s\\u3000]+", "");
      for (TextLine line : page.lines()) {
        if (line.start() > sentence.end() && line.packed().equals(packed)) {
          return Optional.of(Provenance.at(title, Provenance.HEAD, line.start(), line.end()));
        }
      }
      int start = sentence.start() + makes.start(1);
      return Optional.of(Provenance.at(title, Provenance.HEAD, start, start + title.length()));
    }
    return Optional.empty();
  }
}
