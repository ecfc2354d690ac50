package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  private final AssignmentDecision decisions;
  private final Deadlines deadlines;
  private final ReplyDisclosure disclosure;
  private final ObjectMapper json;

  EventBodies(
      AssignmentDecision decisions,
      Deadlines deadlines,
      ReplyDisclosure disclosure,
      ObjectMapper json) {
    this.disclosure = disclosure;
    this.decisions = decisions;
    this.deadlines = deadlines;
    this.json = json;
  }

  /**
   * @param at when it happens, or happened
   */
  ObjectNode of(
      EventType type,
      EventRequest request,
      CaseFile file,
      Caller caller,
      CommandOrigin origin,
      Instant at) {
    CaseState standing = file.standing();
    ObjectNode body = json.createObjectNode();
    switch (type) {
      case ACCEPT_SUGGESTION -> body = decisions.accepted(standing);
      case CHANGE -> body = decisions.changed(request, standing);
      case REASSIGN, ARBITRATE -> body = reassigned(request, standing);
      case TRANSFER -> body = decisions.transferred(request, standing);
      case ADD_SUPPORT -> body.set("added", decisions.added(request, standing));
      case PART_REPLY -> {
        body.set("department", decisions.part(request, standing, caller));
        body.put("text", text(request));
      }
      case PART_RETURN -> body.set("department", decisions.part(request, standing, caller));
      case SUPPLEMENT ->
          body.put("text", text(request)).put("pausedDays", pausedDays(standing, at));
      case NOTE -> body.put("text", text(request));
      case REJECT -> {
        body.put("legalGround", required(request.legalGround(), "legalGround（不予受理的法律依据）"));
        disclosure.requireNeutral(request.reason(), file);
      }
      case REQUEST_EXTENSION -> body.put("days", days(request.days(), null, "延期"));
      case GRANT_EXTENSION ->
          body.put("days", days(request.days(), standing.requestedDays(), "延期"));
      case ORDER_RECTIFICATION -> body.put("days", days(request.days(), null, "整改"));
      case SUBMIT_REPLY -> {
        reply(body, text(request), standing);
        disclosure.requireChecked(request, text(request), file, body);
      }
      case REPLY -> {
        String text = replyText(request, standing);
        reply(body, text, standing);
        if (!text.equals(standing.reply()) || standing.state() != CaseStatus.AWAITING_REVIEW) {
          disclosure.requireChecked(request, text, file, body);
        }
        disclosure.requireForFollowers(request, text, file, body);
      }
      case RATE -> rating(body, request, origin);
      case REVIEW -> review(body, request);
      default -> {
        // The rest needs no more than a reason.
      }
    }
    return body;
  }

  private ObjectNode reassigned(EventRequest request, CaseState standing) {
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

  private static void review(ObjectNode body, EventRequest request) {
    String finding = PlainText.clean(request.finding());
    if (!FINDINGS.contains(finding)) {
      throw new Problem.InvalidRequest("finding（复核结论）为 justified（属实）或 unjustified（不属实）。");
    }
    body.put("finding", finding).put("text", text(request));
  }

  private static String replyText(EventRequest request, CaseState standing) {
    boolean approving = standing.state() == CaseStatus.AWAITING_REVIEW;
    boolean none = request.text() == null || request.text().isBlank();
    return approving && none ? standing.reply() : text(request);
  }

  /** A reply with what was changed of the draft it came from; no gap may be left in it. */
  private static void reply(ObjectNode body, String text, CaseState standing) {
    List<String> gaps = ReplyText.gaps(text);
    if (!gaps.isEmpty()) {
      throw new Problem.InvalidRequest(
          "答复中还有 " + gaps.size() + " 处待填写：" + String.join("、", gaps) + "。请填写或删去后再提交。",
          Map.of("gaps", gaps));
    }
    body.put("text", text);
    List<String> pending =
        standing.parts().stream()
            .filter(part -> part.progress() == SupportTask.Progress.PENDING)
            .map(part -> part.department().name())
            .toList();
    if (!pending.isEmpty()) {
      // Not held up by them, but it is on record who had not been heard.
      pending.forEach(body.putArray("partsPending")::add);
    }
    if (standing.draft() != null) {
      String draft = standing.draftText() == null ? "" : standing.draftText();
      body.put("draftSeq", standing.draftSeq());
      body.put("draftUnchanged", draft.equals(text));
      body.put("editShare", ReplyText.editShare(draft, text));
      TextChanges changes = TextChanges.between(draft, text);
      body.put("editDistance", changes.distance());
      // Lengths only: with the draft and the text, which are kept, they give the words back, and
      // nothing has to be erased here.
      ArrayNode steps = body.putArray("changes");
      changes
          .steps()
          .forEach(step -> steps.addObject().put("op", step.op().code()).put("n", step.length()));
    }
  }

  private static void rating(ObjectNode body, EventRequest request, CommandOrigin origin) {
    Integer score = request.score();
    if (score == null || score < Rating.LOWEST || score > Rating.HIGHEST) {
      throw new Problem.InvalidRequest("score（满意度）为 1（很不满意）到 5（很满意）。");
    }
    body.put("score", score).put("label", Rating.label(score)).put("by", origin.rating());
    String comment = PlainText.clean(request.comment());
    if (!comment.isEmpty()) {
      body.put("comment", limited(comment, "comment（评价内容）", 1000));
    }
  }

  private static String text(EventRequest request) {
    return required(request.text(), "text（内容）");
  }

  static String required(String value, String field) {
    String text = PlainText.clean(value);
    if (text.isEmpty()) {
      throw new Problem.InvalidRequest("请填写 " + field + "。");
    }
    return limited(text, field, MAX_TEXT);
  }

  private static String limited(String text, String field, int limit) {
    if (text.length() > limit) {
      throw new Problem.InvalidRequest(field + " 最多 " + limit + " 个字符。");
    }
    return text;
  }
}
