package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.notice.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people are told of cases: numbers, days and departments; never what an appeal says. */
@ApplicationScoped
class CaseNotices {
  private static final Map<String, String> WARNINGS =
      Map.of(
          "deadline.yellow", "办理时限已过半",
          "deadline.red", "今日到期",
          "deadline.overdue", "已超期");

  private final RatingLinks links;

  CaseNotices(RatingLinks links) {
    this.links = links;
  }

  Notice deadline(CaseFile file, String kind, Deadlines.Deadline deadline, Instant at) {
    Map<String, Object> data = data(file);
    data.put("due", deadline.due().toString());
    data.put("provisional", deadline.provisional());
    String said = WARNINGS.getOrDefault(kind, "超期升级提醒");
    String subject = "办件 " + file.number() + " " + said + "（" + deadline.due() + " 到期）";
    return notice(file, kind, deadline.due().toString(), subject, data, at);
  }

  /** What an event is to be told of; empty for most. */
  Optional<Notice> of(CaseFile after, CaseEvent event) {
    CaseState standing = after.standing();
    return switch (event.type()) {
      case URGE -> Optional.of(told(after, event, "case.urged", "被催办"));
      case SUPERVISE -> Optional.of(told(after, event, "case.supervised", "被督办"));
      case RETURN ->
          standing.state() == CaseStatus.CONTESTED
              ? Optional.of(told(after, event, "case.contested", "第二次退回，待督办裁定"))
              : Optional.empty();
      case REPLY -> Optional.of(answered(after, event));
      case RATE ->
          standing.review() == ReplyState.Review.OPEN
              ? Optional.of(told(after, event, "review.opened", "评价不满意，待抽查复核"))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * With the link by which the enterprise rates: for the program that writes to it, and in the
   * program's own mail to it. Staff get no such link.
   */
  private Notice answered(CaseFile after, CaseEvent event) {
    String rating = links.url(after.id(), event.at());
    Map<String, Object> data = data(after);
    data.put("ratingUrl", rating);
    String subject = "办件 " + after.number() + " 已答复";
    return new Notice(
        after.id(),
        "case.answered",
        Integer.toString(event.seq()),
        department(after),
        subject,
        text(after, subject),
        after.appeal().contactEmail() == null ? null : mail(after, rating),
        data,
        event.at());
  }

  private Notice.EnterpriseMail mail(CaseFile file, String rating) {
    List<String> lines = new ArrayList<>();
    lines.add("您的来件 " + file.number() + " 已答复。");
    links.lookUpUrl(file.number()).ifPresent(url -> lines.add("凭编号和查询码查看答复：" + url));
    lines.add("请评价这次答复（90 天内有效，请勿转发）：" + rating);
    return new Notice.EnterpriseMail("您的来件 " + file.number() + " 已答复", String.join("\n", lines));
  }

  private Notice told(CaseFile after, CaseEvent event, String kind, String said) {
    String key = Integer.toString(event.seq());
    return notice(after, kind, key, "办件 " + after.number() + " " + said, data(after), event.at());
  }

  private Map<String, Object> data(CaseFile file) {
    CaseState standing = file.standing();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("caseId", file.id().toString());
    data.put("number", file.number());
    data.put("externalNumber", file.appeal().externalNumber());
    data.put("state", standing.state().code());
    data.put("category", standing.category() == null ? null : standing.category().code());
    data.put("department", standing.department() == null ? null : standing.department().name());
    return data;
  }

  private Notice notice(
      CaseFile file,
      String kind,
      String key,
      String subject,
      Map<String, Object> data,
      Instant at) {
    String text = text(file, subject);
    return new Notice(file.id(), kind, key, department(file), subject, text, null, data, at);
  }

  /** What a mail to staff says: where the case stands, and where to see it. */
  private String text(CaseFile file, String subject) {
    CaseState standing = file.standing();
    List<String> lines = new ArrayList<>();
    lines.add(subject + "。");
    lines.add("状态：" + standing.state().label());
    if (standing.category() != null && !standing.suggestionHidden()) {
      lines.add("类别：" + standing.category().label());
    }
    if (standing.department() != null) {
      lines.add("牵头部门：" + standing.department().name());
    }
    if (file.appeal().externalNumber() != null) {
      lines.add("来源编号：" + file.appeal().externalNumber());
    }
    links.caseUrl(file.id()).ifPresent(url -> lines.add("查看办件：" + url));
    return String.join("\n", lines);
  }

  private static String department(CaseFile file) {
    CaseState.Owner owner = file.standing().department();
    return owner == null ? null : owner.name();
  }
}
