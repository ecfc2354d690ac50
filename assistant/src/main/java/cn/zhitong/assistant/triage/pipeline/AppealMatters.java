package cn.zhitong.assistant.triage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits an appeal that brings several matters, each of which may have another owner. Only what the
 * writer set apart is split: numbered points, or sentences that open another matter. An appeal
 * wrongly split costs more than one left whole.
 */
final class AppealMatters {
  /** Shorter pieces are list items of one matter (1.身份证 2.户口本). */
  private static final int SHORTEST = 10;

  private static final int MOST = 6;

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:^|(?<=[\\n。！？!?；;：:\\s]))(?:第?([一二三四五六七八九])(?:、|是|，|,|．|\\.|：|:|个问题)"
              + "|[（(]([一二三四五六七八九]|[1-9])[)）]|([1-9])(?:、|．|\\.(?!\\d)|\\)|）)|([①②③④⑤⑥⑦⑧⑨]))");

  private static final String ORDER = "一二三四五六七八九";
  private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨";

  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?<=[\\n。！？!?；;])\\s{0,20}(?:另外|此外|另有|还有(?:一(?:个|件|点)|就是)|再(?:一个|有)|同时(?:还|也)?(?:想|请|要)?(?:咨询|请问|反映|建议|投诉)"
              + "|还(?:想|要)(?:咨询|问|反映|建议|投诉)|顺便(?:问|咨询|反映))[，,：:、]?");

  private AppealMatters() {}

  /** The matters in order, as written; empty where there is but one. */
  static List<String> of(String text) {
    List<String> numbered = numbered(text);
    return numbered.isEmpty() ? joined(text) : numbered;
  }

  private static List<String> numbered(String text) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> contents = new ArrayList<>();
    Matcher matcher = NUMBERED.matcher(text);
    int wanted = 1;
    while (matcher.find()) {
      if (number(matcher) == wanted) {
        starts.add(matcher.start());
        contents.add(matcher.end());
        wanted++;
      }
    }
    List<String> matters = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      matters.add(text.substring(contents.get(i), end).strip());
    }
    return kept(matters);
  }

  private static int number(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String found = matcher.group(group);
      if (found != null) {
        int chinese = ORDER.indexOf(found);
        int circled = CIRCLED.indexOf(found);
        return chinese >= 0 ? chinese + 1 : circled >= 0 ? circled + 1 : found.charAt(0) - '0';
      }
    }
    return 0;
  }

  private static List<String> joined(String text) {
    List<String> matters = new ArrayList<>();
    int from = 0;
    for (Matcher matcher = ANOTHER.matcher(text); matcher.find(); ) {
      matters.add(text.substring(from, matcher.start()).strip());
      from = matcher.start();
    }
    matters.add(text.substring(from).strip());
    return kept(matters);
  }

  private static List<String> kept(List<String> matters) {
    boolean several =
        matters.size() >= 2
            && matters.size() <= MOST
            && matters.stream().allMatch(matter -> matter.length() >= SHORTEST);
    return several ? List.copyOf(matters) : List.of();
  }
}
