package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What an event of each type records, checked against what it needs. */
@ApplicationScoped
class EventBodies {
  /** Replies seen in practice have 2,500 characters at most. */
  private static final int MAX_TEXT = 20_000;

  /** Longer ones are a new decision, not an extension. */
  private static final int MAX_EXTENSION = 30;

  private final Decisions decisions;
  private final Deadlines deadlines;
  private final ObjectMapper json;

  EventBodies(Decisions decisions, Deadlines deadlines, ObjectMapper json) {
    this.decisions = decisions;
    this.deadlines = deadlines;
    this.json = json;
  }

  ObjectNode of(EventType type, EventRequest request, Standing standing) {
    ObjectNode body = json.createObjectNode();
    switch (type) {
      case ACCEPT_SUGGESTION -> body = decisions.accepted(standing);
      case CHANGE -> body = decisions.changed(request, standing);
      case REASSIGN -> body = reassigned(request, standing);
      case DISPATCH -> requireDepartment(standing);
      case SUPPLEMENT -> body.put("text", text(request)).put("pausedDays", pausedDays(standing));
      case NOTE -> body.put("text", text(request));
      case REJECT ->
          body.put("legalGround", required(request.legalGround(), "legalGround（不予受理的法律依据）"));
      case REQUEST_EXTENSION -> body.put("days", extension(request.days(), null));
      case GRANT_EXTENSION -> {
        requireExtensionRequest(standing);
        body.put("days", extension(request.days(), standing.requestedDays()));
      }
      case REFUSE_EXTENSION -> requireExtensionRequest(standing);
      case SUBMIT_REPLY -> reply(body, text(request), standing);
      case REPLY -> reply(body, replyText(request, standing), standing);
      case RATE -> rating(body, request);
      default -> {
        // The rest needs no more than a reason.
      }
    }
    return body;
  }

  private ObjectNode reassigned(EventRequest request, Standing standing) {
    if (request.department() == null || request.department().isBlank()) {
      throw new Problem.InvalidRequest("改派请给出 department（新的牵头部门）。");
    }
    return decisions.changed(request, standing);
  }

  private static void requireDepartment(Standing standing) {
    if (standing.department() == null) {
      throw new Problem.Conflict("还没有确定牵头部门，请先采纳建议或改定部门，再派单。", Map.of());
    }
  }

  private static void requireExtensionRequest(Standing standing) {
    if (!standing.extensionRequested()) {
      throw new Problem.Conflict("没有待审批的延期申请。", Map.of());
    }
  }

  /** Days on which the case waited for the enterprise do not count. */
  private int pausedDays(Standing standing) {
    return standing.informationRequestedAt() == null
        ? 0
        : deadlines.workingDaysSince(standing.informationRequestedAt());
  }

  private static int extension(Integer days, Integer requested) {
    Integer granted = days == null ? requested : days;
    if (granted == null || granted < 1 || granted > MAX_EXTENSION) {
      throw new Problem.InvalidRequest("days（延期工作日数）为 1 到 " + MAX_EXTENSION + "。");
    }
    return granted;
  }

  private static String replyText(EventRequest request, Standing standing) {
    boolean approving = standing.state() == CaseState.AWAITING_REVIEW;
    boolean none = request.text() == null || request.text().isBlank();
    return approving && none ? standing.reply() : text(request);
  }

  /** A reply with what was changed of the draft it came from; no gap may be left in it. */
  private static void reply(ObjectNode body, String text, Standing standing) {
    List<String> gaps = ReplyText.gaps(text);
    if (!gaps.isEmpty()) {
      throw new Problem.InvalidRequest(
          "答复中还有 " + gaps.size() + " 处待填写：" + String.join("、", gaps) + "。请填写或删去后再提交。",
          Map.of("gaps", gaps));
    }
    body.put("text", text);
    if (standing.draft() != null) {
      String draft = standing.draft().path("text").asText();
      body.put("draftSeq", standing.draftSeq());
      body.put("draftUnchanged", draft.equals(text));
      body.put("editShare", ReplyText.editShare(draft, text));
    }
  }

  private static void rating(ObjectNode body, EventRequest request) {
    Integer score = request.score();
    if (score == null || score < Rating.LOWEST || score > Rating.HIGHEST) {
      throw new Problem.InvalidRequest("score（满意度）为 1（很不满意）到 5（很满意）。");
    }
    body.put("score", score).put("label", Rating.label(score));
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
