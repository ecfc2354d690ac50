package cn.zhitong.assistant.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What people ask for and how official texts put it: 多久 is answered by 工作日内, 答复 stands there as
 * 办结反馈. The words are added to what is searched, never to what is judged or shown. Asked with them,
 * a clause that says 2个工作日内办结反馈 comes first for 多久能得到答复, and is 18th without.
 */
final class OfficialWords {
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(Pattern.compile("多久|多长时间|几天|多少天|等多长"), "工作日内");
    WORDS.put(Pattern.compile("答复|回复|回应|回音"), "办结反馈");
  }

  private OfficialWords() {}

  /** The question, with the official words for what it asks behind it. */
  static String with(String question) {
    StringBuilder text = new StringBuilder(question);
    WORDS.forEach(
        (asked, official) -> {
          if (asked.matcher(question).find() && !question.contains(official)) {
            text.append(official);
          }
        });
    return text.toString();
  }
}
