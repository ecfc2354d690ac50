package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.PolicyMetadata.Superseded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which texts this one ends: 《X》(闽政〔2019〕3号)同时废止. */
final class Supersession {
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:同时|即行|相应|一并|均)(?:予以)?(?:废止|失效|停止执行|停止施行)|同时不再执行|予以废止|自行(?:废止|失效)|起(?:废止|停止执行|失效)");
  private static final String INNER = "[^《》]*(?:《[^《》]*》[^《》]*)*";
  private static final Pattern NAMED =
      Pattern.compile(
          "《(" + INNER + ")》(?:[\\s]*[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)])?");
  private static final Pattern BARE = Pattern.compile(DocumentNumbers.BRACKETED);
  private static final Pattern OTHERS = Pattern.compile("不一致|不符|抵触|规定执行的|合同|协议|证书|许可证");

  private Supersession() {}

  /** The texts ended, in the order printed, each with where it stands. */
  static List<Provenance<Superseded>> of(
      String stored, Provenance<String> title, LegislationHistory law) {
    List<Provenance<Superseded>> ended = of(stored);
    // An amended law still says that its first version ended one of its own name; it must not end
    // its other versions.
    boolean amended = law.entries().size() > 1;
    ended.removeIf(e -> amended && title != null && sameName(e.value().title(), title.value()));
    return ended;
  }

  private static boolean sameName(String one, String other) {
    return one != null && one.replace("中华人民共和国", "").equals(other.replace("中华人民共和国", ""));
  }

  private static List<Provenance<Superseded>> of(String stored) {
    List<Provenance<Superseded>> ended = new ArrayList<>();
    Matcher matcher = ENDING.matcher(stored);
    while (matcher.find()) {
      int from = sentenceStart(stored, matcher.start());
      String sentence = stored.substring(from, matcher.start());
      if (!OTHERS.matcher(sentence).find()) {
        read(stored, from, matcher, ended);
      }
    }
    return ended;
  }

  private static void read(
      String stored, int from, Matcher ending, List<Provenance<Superseded>> ended) {
    int start = behindOwnValidity(stored, from, ending.start());
    String part = stored.substring(start, ending.start());
    LocalDate on = ending.group().startsWith("起") ? Dates.first(part) : null;
    if (ending.group().startsWith("起") && on == null) {
      return;
    }
    Matcher named = NAMED.matcher(part);
    boolean any = false;
    while (named.find()) {
      any = true;
      String number = named.group(2) == null ? null : DocumentNumbers.first(named.group(2));
      Superseded superseded = new Superseded(named.group(1), number, on);
      add(
          ended,
          Provenance.at(superseded, Provenance.BODY, start + named.start(), start + named.end()));
    }
    Matcher bare = BARE.matcher(part);
    while (!any && bare.find()) {
      String number = DocumentNumbers.bracketed(bare, 0).replaceFirst("^(?:原|及|和|与)", "");
      add(
          ended,
          Provenance.at(
              new Superseded(null, number, on),
              Provenance.BODY,
              start + bare.start(),
              start + bare.end()));
    }
  }

  private static void add(List<Provenance<Superseded>> ended, Provenance<Superseded> one) {
    if (ended.stream().noneMatch(e -> e.value().equals(one.value()))) {
      ended.add(one);
    }
  }

  /** 《本办法所依据的X》 in front of 施行 in the same sentence is not what is ended. */
  private static int behindOwnValidity(String stored, int from, int to) {
    Matcher own =
        Pattern.compile("(?:施行|实施|执行|生效)(?:之日)?[，,起；;。]").matcher(stored).region(from, to);
    int start = from;
    while (own.find()) {
      start = own.end();
    }
    return start;
  }

  private static int sentenceStart(String stored, int at) {
    int i = at - 1;
    int depth = 0;
    while (i >= 0 && at - i < 3000) {
      char c = stored.charAt(i);
      depth += c == '》' || c == '）' || c == ')' ? 1 : c == '《' || c == '（' || c == '(' ? -1 : 0;
      if (depth <= 0 && (c == '。' || c == '！')) {
        break;
      }
      i--;
    }
    return i + 1;
  }
}
