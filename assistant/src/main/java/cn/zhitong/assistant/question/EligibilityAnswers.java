package cn.zhitong.assistant.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Answers which items an enterprise can have (我们能享受哪些政策): no text says so, the items' conditions
 * and the enterprise's file do. The feature that holds them implements this.
 */
public interface EligibilityAnswers {

  /**
   * @param text as asked, personal data removed
   * @param turns earlier turns of the conversation, oldest first
   * @param creditCode of the enterprise that is signed in; null for anyone else
   * @param region GB/T 2260 code that was chosen beside the question; null for none
   */
  record Asked(String text, List<Turn> turns, String creditCode, String region, LocalDate asOf) {
    public Asked {
      turns = List.copyOf(turns);
    }
  }

  /**
   * @param standalone the question with all facts that were told in the conversation
   */
  record Told(String standalone, Answer answer, List<AnswerNote> notes) {
    public Told {
      notes = List.copyOf(notes);
    }
  }

  /** Empty where something else is asked, or no item is published. */
  Optional<Told> answer(Asked asked);

  /** What the first of several that knows an answer says. */
  static Optional<Told> first(
      List<EligibilityAnswers> all, String text, QuestionRequest request, List<Turn> turns) {
    Asked asked = new Asked(text, turns, request.creditCode(), request.region(), request.asOf());
    for (EligibilityAnswers one : all) {
      Optional<Told> told = one.answer(asked);
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }
}
