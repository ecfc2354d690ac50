package cn.zhitong.ingest.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history above a law: who passed or promulgated it when, and its revisions; also the round
 * bracket 2024年10月28日海关总署令第272号公布 自2024年12月1日起施行.
 *
 * @param entries in the order printed, oldest first
 */
record LegislationHistory(List<Entry> entries) {
  private static final Pattern EVENT = Pattern.compile("(通过|公布|发布|修订|修正|批准|颁布|修改)");
  private static final Pattern LINE =
      Pattern.compile(
          "^[（(]?[\\s\\u3000]*" + Dates.DATE + "[\\s\\u3000]*(.{2,400})$", Pattern.DOTALL);
  private static final Pattern DECREE =
      Pattern.compile("([一-龥、]{2,40}?)(?:第([0-9０-９]+)号令|令第([0-9０-９]+)号)");
  private static final Pattern CONGRESS =
      Pattern.compile("([一-龥]{2,12}?)?第[一二三四五六七八九十]+届(全国)?人民代表大会(常务委员会)?第");
  private static final Pattern EFFECT =
      Pattern.compile("自[\\s\\u3000]*" + Dates.DATE + "[\\s\\u3000]*起?[\\s\\u3000]*(?:施行|实施|执行)");

  /**
   * @param number 国务院令第224号, or null
   * @param issuer who did it, or null
   * @param effective the day it names as 施行, or null
   */
  record Entry(
      LocalDate date,
      String number,
      String issuer,
      boolean approval,
      LocalDate effective,
      int start,
      int end) {}

  /** Reads the lines above the first article; empty where none is a law's history. */
  static LegislationHistory of(List<TextLine> head) {
    List<Entry> entries = new ArrayList<>();
    for (TextLine line : head) {
      Matcher matcher = LINE.matcher(line.text());
      if (line.text().length() > 420 || !matcher.matches()) {
        continue;
      }
      String rest = matcher.group(7);
      LocalDate date = Dates.read(matcher, 0);
      if (date != null && EVENT.matcher(rest).find()) {
        entries.add(entry(date, rest, line));
      }
    }
    return new LegislationHistory(entries);
  }

  private static Entry entry(LocalDate date, String rest, TextLine line) {
    Matcher decree = DECREE.matcher(rest);
    String issuer = congress(rest);
    String number = null;
    if (decree.find() && rest.indexOf('《') < 0) {
      String by = decree.group(1).replace("中华人民共和国", "").replaceFirst("^(?:由|经)", "");
      String digits = decree.group(2) == null ? decree.group(3) : decree.group(2);
      number = by + "令第" + DocumentNumbers.pack(digits) + "号";
      issuer = issuer == null ? by.replace("、", " ") : issuer;
    } else if (issuer == null) {
      Matcher by = Pattern.compile("^经?([一-龥、]{3,30}?)(?:发布|公布|颁布|批准)").matcher(rest);
      issuer = by.find() ? by.group(1).replace("、", " ") : null;
    }
    Matcher effect = EFFECT.matcher(rest);
    LocalDate effective = effect.find() ? Dates.read(effect, 0) : null;
    return new Entry(
        date, number, issuer, rest.contains("批准"), effective, line.start(), line.end());
  }

  private static String congress(String rest) {
    Matcher congress = CONGRESS.matcher(rest);
    if (!congress.find()) {
      return null;
    }
    String place = congress.group(1) == null ? "" : congress.group(1);
    return (congress.group(2) != null ? "全国" : place)
        + "人民代表大会"
        + (congress.group(3) == null ? "" : congress.group(3));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The entry that made it, whose number is the law's. */
  Entry first() {
    return entries.stream().filter(e -> e.number() != null).findFirst().orElse(entries.get(0));
  }

  /**
   * The latest entry of whoever made it: a city's law is approved by its province, not made there.
   */
  Entry maker() {
    Entry maker = null;
    for (Entry entry : entries) {
      boolean better =
          maker == null || maker.issuer() == null || maker.approval() || !entry.approval();
      maker = entry.issuer() != null && better ? entry : maker == null ? entry : maker;
    }
    return maker;
  }

  Entry last() {
    Entry latest = entries.get(0);
    for (Entry entry : entries) {
      latest = entry.date().isAfter(latest.date()) ? entry : latest;
    }
    return latest;
  }
}
