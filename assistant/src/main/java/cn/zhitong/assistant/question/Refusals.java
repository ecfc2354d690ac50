package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.Answer.Refused;
import java.util.regex.Pattern;

/** Why a question on whose matter nothing was found is refused, and what its asker reads. */
final class Refusals {
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?:你们|政府|窗口|部门|办事).{0,12}(?:太慢|太低|太差|不作为|推诿|踢皮球|没人管|没人接|(?<!管)不管|不理|敷衍)|到底管不管|没人管|打电话没人接");

  private static final Pattern ASKS =
      Pattern.compile("怎么办|如何|什么|几天|有没有|去哪|找谁|哪里|哪个部门|多久|多少|有规定|规定吗|补贴|罚|欠|可以|能不能|应该");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private Refusals() {}

  /**
   * @param offTopic whether the question has nothing to do with enterprises or offices
   * @param loading whether policies are still coming in, one of which may answer
   */
  static Refused of(AnalyzedQuestion question, boolean offTopic, boolean loading) {
    String text = question.text();
    if (!CHINESE.matcher(text).find()) {
      return new Refused(RefusalReason.NO_EVIDENCE, AnswerTexts.NO_EVIDENCE_ENGLISH);
    }
    if (offTopic) {
      return new Refused(RefusalReason.OUT_OF_SCOPE);
    }
    if (isComplaint(text)) {
      return new Refused(RefusalReason.NO_EVIDENCE, AnswerTexts.COMPLAINT);
    }
    return loading
        ? new Refused(RefusalReason.NO_EVIDENCE, AnswerTexts.LOADING)
        : new Refused(RefusalReason.NO_EVIDENCE);
  }

  /** Whether an answer only says that nothing was found. */
  static boolean isForLackOfEvidence(Answer answer) {
    return answer instanceof Refused refused && refused.reason() == RefusalReason.NO_EVIDENCE;
  }

  /** Whether it vents anger at how an office works and asks nothing that a clause could answer. */
  static boolean isComplaint(String question) {
    return COMPLAINT.matcher(question).find() && !ASKS.matcher(question).find();
  }
}
