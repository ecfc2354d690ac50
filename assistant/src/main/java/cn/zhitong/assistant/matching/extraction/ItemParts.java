package cn.zhitong.assistant.matching.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an item has beside its conditions: object, amount, materials, window, department, mode. */
record ItemParts(
    String object,
    String amount,
    List<String> materials,
    ItemDraft.ApplicationWindow window,
    String mode,
    String department,
    String kind) {
  private static final String NO_APPLICATION = "免申即享";
  private static final String SHORT = "易申快享";
  private static final String ORDINARY = "普通";
  private static final Pattern WINDOW =
      Pattern.compile(
          "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:起|（含）)?(?:至|到|-|—|－|~|～)(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日");
  private static final Pattern UNTIL =
      Pattern.compile("(?:截止|截至|至|于)[^，。；\\d]{0,10}(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern RESPONSIBLE =
      Pattern.compile("(?:责任单位|牵头单位|主管部门|受理部门|咨询部门|负责部门)[：:]([^，。；、）)\n]{3,30})");
  private static final Pattern RIGHT = Pattern.compile("免征|减征|减免|减按|降低|免收|缓缴|返还");
  private static final Pattern STATUS = Pattern.compile("认定|评选|入库|备案|设立|许可");

  static ItemParts of(SourceText source, ItemScope scope) {
    String all = source.text().substring(scope.span().start(), scope.span().end());
    String whole = source.text();
    return new ItemParts(
        object(source, scope),
        amount(source, scope),
        materials(source, scope),
        window(source, scope),
        mode(all, whole),
        department(all, whole),
        kind(scope.title() + all));
  }

  private static String object(SourceText source, ItemScope scope) {
    return scope.texts().stream()
        .map(source::words)
        .map(words -> words.split("[。；\n]", 2)[0].strip())
        .filter(words -> words.length() >= 6)
        .findFirst()
        .orElse(null);
  }

  private static String amount(SourceText source, ItemScope scope) {
    List<TextSpan> spans =
        new ArrayList<>(scope.parts().getOrDefault(SectionRole.AMOUNT, List.of()));
    if (spans.isEmpty()) {
      spans.add(scope.span());
    }
    List<String> grants = new ArrayList<>();
    for (TextSpan span : spans) {
      for (StatementSplitter.Statement statement : StatementSplitter.split(source, span)) {
        for (TextSpan sentence : statement.sentences()) {
          String words = source.covered(sentence);
          int at = Remarks.grantStart(words);
          if (at >= 0 && words.matches(".*\\d.*|.*[免减]征.*|.*[一二三四五六七八九十百]+[万元％%].*")) {
            grants.add(
                source
                    .words(new TextSpan(sentence.start() + at, sentence.end()))
                    .replaceFirst("^[，,]", ""));
          }
        }
      }
    }
    return grants.isEmpty() ? null : String.join("；", grants);
  }

  private static List<String> materials(SourceText source, ItemScope scope) {
    List<String> materials = new ArrayList<>();
    for (TextSpan span : scope.parts().getOrDefault(SectionRole.MATERIALS, List.of())) {
      String words = source.words(span);
      for (String line :
          words.split(
              "[；;。\n"
                  + "]|(?<=[^\\d])(?=\\d{1,2}[．.、])|(?=[（(]\\d{1,2}[）)])|(?=[（(][一二三四五六七八九十]+[）)])")) {
        String plain =
            line.replaceFirst("^(?:[（(]?(?:\\d{1,2}|[一二三四五六七八九十]+)[）)．.、]+)", "").strip();
        boolean listed = !plain.equals(line.strip());
        if (listed
            && plain.length() >= 3
            && !plain.endsWith("：")
            && !plain.matches(".*(?:申报|申请|申报项目)?材料(?:及要求|要求)?")) {
          materials.add(plain);
        }
      }
    }
    return materials;
  }

  private static ItemDraft.ApplicationWindow window(SourceText source, ItemScope scope) {
    for (TextSpan span : scope.parts().getOrDefault(SectionRole.WINDOW, List.of())) {
      String words = source.words(span);
      String text = words.replaceFirst("^(?:[一二三四五六七八九十]+、|\\d[．.、])", "").strip();
      Matcher range = WINDOW.matcher(words);
      if (range.find() && (range.group(1) != null || range.group(4) != null)) {
        String from = range.group(1) == null ? range.group(4) : range.group(1);
        String to = range.group(4) == null ? from : range.group(4);
        String month = range.group(5) == null ? range.group(2) : range.group(5);
        return new ItemDraft.ApplicationWindow(
            day(from, range.group(2), range.group(3)), day(to, month, range.group(6)), text);
      }
      Matcher until = UNTIL.matcher(words);
      if (until.find()) {
        return new ItemDraft.ApplicationWindow(
            null, day(until.group(1), until.group(2), until.group(3)), text);
      }
      return new ItemDraft.ApplicationWindow(null, null, text);
    }
    return null;
  }

  private static LocalDate day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }

  private static String mode(String item, String whole) {
    if (item.contains(NO_APPLICATION)
        || item.matches("(?s).*(?:无需|不需|免于)(?:企业)?(?:提出)?(?:申请|申报).*")) {
      return NO_APPLICATION;
    }
    return whole.contains(SHORT) || whole.contains("告知承诺") ? SHORT : ORDINARY;
  }

  private static String department(String item, String whole) {
    Matcher own = RESPONSIBLE.matcher(item);
    if (own.find()) {
      return own.group(1);
    }
    Matcher general = RESPONSIBLE.matcher(whole);
    return general.find() ? general.group(1) : null;
  }

  private static String kind(String words) {
    if (Remarks.isGrant(words) && words.matches("(?s).*(?:奖励|补助|补贴|资助|贴息|奖补|扶持).*")) {
      return "奖补";
    }
    if (RIGHT.matcher(words).find()) {
      return "减免";
    }
    return STATUS.matcher(words).find() ? "资质" : "权益";
  }
}
