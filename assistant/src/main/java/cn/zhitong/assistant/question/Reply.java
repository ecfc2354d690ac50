package cn.zhitong.assistant.question;

import java.util.List;
import java.util.UUID;

/**
 * An answer with what it was recorded under.
 *
 * @param notes the program's own remarks, may be empty
 * @param understoodAs the question that was searched for, null where it is the one that was asked
 * @param support calibrated probability that the texts answer the question, NaN where the pipeline
 *     ended before it was computed
 * @param tookMillis wall time from the question's arrival to the last verified sentence
 */
public record Reply(
    UUID id,
    UUID conversationId,
    Answer answer,
    List<AnswerNote> notes,
    String understoodAs,
    double support,
    long tookMillis) {
  public Reply {
    notes = List.copyOf(notes);
  }
}
