package cn.zhitong.assistant.question;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A question as asked.
 *
 * @param question what the user wrote, stripped; not blank
 * @param conversationId the conversation it continues, null for a new one
 * @param region GB/T 2260 code, null for every region
 * @param asOf the day whose law answers, null for today
 * @param includeExpired whether texts not in force may answer; they are then marked
 * @param creditCode of the enterprise that is signed in, null for anyone else; never recorded
 */
public record QuestionRequest(
    String question,
    UUID conversationId,
    String region,
    LocalDate asOf,
    boolean includeExpired,
    String creditCode) {
  /** Characters that a question may have, whichever way it is asked. */
  public static final int LONGEST = 1000;

  public QuestionRequest {
    question = question == null ? "" : question.strip();
    if (question.isEmpty()) {
      throw new IllegalArgumentException("a question needs a text");
    }
  }

  /** A question of nobody in particular. */
  public QuestionRequest(
      String question, UUID conversationId, String region, LocalDate asOf, boolean includeExpired) {
    this(question, conversationId, region, asOf, includeExpired, null);
  }

  /** The same, asked by an enterprise that is signed in. */
  QuestionRequest by(String code) {
    return new QuestionRequest(question, conversationId, region, asOf, includeExpired, code);
  }

  /** The same with {@code asOf} set, for callers that left it open. */
  QuestionRequest onDay(LocalDate today) {
    return asOf != null
        ? this
        : new QuestionRequest(question, conversationId, region, today, includeExpired, creditCode);
  }

  /** A first question on today's law in every region. */
  public static QuestionRequest of(String question) {
    return new QuestionRequest(question, null, null, null, false);
  }

  /** The same, asked of all places. */
  QuestionRequest everywhere() {
    return new QuestionRequest(question, conversationId, null, asOf, includeExpired, creditCode);
  }
}
