package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The 落款: who signed, and when.
 *
 * @param issuer null where only a date stands there
 * @param issuerStart offset of the issuer's name in the stored text
 */
record Signature(
    String issuer, int issuerStart, int issuerEnd, LocalDate date, int start, int end) {
  private static final Pattern DATE_AT_END =
      Pattern.compile("^(.{0,80}?)[\\s\\u3000]*[（(]?" + Dates.DATE + "[）)]?(?:发布)?[。.]?$");

  /** Texts without line breaks end with 特此公告。海关总署2024年11月1日. */
  private static final Pattern FLAT =
      Pattern.compile(
          "(?<=[。：:；;）)》a-z])([^。，；：、0-9]{3,60}?)[\\s\\u3000]*"
              + Dates.DATE
              + "(?=[（(\\s]|$|附件|相关链接|浏览)");

  /** Signatures in document order; of a covering notice the first is its own. */
  static List<Signature> of(String stored, List<TextLine> lines, Gazetteer gazetteer) {
    List<Signature> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      ofLine(lines, i, gazetteer).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      flat(stored, gazetteer).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Signature> ofLine(List<TextLine> lines, int i, Gazetteer gazetteer) {
    TextLine line = lines.get(i);
    Matcher matcher = DATE_AT_END.matcher(line.text());
    if (line.text().length() > 100 || KeyLines.isKeyLine(line.text()) || !matcher.matches()) {
      return Optional.empty();
    }
    LocalDate date = Dates.read(matcher, 1);
    String before = matcher.group(1).strip();
    if (date == null || isDashed(matcher)) {
      return Optional.empty();
    }
    if (!before.isEmpty()) {
      return IssuerNames.isName(before, gazetteer)
          ? Optional.of(
              new Signature(
                  clean(before),
                  line.start(),
                  line.start() + before.length(),
                  date,
                  line.start(),
                  line.end()))
          : Optional.empty();
    }
    return Optional.of(withNamesAbove(lines, i, date, gazetteer));
  }

  /** A date with dashes on a line of its own is when the page was put up. */
  private static boolean isDashed(Matcher matcher) {
    return matcher.group(2) == null;
  }

  private static Signature withNamesAbove(
      List<TextLine> lines, int at, LocalDate date, Gazetteer gazetteer) {
    int first = at;
    StringBuilder issuer = new StringBuilder();
    while (first > 0
        && at - first < 8
        && IssuerNames.isName(unsealed(lines.get(first - 1).text()), gazetteer)) {
      first--;
      issuer.insert(0, clean(lines.get(first).text()) + (issuer.isEmpty() ? "" : " "));
    }
    TextLine line = lines.get(at);
    return first == at
        ? new Signature(null, 0, 0, date, line.start(), line.end())
        : new Signature(
            issuer.toString(),
            lines.get(first).start(),
            lines.get(at - 1).end(),
            date,
            line.start(),
            line.end());
  }

  private static Optional<Signature> flat(String stored, Gazetteer gazetteer) {
    int from = Math.max(0, stored.length() - 1500);
    Matcher matcher = FLAT.matcher(stored).region(from, stored.length());
    Signature last = null;
    while (matcher.find()) {
      String name =
          matcher.group(1).replaceFirst("^.*(?:xlsx?|docx?|pdf|zip|rar|wps|ofd)\\d*", "").strip();
      LocalDate date = Dates.read(matcher, 1);
      if (date != null && IssuerNames.isName(name, gazetteer)) {
        int start =
            matcher.end(1) - (matcher.group(1).length() - matcher.group(1).lastIndexOf(name));
        last = new Signature(clean(name), start, start + name.length(), date, start, matcher.end());
      }
    }
    return Optional.ofNullable(last);
  }

  private static String clean(String name) {
    return unsealed(name).strip().replaceAll("[\\s\\u3000\\u00a0]+", " ");
  }

  /** Where a seal belongs, copies print （章） or （盖章）. */
  private static String unsealed(String name) {
    return name.replaceAll("[（(](?:盖|公|印)?章[）)]", "");
  }
}
