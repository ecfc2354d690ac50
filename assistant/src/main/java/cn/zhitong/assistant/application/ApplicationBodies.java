package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What an event of each type records, checked against what it needs. */
@ApplicationScoped
class ApplicationBodies {
  /** Longer ones are no publicity and no correction any more. */
  private static final int MOST_DAYS = 60;

  private static final int LONGEST_NAME = 200;
  private static final List<String> SCORES = List.of("很不满意", "不满意", "基本满意", "满意", "很满意");

  private final ApplicationConfig config;
  private final ApplicationDeadlines deadlines;
  private final Eligibility eligibility;
  private final RejectionGround ground;

  ApplicationBodies(
      ApplicationConfig config,
      ApplicationDeadlines deadlines,
      Eligibility eligibility,
      RejectionGround ground) {
    this.config = config;
    this.deadlines = deadlines;
    this.eligibility = eligibility;
    this.ground = ground;
  }

  /**
   * @param day on which it is done
   */
  ApplicationPayload of(
      ApplicationEventType type,
      ApplicationEventRequest request,
      ApplicationFile file,
      LocalDate day,
      Caller caller) {
    ApplicationState standing = file.standing();
    return switch (type) {
      case SAVE ->
          new ApplicationPayload.Saved(eligibility.checked(request.answers()), fen(request));
      case CORRECT -> corrected(request);
      case REQUEST_CORRECTION -> correction(request, day);
      case REVIEW -> review(request, standing);
      case END_EXPERT_REVIEW, NOTE -> new ApplicationPayload.Noted(text(request, "text（内容）"));
      case PUBLICISE -> publicity(request, standing.plan(), day);
      case OBJECT ->
          new ApplicationPayload.Objected(
              text(request, "text（异议内容）"),
              PlainText.required(request.contact(), "contact（联系方式）", LONGEST_NAME));
      case RESOLVE_OBJECTION -> resolved(request, standing);
      case APPROVE -> approved(request, standing);
      case REJECT -> ground.of(request, standing, config.textLength());
      case PAY -> Applications.entry(file, payment(request), required(request), caller).payload();
      case REFUND -> refund(request, standing);
      case URGE, SUPERVISE -> new ApplicationPayload.Reminded(null, null, null, null, null);
      case RATE -> rated(request);
      default -> new ApplicationPayload.Plain();
    };
  }

  private ApplicationPayload corrected(ApplicationEventRequest request) {
    return new ApplicationPayload.Corrected(
        PlainText.optional(request.text(), "text（说明）", config.textLength()),
        eligibility.checked(request.answers()),
        fen(request));
  }

  private ApplicationPayload correction(ApplicationEventRequest request, LocalDate day) {
    int days = days(request.days(), config.correctionWorkingDays(), "补正期限，工作日");
    return new ApplicationPayload.CorrectionRequested(
        PlainText.optional(request.text(), "text（说明）", config.textLength()),
        deadlines.workingDaysAfter(day, days));
  }

  private ApplicationPayload review(ApplicationEventRequest request, ApplicationState standing) {
    ReviewVerdict verdict =
        Coded.find(ReviewVerdict.class, String.valueOf(request.verdict()))
            .orElseThrow(
                () ->
                    new Problem.InvalidRequest(
                        "verdict：请填 agree（同意）、disagree（不同意）或 send_back（退回）。"));
    int step = standing.step();
    String text = PlainText.optional(request.text(), "text（意见）", config.textLength());
    if (verdict != ReviewVerdict.AGREE && text == null) {
      throw new Problem.InvalidRequest("text：不同意或退回时请写明意见。");
    }
    Integer backTo = null;
    if (verdict == ReviewVerdict.SEND_BACK) {
      backTo = request.backTo() == null ? Integer.valueOf(step - 1) : request.backTo();
      if (backTo < 0 || backTo >= step) {
        throw new Problem.InvalidRequest(
            step == 0 ? "这是第一步审核，不能退回；需要企业修改的请要求补正。" : "backTo：只能退回到 0 至 " + (step - 1) + " 步。");
      }
    }
    return new ApplicationPayload.Reviewed(
        step, standing.plan().steps().get(step), verdict.code(), text, backTo);
  }

  private ApplicationPayload publicity(
      ApplicationEventRequest request, ReviewPlan plan, LocalDate day) {
    int days = days(request.days(), plan.publicityDays(), "公示天数");
    if (days < plan.publicityDays()) {
      throw new Problem.InvalidRequest("days：公示不少于规定的 " + plan.publicityDays() + " 天。");
    }
    return deadlines.publicity(day, days, plan.calendarDays());
  }

  private ApplicationPayload resolved(ApplicationEventRequest request, ApplicationState standing) {
    List<Integer> open = standing.publicity().openObjections();
    Integer which =
        request.objection() == null && open.size() == 1 ? open.get(0) : request.objection();
    if (which == null || !open.contains(which)) {
      throw new Problem.InvalidRequest("objection：请填要处理的异议的 seq。", Map.of("open", open));
    }
    if (request.upheld() == null) {
      throw new Problem.InvalidRequest("upheld：请填 true（异议成立）或 false（不成立）。");
    }
    return new ApplicationPayload.ObjectionResolved(
        which, request.upheld(), text(request, "text（处理意见）"));
  }

  private ApplicationPayload approved(ApplicationEventRequest request, ApplicationState standing) {
    Long cap = standing.plan().capFen();
    Long fen = fen(request);
    if (fen == null && cap != null) {
      throw new Problem.InvalidRequest("amount：请填批准金额（元），不超过 " + Yuan.text(cap) + " 元。");
    }
    if (fen == null && standing.money().appliedFen() != null) {
      throw new Problem.InvalidRequest("amount：企业申请了金额，请填批准金额（元），否则不能拨付。");
    }
    if (fen != null && cap != null && fen > cap) {
      throw new Problem.InvalidRequest(
          "amount：批准金额 " + Yuan.text(fen) + " 元超过事项上限 " + Yuan.text(cap) + " 元。");
    }
    return new ApplicationPayload.Approved(
        fen, PlainText.optional(request.text(), "text（意见）", config.textLength()));
  }

  private Payment payment(ApplicationEventRequest request) {
    required(request);
    if (request.paidOn() == null || request.paidOn().isAfter(deadlines.today())) {
      throw new Problem.InvalidRequest("paidOn：请填拨付日期，不晚于今天。");
    }
    return new Payment(
        request.amount(),
        request.paidOn(),
        PlainText.optional(request.voucher(), "voucher（凭证号）", LONGEST_NAME),
        PlainText.optional(request.batch(), "batch（批次）", LONGEST_NAME),
        null);
  }

  private ApplicationPayload refund(ApplicationEventRequest request, ApplicationState standing) {
    long fen = required(request);
    if (fen > standing.money().paidFen()) {
      throw new Problem.InvalidRequest(
          "amount：退回的金额超过已拨付的 " + Yuan.text(standing.money().paidFen()) + " 元。");
    }
    if (request.paidOn() == null || request.paidOn().isAfter(deadlines.today())) {
      throw new Problem.InvalidRequest("paidOn：请填退回到账的日期，不晚于今天。");
    }
    return new ApplicationPayload.Refunded(
        fen,
        request.paidOn(),
        PlainText.optional(request.voucher(), "voucher（凭证号）", LONGEST_NAME),
        null,
        null);
  }

  private static ApplicationPayload rated(ApplicationEventRequest request) {
    Integer score = request.score();
    if (score == null || score < 1 || score > SCORES.size()) {
      throw new Problem.InvalidRequest("score（满意度）为 1（很不满意）到 5（很满意）。");
    }
    return new ApplicationPayload.Rated(
        score, SCORES.get(score - 1), PlainText.optional(request.comment(), "comment（评价内容）", 1000));
  }

  private static int days(Integer given, int otherwise, String what) {
    int days = given == null ? otherwise : given;
    if (days < 1 || days > MOST_DAYS) {
      throw new Problem.InvalidRequest("days（" + what + "）为 1 到 " + MOST_DAYS + "。");
    }
    return days;
  }

  private String text(ApplicationEventRequest request, String field) {
    return PlainText.required(request.text(), field, config.textLength());
  }

  private static long required(ApplicationEventRequest request) {
    if (request.amount() == null) {
      throw new Problem.InvalidRequest("amount：请填金额（元）。");
    }
    return Yuan.fen(request.amount(), "amount");
  }

  /** Null where no amount was given. */
  static Long fen(ApplicationEventRequest request) {
    return request.amount() == null ? null : Yuan.fen(request.amount(), "amount");
  }

  /** Answers with those given before. */
  List<Answer> answers(ApplicationEventRequest request, ApplicationState standing) {
    return AnswerMerge.add(standing.answers(), eligibility.checked(request.answers()));
  }
}
