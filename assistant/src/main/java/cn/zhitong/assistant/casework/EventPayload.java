package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.Suggestion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What an event records beside who did it, when and why. Components are named as the stored record
 * has them; {@link PayloadCodec} reads and writes them, and nobody else looks into the record. A
 * component that an older event does not have, or whose text was erased, is null.
 */
public sealed interface EventPayload {

  /** An act that records no more than that it was done. */
  record Plain() implements EventPayload {}

  /**
   * @param contentDigest salted, of what the enterprise sent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Received(String channel, String contentDigest) implements EventPayload {}

  /**
   * @param blind whether people decide the case before they see it
   */
  record Suggested(Suggestion suggestion, boolean blind) implements EventPayload {}

  /** A draft; its document is the drafter's own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Drafted(String text) implements EventPayload {}

  /**
   * A decision on category and departments. A dispatch has none of its own.
   *
   * @param category code of it
   * @param supportingIds beside the names; null for a name without a catalogue entry
   * @param suggested what had been suggested, as far as accuracy is computed from it
   * @param blind true when it was made before the suggestion was shown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Decided(
      String category,
      CaseState.Owner department,
      List<String> supporting,
      List<String> supportingIds,
      SuggestedThen suggested,
      Boolean blind)
      implements EventPayload {

    Category decided() {
      return category == null ? null : Category.of(category);
    }

    /** Null where the decision says nothing of them. */
    List<CaseState.Owner> supportingOwners() {
      return owners(supporting, supportingIds);
    }
  }

  /**
   * What had been suggested when people decided.
   *
   * @param rank place of the department decided on among the candidates, from 1; 0 when not there
   */
  record SuggestedThen(
      int seq,
      String category,
      double categoryConfidence,
      boolean categoryRight,
      String department,
      double departmentConfidence,
      int rank,
      boolean abstained,
      String modelVersion) {

    /** Whether people went another way than a sure suggestion. */
    boolean overruled() {
      return !abstained && !(categoryRight && rank == 1);
    }
  }

  /** To another level, with a decision where the department there is known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Transferred(
      String level,
      String region,
      String category,
      CaseState.Owner department,
      List<String> supporting,
      List<String> supportingIds,
      SuggestedThen suggested)
      implements EventPayload {

    List<CaseState.Owner> supportingOwners() {
      return owners(supporting, supportingIds);
    }
  }

  record SupportAdded(List<CaseState.Owner> added) implements EventPayload {}

  /** A supporting department's opinion, or its part sent back: then without a text. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PartDone(CaseState.Owner department, String text) implements EventPayload {}

  /**
   * @param pausedDays working days for which the case had waited
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Supplemented(String text, int pausedDays) implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Noted(String text) implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rejected(String legalGround) implements EventPayload {}

  /** Working days asked for, granted or ordered. */
  record DaysGiven(int days) implements EventPayload {}

  /** A reply sent, or submitted for review. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Replied(String text) implements EventPayload {}

  /**
   * @param by {@code link}, {@code code} or {@code telephone}; null before that was kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rated(int score, String label, String comment, String by) implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reviewed(String finding, String text) implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Merged(UUID into, String intoNumber) implements EventPayload {}

  /** By a person, without anything more; or a step of the program's own escalation. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reminded(String step, LocalDate due, LocalDate from, Integer days)
      implements EventPayload {}

  private static List<CaseState.Owner> owners(List<String> names, List<String> ids) {
    if (names == null) {
      return null;
    }
    List<CaseState.Owner> owners = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String id = ids == null || i >= ids.size() ? null : ids.get(i);
      owners.add(new CaseState.Owner(id, names.get(i)));
    }
    return owners;
  }
}
