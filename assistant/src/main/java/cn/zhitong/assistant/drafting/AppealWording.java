package cn.zhitong.assistant.drafting;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an appeal in the reply to it: they are that enterprise's, and no other draft may
 * have them. Taken out of the whole reply, since a quotation may hold full stops.
 */
final class AppealWording {
  /** Where a quotation stood that its sentence cannot do without. */
  private static final String GONE = "\uFFFC";

  /** 关于您反映的“…”问题， says nothing of its own. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:关于|针对|对于?|就)?(?:您|你|贵)(?:单位|公司|企业)?所?(?:咨询|询问|反映|提出|建议|投诉|来信|来电)的?"
              + "“[^“”]{4,}”(?:的?(?:问题|事项|情况|来件|来信|诉求|建议|咨询))?[，,：:]?");

  private static final Pattern QUOTATION = Pattern.compile("“([^“”]{8,})”");

  /** Share of a quotation's pairs that its appeal has: a shortened one is one still. */
  private static final double OF_LETTER = .8;

  private AppealWording() {}

  /** The reply without the words of its appeal; sentences that need them are {@link #isCut}. */
  static String without(PastReply past) {
    Set<String> appeal = PastReplyDrafter.bigrams(past.title() + "\n" + past.question());
    return QUOTATION
        .matcher(ADDRESS.matcher(past.reply()).replaceAll(""))
        .replaceAll(
            found -> isOf(appeal, found.group(1)) ? GONE : Matcher.quoteReplacement(found.group()));
  }

  static boolean isCut(String sentence) {
    return sentence.contains(GONE);
  }

  private static boolean isOf(Set<String> appeal, String quotation) {
    Set<String> pairs = PastReplyDrafter.bigrams(quotation.replaceAll("[…。]+", ""));
    return pairs.stream().filter(appeal::contains).count() >= OF_LETTER * pairs.size();
  }
}
