package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to the same question: the later one counts. */
final class AnswerMerge {
  private AnswerMerge() {}

  private record Question(String field, String period) {}

  static List<Answer> add(List<Answer> held, List<Answer> more) {
    Map<Question, Answer> merged = new LinkedHashMap<>();
    held.forEach(one -> merged.put(new Question(one.field(), one.period()), one));
    more.forEach(one -> merged.put(new Question(one.field(), one.period()), one));
    return List.copyOf(merged.values());
  }
}
