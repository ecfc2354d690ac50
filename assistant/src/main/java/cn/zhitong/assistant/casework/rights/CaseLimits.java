package cn.zhitong.assistant.casework.rights;

import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.ReplyState;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What the state alone does not say: limits in time and number on an otherwise possible act. */
@ApplicationScoped
public class CaseLimits {
  private final Deadlines deadlines;
  private final CaseworkConfig config;
  private final DepartmentLookup departments;

  CaseLimits(Deadlines deadlines, CaseworkConfig config, DepartmentLookup departments) {
    this.departments = departments;
    this.deadlines = deadlines;
    this.config = config;
  }

  /**
   * Why it cannot be done now, in Chinese; empty when it can.
   *
   * @param at when it happens, or happened
   */
  public Optional<String> against(EventType type, CaseState standing, Instant at) {
    return Optional.ofNullable(
        switch (type) {
          case RETURN -> ofReturning(standing, at);
          case ACCEPT_SUGGESTION -> hasCandidate(standing) ? null : "还没有可采纳的分办建议，请用“改定类别或部门”直接指定。";
          case DISPATCH -> ofDispatching(standing);
          case PART_REPLY, PART_RETURN -> standing.parts().isEmpty() ? "这件办件没有配合部门。" : null;
          case CLOSE ->
              standing.review() == ReplyState.Review.OPEN ? "企业评价不满意，请先“抽查复核”再办结，或“重办”。" : null;
          case RATE -> ofRating(standing);
          case MARK_TYPICAL -> standing.typical() ? "已标记为典型问题。" : null;
          case UNMARK_TYPICAL -> standing.typical() ? null : "没有标记为典型问题。";
          case ERASED -> standing.erased() ? "个人信息已经清除。" : null;
          case UNREJECT -> ofUnrejecting(standing, at);
          case TAKE_ON -> standing.takenOn() == null ? null : "已列为难事专办。";
          case HAND_BACK -> standing.takenOn() == null ? "没有列为难事专办。" : null;
          case MARK_THEME ->
              standing.topics().themes().size() == AppealTheme.values().length ? "已列入全部专题。" : null;
          case UNMARK_THEME -> standing.topics().themes().isEmpty() ? "没有列入专题。" : null;
          case RECORD_REPAYMENT -> ofRepaying(standing);
          case CANCEL_MEETING, RECORD_MEETING -> standing.meetings().anyOpen() ? null : "没有待召开的会议。";
          default -> null;
        });
  }

  private static String ofRepaying(CaseState standing) {
    if (standing.topics().arrears() == null) {
      return "还没有登记拖欠账款，请先登记金额和欠款单位。";
    }
    return standing.topics().arrears().openCents() == 0 ? "欠款已全部还清。" : null;
  }

  /** What the enterprise was told stands after that: it may have gone elsewhere. */
  private String ofUnrejecting(CaseState standing, Instant at) {
    if (standing.erased()) {
      return "个人信息已经清除，不能恢复办理。";
    }
    int window = config.unrejectWorkingDays();
    return standing.rejectedAt() != null
            && deadlines.workingDays(standing.rejectedAt(), at) > window
        ? "撤销期限（不予受理后 " + window + " 个工作日内）已过，请企业另行提交来件。"
        : null;
  }

  /**
   * Why the enterprise cannot urge now; null when it can. Once a working day, so that the office is
   * reminded and not flooded.
   */
  public String againstUrging(CaseFile file, Instant at) {
    return file.events().stream()
            .filter(event -> event.type() == EventType.URGE && event.byEnterprise())
            .anyMatch(event -> deadlines.workingDays(event.at(), at) < 1)
        ? "今天已经催办过，承办单位已收到提醒；下一个工作日可以再次催办。"
        : null;
  }

  private String ofReturning(CaseState standing, Instant at) {
    if (standing.takenOn() != null) {
      return "已列为难事专办，由" + standing.takenOn().name() + "牵头协调，不能退回；有困难请直接与其联系。";
    }
    if (standing.ruled()) {
      return "承办部门已由督办裁定，不能再退回；确有异议请联系督办。";
    }
    Instant assigned = standing.clockwork().assignedAt();
    int window = config.returnWorkingDays();
    return assigned != null && deadlines.workingDays(assigned, at) > window
        ? "退回期限（派单后 " + window + " 个工作日内）已过，请继续办理，或提请督办。"
        : null;
  }

  private String ofDispatching(CaseState standing) {
    if (standing.department() == null) {
      return "还没有确定牵头部门，请先采纳建议或改定部门，再派单。";
    }
    return departments.known(standing.department())
        ? null
        : "牵头部门“" + standing.department().name() + "”不在部门目录中，派单后无人能看到；请先改定部门。";
  }

  /** An answer is rated once; after 不满意 only what the review leads to moves the case. */
  private static String ofRating(CaseState standing) {
    if (standing.review() == ReplyState.Review.OPEN) {
      return "企业已评价不满意，正待抽查复核；复核后办结或重办。";
    }
    return standing.score() == null ? null : "这次答复已经评价过，不能再次评价；重办并再次答复后可以重新评价。";
  }

  private static boolean hasCandidate(CaseState standing) {
    return standing.suggested() != null && !standing.suggested().departments().isEmpty();
  }

  /** A case in dispute is for the supervisor alone. */
  public static boolean forSupervisor(EventType type, CaseState standing, Caller caller) {
    return type == EventType.REASSIGN
        && standing.state() == CaseStatus.CONTESTED
        && !caller.has(Role.SUPERVISOR);
  }
}
