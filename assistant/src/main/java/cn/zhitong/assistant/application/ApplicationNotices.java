package cn.zhitong.assistant.application;

import cn.zhitong.assistant.casework.clock.SlaWarnings;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.security.StaffDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people are told of applications: numbers, items, days; never what somebody wrote. */
@ApplicationScoped
class ApplicationNotices {
  private final StaffDirectory staff;
  private final OfficeNames offices;

  ApplicationNotices(StaffDirectory staff, OfficeNames offices) {
    this.staff = staff;
    this.offices = offices;
  }

  /** What an event is to be told of; empty for most. */
  Optional<Notice> of(ApplicationFile after, ApplicationState standing, ApplicationEvent event) {
    return switch (event.type()) {
      case SUBMIT -> Optional.of(toOffice(after, standing, event, "submitted", "已提交，待受理"));
      case CORRECT -> Optional.of(toOffice(after, standing, event, "corrected", "企业已补正"));
      case OBJECT -> Optional.of(toOffice(after, standing, event, "objected", "公示期间有人提出异议"));
      case URGE -> Optional.of(toOffice(after, standing, event, "urged", "被催办"));
      case SUPERVISE -> Optional.of(toOffice(after, standing, event, "supervised", "被督办"));
      case PUBLICITY_OVER ->
          Optional.of(toOffice(after, standing, event, "publicity_over", "公示期满，请及时批准"));
      case ACCEPT -> Optional.of(toEnterprise(after, standing, event, "accepted", "已受理"));
      case REQUEST_CORRECTION ->
          Optional.of(
              toEnterprise(
                  after,
                  standing,
                  event,
                  "correction_requested",
                  "需要补正，请在 " + standing.correctUntil() + " 前补正，要求见申报"));
      case LISTED ->
          Optional.of(
              toEnterprise(
                  after,
                  standing,
                  event,
                  "publicised",
                  "列入免申即享名单，公示至 " + standing.publicity().until() + "，不需要申请；不需要的可以放弃"));
      case PUBLICISE ->
          Optional.of(
              toEnterprise(
                  after, standing, event, "publicised", "公示至 " + standing.publicity().until()));
      case APPROVE ->
          Optional.of(toEnterprise(after, standing, event, "approved", approved(standing)));
      case REJECT ->
          Optional.of(toEnterprise(after, standing, event, "rejected", "未获批准，依据和救济途径见申报"));
      case PAY ->
          Optional.of(
              toEnterprise(
                  after,
                  standing,
                  event,
                  "paid",
                  "已拨付 "
                      + Yuan.text(((ApplicationPayload.Paid) event.payload()).amountFen())
                      + " 元，请查收"));
      default -> Optional.empty();
    };
  }

  private static String approved(ApplicationState standing) {
    Long fen = standing.money().approvedFen();
    return fen == null ? "已批准" : "已批准，金额 " + Yuan.text(fen) + " 元，将按期拨付";
  }

  /** A warning of the deadline, or of a step of the escalation. */
  Notice deadline(
      ApplicationFile file,
      ApplicationState standing,
      String kind,
      ApplicationDeadlines.Deadline deadline,
      Instant at) {
    Map<String, Object> data = data(file, standing);
    data.put("due", deadline.due().toString());
    String subject =
        subject(file, standing) + SlaWarnings.words(kind) + "（" + deadline.due() + " 到期）";
    String department = standing.department();
    return new Notice(
        null,
        "application." + kind,
        deadline.due().toString(),
        department,
        subject,
        subject,
        null,
        data,
        at,
        responsible(department),
        file.id());
  }

  private Notice toOffice(
      ApplicationFile after,
      ApplicationState standing,
      ApplicationEvent event,
      String kind,
      String said) {
    String department = standing.department();
    String subject = subject(after, standing) + said;
    return new Notice(
        null,
        "application." + kind,
        Integer.toString(event.seq()),
        department,
        subject,
        subject,
        null,
        data(after, standing),
        event.at(),
        responsible(department),
        after.id());
  }

  private Notice toEnterprise(
      ApplicationFile after,
      ApplicationState standing,
      ApplicationEvent event,
      String kind,
      String said) {
    String subject = subject(after, standing) + said;
    return new Notice(
        null,
        "application." + kind,
        Integer.toString(event.seq()),
        standing.department(),
        subject,
        subject,
        new Notice.EnterpriseMail(subject, "您好：\n\n" + subject + "。\n\n登录“企业匹配”页可以查看进度。"),
        data(after, standing),
        event.at(),
        List.of(standing.created().creditCode()),
        after.id());
  }

  private static String subject(ApplicationFile file, ApplicationState standing) {
    return "申报 " + file.number() + "（" + standing.created().itemTitle() + "）";
  }

  /** Handlers of the department whose turn it is; supervisors where there is none. */
  private List<String> responsible(String department) {
    if (department == null) {
      return staff.supervisors();
    }
    return staff.members().stream()
        .filter(member -> offices.of(member).contains(department))
        .map(StaffDirectory.Member::account)
        .toList();
  }

  private static Map<String, Object> data(ApplicationFile file, ApplicationState standing) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("applicationId", file.id().toString());
    data.put("number", file.number());
    data.put("state", standing.state().code());
    data.put("itemId", standing.created().itemId().toString());
    return data;
  }
}
