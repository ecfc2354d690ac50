package cn.zhitong.assistant.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an event of an application records beside who did it, when and why. Components are named as
 * the stored record has them; {@code text}, {@code answers}, {@code contact}, {@code comment} and
 * {@code fileName} are kept apart, so that they can be erased, and are null then. Read and written
 * by {@link ApplicationCodec} alone.
 */
sealed interface ApplicationPayload {

  /** An act that records no more than that it was done. */
  record Plain() implements ApplicationPayload {}

  /**
   * An item's share in how its applications are handled, as it was when one was made.
   *
   * @param department that leads it; null where the item names none: supervisors handle it then
   * @param steps departments that review it one after another; one at least where there is a lead
   * @param acceptDays working days until it is accepted
   * @param workingDays from acceptance to the money
   * @param publicityDays of 公示; 0 for none
   * @param calendarDays whether those are calendar days
   * @param capFen most that can be approved; null where the item's amount is no number
   * @param objectionWay what a rejected enterprise is told that it can do
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReviewPlan(
      String department,
      List<String> steps,
      int acceptDays,
      int workingDays,
      int publicityDays,
      boolean calendarDays,
      Long capFen,
      String objectionWay) {}

  /** Where, what and how large the enterprise is; each may be null. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Profile(String region, String industry, String scale) {}

  /**
   * What it is an application for, and whose.
   *
   * @param mode {@code request} or {@code direct}
   * @param policyId of the item's policy, or null
   * @param list of 免申即享 that it came from; null for a request
   * @param publicity of a direct one, which begins with it; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Created(
      String mode,
      UUID itemId,
      int itemVersion,
      String itemTitle,
      UUID policyId,
      String creditCode,
      String enterpriseName,
      Profile profile,
      ReviewPlan plan,
      UUID list,
      Publicised publicity,
      List<Answer> answers)
      implements ApplicationPayload {}

  /** A value that the enterprise stated; money in the field's unit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String field, Object value, String unit, String period) {}

  /**
   * @param appliedFen asked for; null where nothing was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Saved(List<Answer> answers, Long appliedFen) implements ApplicationPayload {}

  /**
   * @param outcome met or unknown, or not_met where staff overrode it; by file and answers
   * @param profile as of then
   * @param overridden whether staff sent it in although a condition is not met
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Submitted(
      List<Answer> answers,
      Long appliedFen,
      List<UUID> attachments,
      String outcome,
      Profile profile,
      Boolean overridden)
      implements ApplicationPayload {}

  /**
   * @param until last day for the enterprise to mend it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CorrectionRequested(String text, LocalDate until) implements ApplicationPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Corrected(String text, List<Answer> answers, Long appliedFen)
      implements ApplicationPayload {}

  /**
   * An opinion.
   *
   * @param step of the plan, from 0
   * @param verdict code of {@link ReviewVerdict}
   * @param backTo earlier step that it goes back to; null unless it does
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reviewed(int step, String department, String verdict, String text, Integer backTo)
      implements ApplicationPayload {}

  /**
   * @param until last day, inclusive
   */
  record Publicised(LocalDate from, LocalDate until) implements ApplicationPayload {}

  /**
   * @param contact of who objects; seen by the office alone, masked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Objected(String text, String contact) implements ApplicationPayload {}

  /**
   * @param objection seq of the event that it settles
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ObjectionResolved(int objection, boolean upheld, String text)
      implements ApplicationPayload {}

  /**
   * @param amountFen null for what is no money: a right or a recognition
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Approved(Long amountFen, String text) implements ApplicationPayload {}

  /**
   * @param clause path in the policy's outline; null where the quote is of the item's text
   * @param quote verbatim
   * @param way of objection
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rejected(UUID policyId, String clause, String quote, String way, String text)
      implements ApplicationPayload {}

  /**
   * @param key that makes the payment the same one when it comes again; null for one typed in
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Paid(long amountFen, LocalDate paidOn, String voucher, String batch, String key)
      implements ApplicationPayload {}

  /**
   * Money that came back: returned by the bank, or by the enterprise.
   *
   * @param refundedOn day on which it came
   * @param key as of {@link Paid}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refunded(long amountFen, LocalDate refundedOn, String voucher, String batch, String key)
      implements ApplicationPayload {}

  /**
   * A reminder; by the program's own escalation where it has a step.
   *
   * @param due what it was late for: so many days after from
   * @param key of the deadline; null in events from before it was kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reminded(String step, LocalDate due, LocalDate from, Integer days, String key)
      implements ApplicationPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Noted(String text) implements ApplicationPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rated(int score, String label, String comment) implements ApplicationPayload {}

  /**
   * @param digest hex SHA-256 of its content
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FileKept(
      UUID attachmentId, String part, String mediaType, long size, String digest, String fileName)
      implements ApplicationPayload {}
}
