package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.util.List;
import java.util.regex.Pattern;

/** The sentence that says which policy the quotes after it are from. */
final class CitationIntro {
  /** Longer titles are cut: some sources have a whole paragraph there. */
  private static final int MAX_TITLE = 60;

  /** (一), 第三条: nothing else begins so. */
  private static final Pattern SELF_EVIDENT = Pattern.compile("\\(.{1,60}\\)|第.{1,200}");

  private static final Pattern AFTER_A_BARE_ONE = Pattern.compile("[、．]|\\.(?!\\d)");

  private CitationIntro() {}

  static CitedSentence to(Citation citation) {
    String title = citation.title().replaceAll("\\s+", "");
    String shown = title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE - 2) + "……";
    StringBuilder text = new StringBuilder("《");
    text.append(shown.replace('《', '〈').replace('》', '〉')).append('》');
    if (citation.documentNumber() != null) {
      text.append('（').append(citation.documentNumber()).append('）');
    }
    if (citation.status() != PolicyStatus.IN_FORCE) {
      text.append('（').append(citation.status().label()).append('）');
    }
    if (citation.clause() != null) {
      text.append(named(citation.clause(), citation.quote()));
    }
    return new CitedSentence(text.append("：").toString(), List.of(citation));
  }

  /**
   * A quote that begins with its clause's own numeral says it by itself. A bare one (一, 1) must
   * stand as a numeral: 一次性补助 and 10万元 begin with no clause's.
   */
  private static String named(String clause, String quote) {
    String own = clause.substring(clause.lastIndexOf('、') + 1);
    String begins = quote.strip().replace('（', '(').replace('）', ')');
    boolean marked = SELF_EVIDENT.matcher(own).matches();
    if (!begins.startsWith(own)
        || !marked && !AFTER_A_BARE_ONE.matcher(begins.substring(own.length())).lookingAt()) {
      return clause;
    }
    return clause.substring(0, Math.max(0, clause.length() - own.length() - 1));
  }
}
