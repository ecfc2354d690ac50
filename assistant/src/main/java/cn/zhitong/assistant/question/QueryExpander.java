package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.SearchQuery;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people ask for and how official texts put it: how long an office takes to answer stands
 * there as so many 工作日内办结反馈. The words are added to what is searched, never to what is shown. With
 * them a clause that says 咨询类事项2个工作日内办结反馈 is the second found for 多久能得到答复 in 450 policies, and the
 * 18th without. Other durations (期限多久, 能用几天) are no office's time.
 */
final class QueryExpander {
  /** Passages fetched: enough to compose from and to judge how well the question is covered. */
  private static final int PASSAGES = 20;

  private static final Pattern HOW_LONG = Pattern.compile("多久|多长时间|几天|多少天|等多长|几个工作日");
  private static final Pattern REPLY = Pattern.compile("答复|回复|回应|回音");
  private static final Pattern HANDLING = Pattern.compile("办理|办好|办完|审核|审批|受理|批下来|拨付|到账");

  /** Texts head such a clause 申请流程, 申报方式, 申领程序; whoever asks says 怎么办, 找谁申请. */
  private static final Pattern HOW =
      Pattern.compile(
          "(?:怎么|怎样|如何|咋|在哪里?|去哪里?|向谁|找谁|到哪里?|哪里|由谁).{0,3}(?:申请|申报|申领|办理|办|领取|领|报名|报|提交|弄)|流程|程序|手续");

  /** 申报时间为…, 每年…集中申报. */
  private static final Pattern WHEN =
      Pattern.compile(
          "(?:什么时候|什么时间|何时|几月份?|哪天|几号|啥时候?).{0,5}(?:申请|申报|报名|报|截止|开始|受理)|截止(?:时间|日期)|申报(?:时间|期)");

  /** 奖励资金于次年6月底前兑现, 资金在20个工作日内拨付. */
  private static final Pattern PAID =
      Pattern.compile("(?:什么时候|什么时间|何时|几月份?|哪天).{0,4}(?:发|兑现|到账|拨付|打款|下来|到手|给)");

  /** Texts call it 异议 and 复核. */
  private static final Pattern OBJECTION = Pattern.compile("不服|不认可|有意见|算错|核错|申诉|有异议");

  /** Ways to say that an office answers; whoever asks uses one and the text another. */
  private static final Set<String> ANSWERING = Set.of("答复", "回复", "回应", "反馈", "办结");

  private QueryExpander() {}

  /** Whether the text says the same in another of the official words for it. */
  static boolean saidOtherwise(String word, String text) {
    return OfficialWords.has(word, text)
        || ANSWERING.contains(word) && ANSWERING.stream().anyMatch(text::contains);
  }

  /** The question, with the official words for what it names and asks behind it. */
  static String with(String question) {
    return with(question, OfficialWords.of(question));
  }

  /**
   * The same with the official words for its everyday words as well; empty where it has none. They
   * find 歇业 for 先关一阵子, but draw a search away from what the question's own words find, so that they
   * are a second way to search and not the first.
   */
  static Optional<String> inOfficialWords(String question) {
    Set<String> words = OfficialWords.ofEverything(question);
    return words.equals(OfficialWords.of(question))
        ? Optional.empty()
        : Optional.of(with(question, words));
  }

  private static String with(String question, Set<String> official) {
    String said = String.join(" ", official);
    return question + asked(question) + (said.isEmpty() ? "" : " " + said);
  }

  private static String asked(String question) {
    if (HOW.matcher(question).find()) {
      return "申请流程提出申请";
    }
    if (PAID.matcher(question).find()) {
      return "兑现时间拨付";
    }
    if (OBJECTION.matcher(question).find()) {
      return "提出异议复核答复";
    }
    if (WHEN.matcher(question).find()) {
      return "申报时间集中申报";
    }
    if (!HOW_LONG.matcher(question).find()) {
      return "";
    }
    if (REPLY.matcher(question).find()) {
      return "工作日内办结反馈";
    }
    return HANDLING.matcher(question).find() ? "工作日内" : "";
  }

  /** What is searched for a question. */
  static SearchQuery query(String text, QuestionRequest request) {
    return search(with(text), request);
  }

  /** What is searched for the question in official words; empty where that is nothing else. */
  static Optional<SearchQuery> officialQuery(String text, QuestionRequest request) {
    return inOfficialWords(text).map(words -> search(words, request));
  }

  private static SearchQuery search(String words, QuestionRequest request) {
    return new SearchQuery(
        words, PASSAGES, request.region(), request.asOf(), Set.of(), request.includeExpired());
  }
}
