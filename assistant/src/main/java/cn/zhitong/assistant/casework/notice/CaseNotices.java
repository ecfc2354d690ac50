package cn.zhitong.assistant.casework.notice;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.clock.SlaWarnings;
import cn.zhitong.assistant.casework.handling.CasePeople;
import cn.zhitong.assistant.casework.log.EventNotices;
import cn.zhitong.assistant.casework.log.RepeatedInspections;
import cn.zhitong.assistant.casework.rating.RatingLinks;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseMeeting;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.ReplyState;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.runtime.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people are told of cases: numbers, days and departments; never what an appeal says. */
@ApplicationScoped
class CaseNotices implements EventNotices {
  private static final DateTimeFormatter MEETING_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final RatingLinks links;
  private final CasePeople people;

  CaseNotices(RatingLinks links, CasePeople people) {
    this.links = links;
    this.people = people;
  }

  Notice deadline(CaseFile file, String kind, Deadlines.Deadline deadline, Instant at) {
    Map<String, Object> data = data(file);
    data.put("due", deadline.due().toString());
    data.put("provisional", deadline.provisional());
    String subject =
        "办件 " + file.number() + " " + SlaWarnings.words(kind) + "（" + deadline.due() + " 到期）";
    boolean late = kind.equals("deadline.overdue");
    List<String> accounts = new ArrayList<>(people.responsible(file.standing()));
    if (late) {
      accounts.addAll(people.enterprise(file));
      data.put("notifyBy", people.notifyBy(file));
    }
    return new Notice(
        file.id(),
        kind,
        deadline.due().toString(),
        department(file),
        subject,
        text(file, subject),
        late ? mail(file, "超过答复期限，我们已督促承办单位尽快答复", List.of()) : null,
        data,
        at,
        accounts);
  }

  @Override
  public Optional<Notice> of(CaseFile after, CaseEvent event) {
    CaseState standing = after.standing();
    List<String> responsible = people.responsible(standing);
    return switch (event.type()) {
      case URGE -> Optional.of(told(after, event, "case.urged", "被催办", responsible));
      case SUPERVISE -> Optional.of(told(after, event, "case.supervised", "被督办", responsible));
      case RECALL -> Optional.of(told(after, event, "case.recalled", "已撤回派单，不必再办理", responsible));
      case RETURN ->
          standing.state() == CaseStatus.CONTESTED
              ? Optional.of(
                  told(after, event, "case.contested", "第二次退回，待督办裁定", people.supervisors()))
              : Optional.empty();
      case REQUEST_EXTENSION ->
          Optional.of(
              told(after, event, "case.extension_requested", "申请延期，待批准", people.supervisors()));
      case ACCEPT, DISPATCH -> firstAcceptance(after, event);
      case REQUEST_INFORMATION ->
          Optional.of(toEnterprise(after, event, "case.information_requested", "需要您补充材料"));
      case REJECT -> Optional.of(toEnterprise(after, event, "case.rejected", "不予受理，理由和依据见来件"));
      case GRANT_EXTENSION ->
          Optional.of(toEnterprise(after, event, "case.extended", "经批准延长了办理期限"));
      case REPLY -> Optional.of(answered(after, event));
      case SUPPLEMENT ->
          Optional.of(told(after, event, "case.supplemented", "企业补充了材料", responsible));
      case ASSIGN -> assigned(after, event);
      case NOTE -> mentioned(after, event);
      case RATE ->
          Optional.of(
              standing.review() == ReplyState.Review.OPEN
                  ? told(after, event, "review.opened", "评价不满意，待抽查复核", people.supervisors())
                  : toEnterprise(after, event, "case.rated", "已收到您的评价"));
      case SET_MEETING -> Optional.of(meeting(after, event, "meeting.set", "约定会议"));
      case CANCEL_MEETING -> Optional.of(meeting(after, event, "meeting.cancelled", "取消会议"));
      case CLOSE -> Optional.of(toEnterprise(after, event, "case.closed", "已办结"));
      default -> Optional.empty();
    };
  }

  private Notice meeting(CaseFile after, CaseEvent event, String kind, String said) {
    int number =
        event.payload() instanceof EventPayload.MeetingSet set
            ? set.number()
            : ((EventPayload.MeetingEnded) event.payload()).number();
    CaseMeeting meeting = after.standing().meetings().find(number).orElseThrow();
    String key = Integer.toString(event.seq());
    Notice notice = meeting(after, meeting, kind, said, key, event.at());
    return notice.without(event.actor());
  }

  /** Before it begins, to both sides. */
  Notice meetingSoon(CaseFile file, CaseMeeting meeting, Instant at) {
    String key = meeting.number() + "@" + meeting.startsAt();
    return meeting(file, meeting, "meeting.soon", "会议即将开始", key, at);
  }

  /** Neither link nor parties: they are seen on the case's page. */
  private Notice meeting(
      CaseFile file, CaseMeeting meeting, String kind, String said, String key, Instant at) {
    String when = MEETING_TIME.format(meeting.startsAt().atZone(Infrastructure.ZONE));
    String subject = "办件 " + file.number() + " " + said + "：" + when;
    Map<String, Object> data = data(file);
    data.put("meeting", meeting.number());
    data.put("startsAt", meeting.startsAt().toString());
    List<String> accounts = new ArrayList<>(people.responsible(file.standing()));
    accounts.addAll(people.enterprise(file));
    return new Notice(
        file.id(),
        kind,
        key,
        department(file),
        subject,
        text(file, subject),
        mail(file, said + "：" + when, List.of("会议链接见来件页面。")),
        data,
        at,
        accounts);
  }

  @Override
  public Notice repeatedInspections(
      CaseFile file, List<RepeatedInspections.Inspected> cases, Instant at) {
    String subject = "办件 " + file.number() + " 同一企业重复检查：已有 " + cases.size() + " 件";
    Map<String, Object> data = data(file);
    List<String> numbers = cases.stream().map(RepeatedInspections.Inspected::number).toList();
    data.put("cases", numbers);
    return new Notice(
        file.id(),
        "inspection.repeated",
        Integer.toString(cases.size()),
        department(file),
        subject,
        text(file, subject) + "\n相关办件：" + String.join("、", numbers),
        null,
        data,
        at,
        people.supervisors());
  }

  /** The enterprise is told once that its appeal is in hand, by whichever act comes first. */
  private Optional<Notice> firstAcceptance(CaseFile after, CaseEvent event) {
    boolean before =
        after.events().stream()
            .filter(other -> other.seq() < event.seq())
            .anyMatch(
                other -> other.type() == EventType.ACCEPT || other.type() == EventType.DISPATCH);
    return before
        ? Optional.empty()
        : Optional.of(toEnterprise(after, event, "case.accepted", "已受理"));
  }

  private Optional<Notice> assigned(CaseFile after, CaseEvent event) {
    String account = after.standing().assignee();
    return account == null || account.equals(event.actor())
        ? Optional.empty()
        : Optional.of(told(after, event, "case.assigned", "指定由您经办", List.of(account)));
  }

  private Optional<Notice> mentioned(CaseFile after, CaseEvent event) {
    String text = event.payload().text();
    List<String> called =
        people.mentioned(text, after.standing()).stream()
            .filter(account -> !account.equals(event.actor()))
            .toList();
    return called.isEmpty()
        ? Optional.empty()
        : Optional.of(
            told(after, event, "case.mentioned", event.actorName() + " 在备注中提到了您", called));
  }

  private Notice toEnterprise(CaseFile after, CaseEvent event, String kind, String said) {
    String subject = "来件 " + after.number() + " " + said;
    Map<String, Object> data = data(after);
    data.put("notifyBy", people.notifyBy(after));
    return new Notice(
        after.id(),
        kind,
        Integer.toString(event.seq()),
        department(after),
        subject,
        subject,
        mail(after, said, List.of()),
        data,
        event.at(),
        people.enterprise(after));
  }

  /**
   * With the link by which the enterprise rates: for the program that writes to it, and in the
   * program's own mail to it. Staff get no such link.
   */
  private Notice answered(CaseFile after, CaseEvent event) {
    String rating = links.url(after.id(), event.at());
    Map<String, Object> data = data(after);
    data.put("ratingUrl", rating);
    data.put("notifyBy", people.notifyBy(after));
    String subject = "办件 " + after.number() + " 已答复";
    return new Notice(
        after.id(),
        "case.answered",
        Integer.toString(event.seq()),
        department(after),
        subject,
        text(after, subject),
        mail(after, "已答复", List.of("请评价这次答复（90 天内有效，请勿转发）：" + rating)),
        data,
        event.at(),
        people.enterprise(after));
  }

  /** Null for an enterprise that left no address. */
  private Notice.EnterpriseMail mail(CaseFile file, String said, List<String> further) {
    if (file.appeal().contactEmail() == null && file.appeal().contactPhone() == null) {
      return null;
    }
    String subject = "您的来件 " + file.number() + " " + said;
    List<String> lines = new ArrayList<>();
    lines.add(subject + "。");
    links.lookUpUrl(file.number()).ifPresent(url -> lines.add("凭编号和查询码查看：" + url));
    lines.addAll(further);
    return new Notice.EnterpriseMail(subject, String.join("\n", lines));
  }

  private Notice told(
      CaseFile after, CaseEvent event, String kind, String said, List<String> accounts) {
    String subject = "办件 " + after.number() + " " + said;
    return new Notice(
        after.id(),
        kind,
        Integer.toString(event.seq()),
        department(after),
        subject,
        text(after, subject),
        null,
        data(after),
        event.at(),
        accounts.stream().filter(account -> !account.equals(event.actor())).toList());
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
    Owner owner = file.standing().department();
    return owner == null ? null : owner.name();
  }
}
