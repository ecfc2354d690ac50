package cn.zhitong.assistant.question;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people ask for and how official texts put it: how long an office takes to answer stands
 * there as so many 工作日内办结反馈. The words are added to what is searched, never to what is shown. With
 * them a clause that says 咨询类事项2个工作日内办结反馈 is the second found for 多久能得到答复 in 450 policies, and the
 * 18th without. Other durations (期限多久, 能用几天) are no office's time.
 */
final class QueryExpander {
  private static final Pattern HOW_LONG = Pattern.compile("多久|多长时间|几天|多少天|等多长|几个工作日");
  private static final Pattern REPLY = Pattern.compile("答复|回复|回应|回音");
  private static final Pattern HANDLING = Pattern.compile("办理|办好|办完|审核|审批|受理|批下来|拨付|到账");

  /** Ways to say that an office answers; whoever asks uses one and the text another. */
  private static final Set<String> ANSWERING = Set.of("答复", "回复", "回应", "反馈", "办结");

  private QueryExpander() {}

  /** Whether the text says the same in another of the official words for it. */
  static boolean saidOtherwise(String word, String text) {
    return OfficialWords.has(word, text)
        || ANSWERING.contains(word) && ANSWERING.stream().anyMatch(text::contains);
  }

  /** The question, with the official words for what it says and asks behind it. */
  static String with(String question) {
    String said = String.join(" ", OfficialWords.of(question));
    return question + asked(question) + (said.isEmpty() ? "" : " " + said);
  }

  private static String asked(String question) {
    if (!HOW_LONG.matcher(question).find()) {
      return "";
    }
    if (REPLY.matcher(question).find()) {
      return "工作日内办结反馈";
    }
    return HANDLING.matcher(question).find() ? "工作日内" : "";
  }
}
