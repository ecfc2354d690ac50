package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.web.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question of a round, with the answers there are to choose from.
 *
 * @param key letters and digits; answers go by it
 */
@Schema(example = "{\"key\":\"paid\",\"text\":\"资金是否按承诺时间到账？\",\"options\":[\"是\",\"否\",\"未申报\"]}")
record VisitQuestion(String key, String text, List<String> options) {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  VisitQuestion {
    options = options == null ? List.of() : List.copyOf(options);
  }

  static final List<VisitQuestion> STANDARD =
      List.of(
          new VisitQuestion("known", "是否知道这项政策？", List.of("知道", "不知道")),
          new VisitQuestion("applied", "是否申报？", List.of("已申报", "准备申报", "不申报")),
          new VisitQuestion("paid", "奖补资金是否按承诺时间到账？", List.of("按时", "超时", "未到账", "未申报")),
          new VisitQuestion("satisfied", "对政策服务是否满意？", List.of("满意", "基本满意", "不满意")));

  /** Those given, else the standard ones. */
  static List<VisitQuestion> checked(List<VisitQuestion> given) {
    if (given == null || given.isEmpty()) {
      return STANDARD;
    }
    Set<String> keys = new HashSet<>();
    for (VisitQuestion one : given) {
      boolean right =
          one.key() != null
              && one.key().matches("[a-z][a-z0-9_]{0,31}")
              && keys.add(one.key())
              && isShort(one.text())
              && one.options().size() >= 2
              && one.options().size() <= MOST
              && one.options().stream().allMatch(VisitQuestion::isShort);
      if (!right || given.size() > MOST) {
        throw new Problem.InvalidRequest(
            "questions：每题须有不重复的 key（小写英文）、200 字以内的 text 和 2 到 20 个 options，最多 20 题。");
      }
    }
    return List.copyOf(given);
  }

  /** Every question answered by one of its options, and nothing else. */
  static void requireAnswered(List<VisitQuestion> questions, Map<String, String> answers) {
    for (VisitQuestion one : questions) {
      String answer = answers == null ? null : answers.get(one.key());
      if (answer == null || !one.options().contains(answer)) {
        throw new Problem.InvalidRequest("请回答“" + one.text() + "”，从所列选项中选一个。");
      }
    }
    if (answers.size() != questions.size()) {
      throw new Problem.InvalidRequest("answers 中有问卷没有的题。");
    }
  }

  private static boolean isShort(String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST;
  }
}
