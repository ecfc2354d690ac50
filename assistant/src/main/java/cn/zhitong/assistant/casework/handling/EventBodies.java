package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.Rating;
import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SupportTask;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.triage.ReporterProtection;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an event of each type records, checked against what it needs. */
@ApplicationScoped
class EventBodies {
  /** Replies seen in practice have 2,500 characters at most. */
  private static final int MAX_TEXT = 20_000;

  /** Longer ones are a new decision, not an extension. */
  private static final int MAX_EXTENSION = 30;

  private static final List<String> FINDINGS = List.of("justified", "unjustified");

  /** What comes of a follow-up call. */
  private static final Map<String, String> CALLS =
      Map.of(
          "reached", "已接通",
          "no_answer", "无人接听",
          "declined", "不愿评价",
          "wrong_number", "号码有误");

  private final AssignmentDecision decisions;
  private final Deadlines deadlines;
  private final ReplyDisclosure disclosure;

  private final CasePeople people;

  EventBodies(
      AssignmentDecision decisions,
      Deadlines deadlines,
      ReplyDisclosure disclosure,
      CasePeople people) {
    this.people = people;
    this.disclosure = disclosure;
    this.decisions = decisions;
    this.deadlines = deadlines;
  }

  /**
   * @param at when it happens, or happened
   */
  EventPayload of(
      EventType type,
      EventRequest request,
      CaseFile file,
      Caller caller,
      CommandOrigin origin,
      Instant at) {
    CaseState standing = file.standing();
    return switch (type) {
      case ACCEPT_SUGGESTION -> decisions.accepted(standing);
      case CHANGE -> decisions.changed(request, standing);
      case REASSIGN, ARBITRATE -> reassigned(request, standing);
      case TRANSFER -> decisions.transferred(request, standing);
      case ADD_SUPPORT -> new EventPayload.SupportAdded(decisions.added(request, standing));
      case PART_REPLY ->
          new EventPayload.PartDone(decisions.part(request, standing, caller), text(request));
      case PART_RETURN ->
          new EventPayload.PartDone(decisions.part(request, standing, caller), null);
      case SUPPLEMENT -> supplemented(text(request), pausedDays(standing, at));
      case NOTE -> new EventPayload.Noted(text(request));
      case CALL -> called(request);
      case ASSIGN -> people.assigned(request, standing);
      case TAKE_ON -> new EventPayload.TakenOn(caller.name(), caller.displayName());
      case REJECT -> rejected(request, file);
      case REQUEST_EXTENSION -> new EventPayload.DaysGiven(days(request.days(), null, "延期"));
      case GRANT_EXTENSION ->
          new EventPayload.DaysGiven(days(request.days(), standing.requestedDays(), "延期"));
      case ORDER_RECTIFICATION -> new EventPayload.DaysGiven(days(request.days(), null, "整改"));
      case SUBMIT_REPLY -> {
        EventPayload.Replied reply = reply(text(request), standing);
        yield reply.released(disclosure.requireChecked(request, reply.text(), file), null);
      }
      case REPLY -> replied(request, file);
      case RATE -> rating(request, origin);
      case REVIEW -> review(request);
      case MARK_THEME -> ArrearsBodies.themed(request, standing.topics(), true);
      case UNMARK_THEME -> ArrearsBodies.themed(request, standing.topics(), false);
      case RECORD_ARREARS -> ArrearsBodies.recorded(request);
      case RECORD_REPAYMENT -> ArrearsBodies.repaid(request, standing, deadlines.today());
      case SET_MEETING -> MeetingBodies.set(request, standing.meetings(), at);
      case CANCEL_MEETING -> MeetingBodies.ended(request, standing.meetings(), null);
      case RECORD_MEETING -> MeetingBodies.ended(request, standing.meetings(), text(request));
      // The rest needs no more than a reason.
      default -> new EventPayload.Plain();
    };
  }

  private EventPayload rejected(EventRequest request, CaseFile file) {
    String ground = required(request.legalGround(), "legalGround（不予受理的法律依据）");
    disclosure.requireNeutral(request.reason(), file);
    return new EventPayload.Rejected(ground, null, null);
  }

  private EventPayload replied(EventRequest request, CaseFile file) {
    CaseState standing = file.standing();
    EventPayload.Replied reply = reply(replyText(request, standing), standing);
    boolean asSubmitted =
        reply.text().equals(standing.reply()) && standing.state() == CaseStatus.AWAITING_REVIEW;
    Boolean checked = asSubmitted ? null : disclosure.requireChecked(request, reply.text(), file);
    return reply.released(checked, disclosure.requireForFollowers(request, reply.text(), file));
  }

  private EventPayload reassigned(EventRequest request, CaseState standing) {
    if (request.department() == null || request.department().isBlank()) {
      throw new Problem.InvalidRequest("改派请给出 department（新的牵头部门）。");
    }
    return decisions.changed(request, standing);
  }

  /** Days on which the case waited for the enterprise do not count. */
  private int pausedDays(CaseState standing, Instant at) {
    Instant since = standing.clockwork().pausedAt();
    return since == null ? 0 : Math.max(0, deadlines.workingDays(since, at));
  }

  private static int days(Integer given, Integer otherwise, String what) {
    Integer days = given == null ? otherwise : given;
    if (days == null || days < 1 || days > MAX_EXTENSION) {
      throw new Problem.InvalidRequest("days（" + what + "工作日数）为 1 到 " + MAX_EXTENSION + "。");
    }
    return days;
  }

  private static EventPayload review(EventRequest request) {
    String finding = PlainText.clean(request.finding());
    if (!FINDINGS.contains(finding)) {
      throw new Problem.InvalidRequest("finding（复核结论）为 justified（属实）或 unjustified（不属实）。");
    }
    return new EventPayload.Reviewed(finding, text(request));
  }

  private static String replyText(EventRequest request, CaseState standing) {
    boolean approving = standing.state() == CaseStatus.AWAITING_REVIEW;
    boolean none = request.text() == null || request.text().isBlank();
    return approving && none ? standing.reply() : text(request);
  }

  /** A reply with what was changed of the draft it came from; no gap may be left in it. */
  private static EventPayload.Replied reply(String text, CaseState standing) {
    List<String> gaps = ReplyText.gaps(text);
    if (!gaps.isEmpty()) {
      throw new Problem.InvalidRequest(
          "答复中还有 " + gaps.size() + " 处待填写：" + String.join("、", gaps) + "。请填写或删去后再提交。",
          Map.of("gaps", gaps));
    }
    List<String> pending =
        standing.parts().stream()
            .filter(part -> part.progress() == SupportTask.Progress.PENDING)
            .map(part -> part.department().name())
            .toList();
    // Not held up by them, but it is on record who had not been heard.
    EventPayload.Replied reply = EventPayload.Replied.of(text, pending.isEmpty() ? null : pending);
    if (standing.draftSeq() == 0) {
      return reply;
    }
    String draft = standing.draftText() == null ? "" : standing.draftText();
    return reply.comparedWith(standing.draftSeq(), draft);
  }

  private static EventPayload called(EventRequest request) {
    String result = PlainText.clean(request.finding());
    String label = CALLS.get(result);
    if (label == null) {
      throw new Problem.InvalidRequest(
          "finding（回访结果）为 reached（已接通）、no_answer（无人接听）、declined（不愿评价）或 wrong_number（号码有误）。");
    }
    return new EventPayload.Called(
        result, label, PlainText.optional(request.text(), "text（内容）", MAX_TEXT));
  }

  private static EventPayload rating(EventRequest request, CommandOrigin origin) {
    Integer score = request.score();
    if (score == null || score < Rating.LOWEST || score > Rating.HIGHEST) {
      throw new Problem.InvalidRequest("score（满意度）为 1（很不满意）到 5（很满意）。");
    }
    return new EventPayload.Rated(
        score,
        Rating.label(score),
        PlainText.optional(request.comment(), "comment（评价内容）", 1000),
        origin.rating());
  }

  private static String text(EventRequest request) {
    return required(request.text(), "text（内容）");
  }

  static String required(String value, String field) {
    return PlainText.required(value, field, MAX_TEXT);
  }

  private static EventPayload supplemented(String text, int pausedDays) {
    return new EventPayload.Supplemented(
        text, pausedDays, ReporterProtection.askedFor(text) ? Boolean.TRUE : null);
  }
}
