package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** What stands against an act although the state allows it, in Chinese. */
@ApplicationScoped
class ApplicationLimits {
  /**
   * @param day on which it is done
   */
  Optional<String> against(ApplicationEventType type, ApplicationState standing, LocalDate day) {
    String why =
        standing.erasedAt() != null && type != ApplicationEventType.PAY
            ? "企业档案已经清除，不能再办理"
            : switch (type) {
              case REVIEW -> review(standing);
              case START_EXPERT_REVIEW -> standing.clock().experts() ? "已在专家评审中" : null;
              case END_EXPERT_REVIEW -> standing.clock().experts() ? null : "没有在专家评审";
              case PUBLICISE -> publicise(standing);
              case OBJECT ->
                  day.isAfter(standing.publicity().until())
                      ? "公示已于 " + standing.publicity().until() + " 结束"
                      : null;
              case APPROVE -> approve(standing, day);
              case REFUND -> standing.money().paidFen() > 0 ? null : "还没有拨付过资金";
              case CLOSE -> close(standing);
              case WITHDRAW -> standing.money().paidFen() > 0 ? "已经拨付过资金，不能撤回，请联系办理部门" : null;
              case URGE -> day.equals(standing.urgedOn()) ? "今天已经催办过，办理部门已收到提醒" : null;
              case RATE -> standing.score() == null ? null : "已经评价过";
              default -> null;
            };
    return Optional.ofNullable(why);
  }

  private static String review(ApplicationState standing) {
    if (standing.clock().experts()) {
      return "专家评审还没有结束";
    }
    return standing.review().done() ? "各步审核都已同意" : null;
  }

  private static String publicise(ApplicationState standing) {
    String open = reviewed(standing);
    return open == null && standing.plan().publicityDays() == 0 ? "这个事项不需要公示，可以直接批准" : open;
  }

  private static String reviewed(ApplicationState standing) {
    if (standing.clock().experts()) {
      return "专家评审还没有结束";
    }
    Integer step = standing.review().step();
    return step == null ? null : "还要等“" + standing.plan().steps().get(step) + "”审核同意";
  }

  private static String approve(ApplicationState standing, LocalDate day) {
    ReviewPlan plan = standing.plan();
    if (standing.state() == ApplicationStatus.REVIEWING) {
      String open = reviewed(standing);
      return open == null && plan.publicityDays() > 0 ? "须先公示，公示期满没有异议再批准" : open;
    }
    if (standing.publicity().open() > 0) {
      return "还有没有处理的异议";
    }
    return day.isAfter(standing.publicity().until())
        ? null
        : "公示到 " + standing.publicity().until() + " 才结束，期满后再批准";
  }

  private static String close(ApplicationState standing) {
    boolean owed =
        standing.state() == ApplicationStatus.APPROVED && standing.money().approvedFen() != null;
    return owed ? "资金还没有拨付完，不能办结" : null;
  }
}
