package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.arrears.Instalment;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.triage.Suggestion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What an event records beside who did it, when and why. Components are named as the stored record
 * has them; {@link PayloadCodec} reads and writes them, and nobody else looks into the record. A
 * component that an older event does not have, or whose text was erased, is null.
 */
public sealed interface EventPayload {

  /** What somebody wrote; null where nobody did, or it was erased. */
  default String text() {
    return null;
  }

  /** The case that this one followed when it happened, and which it happened to; else null. */
  default UUID main() {
    return null;
  }

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

  /**
   * A draft. Past replies that it rests on are kept by id only: the log is never changed, and a
   * case that they come from may be erased.
   *
   * @param mode {@code generated} or {@code extractive}; null without a source
   */
  record Drafted(
      List<DraftBlock> blocks,
      List<MarkedCitation> citations,
      List<DraftCheck> checks,
      List<PrecedentId> precedents,
      List<DraftMatter> matters,
      String text,
      String mode)
      implements EventPayload {

    /** Past replies that it rests on; none for a draft without. */
    public List<UUID> precedentIds() {
      return precedents == null
          ? List.of()
          : precedents.stream().map(PrecedentId::id).filter(Objects::nonNull).toList();
    }
  }

  /** A paragraph of a draft. */
  record DraftBlock(
      String text, List<Integer> markers, boolean gap, String kind, boolean precedent) {}

  /** What was found wrong with a draft, or right. */
  record DraftCheck(String kind, boolean ok, String message) {}

  /** One of the things that the appeal asked for. */
  record DraftMatter(String text, String basis) {}

  record PrecedentId(UUID id) {}

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
      Owner department,
      List<String> supporting,
      List<String> supportingIds,
      SuggestedThen suggested,
      Boolean blind)
      implements EventPayload {

    /** Null where the decision says nothing of the category. */
    public Category decided() {
      return category == null ? null : Category.of(category);
    }

    /** Null where the decision says nothing of them. */
    public List<Owner> supportingOwners() {
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
    public boolean overruled() {
      return !abstained && !(categoryRight && rank == 1);
    }
  }

  /** To another level, with a decision where the department there is known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Transferred(
      String level,
      String region,
      String category,
      Owner department,
      List<String> supporting,
      List<String> supportingIds,
      SuggestedThen suggested)
      implements EventPayload {

    public List<Owner> supportingOwners() {
      return owners(supporting, supportingIds);
    }
  }

  record SupportAdded(List<Owner> added) implements EventPayload {}

  /** A supporting department's opinion, or its part sent back: then without a text. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PartDone(Owner department, String text) implements EventPayload {}

  /**
   * @param pausedDays working days for which the case had waited
   * @param protectsReporter true where it asks that its sender is not named; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Supplemented(String text, int pausedDays, Boolean protectsReporter)
      implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Noted(String text) implements EventPayload {}

  /**
   * @param main of a case that followed another one, which was turned away; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rejected(String legalGround, UUID main, String mainNumber) implements EventPayload {}

  /** Working days asked for, granted or ordered. */
  record DaysGiven(int days) implements EventPayload {}

  /**
   * A reply sent, or submitted for review. What was changed of its draft is kept as lengths only:
   * with the draft and the reply, which are kept, they give the words back, and nothing has to be
   * erased here.
   *
   * @param partsPending supporting departments that had not been heard; null for none
   * @param draftSeq of the draft that it came from; null, as the four after it, for none
   * @param personalDataChecked true where personal data in it was looked at; else null
   * @param followersText what the cases that follow this one are told, where it differs
   * @param main of a case that followed another one, and has its reply; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Replied(
      String text,
      List<String> partsPending,
      Integer draftSeq,
      Boolean draftUnchanged,
      Double editShare,
      Integer editDistance,
      List<EditStep> changes,
      Boolean personalDataChecked,
      String followersText,
      UUID main,
      String mainNumber)
      implements EventPayload {

    /** As the cases that follow another one get it. */
    public static Replied following(String text, UUID main, String mainNumber) {
      return new Replied(text, null, null, null, null, null, null, null, null, main, mainNumber);
    }

    /** Written with no draft, and nothing in it to be looked at. */
    public static Replied of(String text, List<String> partsPending) {
      return new Replied(text, partsPending, null, null, null, null, null, null, null, null, null);
    }

    /** With what was changed of the draft that it came from. */
    public Replied comparedWith(int seq, String draft) {
      TextChanges edits = TextChanges.between(draft, text);
      return new Replied(
          text,
          partsPending,
          seq,
          draft.equals(text),
          ReplyText.editShare(draft, text),
          edits.distance(),
          edits.steps().stream().map(EditStep::of).toList(),
          personalDataChecked,
          followersText,
          main,
          mainNumber);
    }

    /**
     * @param checked true, or null where there was nothing to look at
     */
    public Replied released(Boolean checked, String toFollowers) {
      return new Replied(
          text,
          partsPending,
          draftSeq,
          draftUnchanged,
          editShare,
          editDistance,
          changes,
          checked,
          toFollowers,
          main,
          mainNumber);
    }
  }

  /**
   * @param op code of {@link TextChanges.Op}
   * @param n characters
   */
  record EditStep(String op, int n) {
    static EditStep of(TextChanges.Step step) {
      return new EditStep(step.op().code(), step.length());
    }
  }

  /**
   * @param by {@code link}, {@code code} or {@code telephone}; null before that was kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rated(int score, String label, String comment, String by) implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reviewed(String finding, String text) implements EventPayload {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Merged(UUID into, String intoNumber) implements EventPayload {}

  /**
   * @param main where the program did it since that case was withdrawn; null for a person's act
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unmerged(UUID main, String mainNumber) implements EventPayload {}

  /**
   * @param days after which it was due by the archive's rules; null for a person's act
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Erased(Integer days) implements EventPayload {}

  /** By a person, without anything more; or a step of the program's own escalation. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reminded(String step, LocalDate due, LocalDate from, Integer days)
      implements EventPayload {}

  /**
   * @param part what it goes with: {@code appeal}, {@code supplement}, {@code reply}, {@code note}
   * @param digest hex SHA-256 of its content
   * @param fileName null once it was erased
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FileKept(
      UUID attachmentId, String part, String mediaType, long size, String digest, String fileName)
      implements EventPayload {}

  /**
   * @param account whose it is now; null for nobody's
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assigned(String account, String name) implements EventPayload {}

  /**
   * @param result code of it, as the request has them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Called(String result, String label, String text) implements EventPayload {}

  /** Who owns it from now on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TakenOn(String account, String name) implements EventPayload {}

  /**
   * @param words what it was recognised by; null where a person set it
   * @param cents amount that was named, in 分; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Themed(String theme, List<String> words, Long cents) implements EventPayload {}

  /**
   * @param cents in 分
   * @param debtorKind code of it
   * @param undisputed null while the debtor was not heard
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ArrearsRecorded(
      long cents,
      String debtor,
      String debtorKind,
      String contract,
      Boolean undisputed,
      LocalDate deliveredOn,
      Integer agreedDays,
      List<Instalment> instalments)
      implements EventPayload {

    /** A thousand 亿元: more is a slip of the pen. */
    public static final long MOST_CENTS = 10_000_000_000_000L;
  }

  /**
   * @param cents in 分
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Repaid(long cents, LocalDate paidOn, String text) implements EventPayload {}

  /**
   * @param number of the meeting within its case, from 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeetingSet(
      int number, String url, String topic, Instant startsAt, int minutes, List<String> parties)
      implements EventPayload {}

  /**
   * @param text what came of it; null where it was cancelled
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeetingEnded(int number, String text) implements EventPayload {}

  private static List<Owner> owners(List<String> names, List<String> ids) {
    if (names == null) {
      return null;
    }
    List<Owner> owners = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String id = ids == null || i >= ids.size() ? null : ids.get(i);
      owners.add(new Owner(id, names.get(i)));
    }
    return owners;
  }
}
