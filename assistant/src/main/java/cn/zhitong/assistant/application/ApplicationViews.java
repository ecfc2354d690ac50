package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application as it is shown: to its enterprise departments alone, to staff people too. */
@ApplicationScoped
class ApplicationViews {
  private final ApplicationCommands commands;
  private final ApplicationDeadlines deadlines;

  ApplicationViews(ApplicationCommands commands, ApplicationDeadlines deadlines) {
    this.commands = commands;
    this.deadlines = deadlines;
  }

  record ItemRef(UUID itemId, int version, String title, UUID policyId) {}

  record EnterpriseRef(
      String creditCode, String name, String region, String industry, String scale) {}

  /**
   * A step of the review.
   *
   * @param verdict of the last opinion at this step; null before
   * @param text of it; null for the enterprise
   */
  record StepBody(
      int index,
      String department,
      boolean current,
      boolean done,
      String verdict,
      String verdictLabel,
      String text,
      OffsetDateTime at) {}

  /** An objection; its contact is masked. */
  record ObjectionBody(int seq, OffsetDateTime at, String text, String contact, boolean open) {}

  /**
   * What may be done until when.
   *
   * @param provisional whether {@code due} may still move, since the working days of its year are
   *     not announced yet; it says nothing of {@code correctUntil}, which is fixed when a
   *     correction is asked for and does not move
   */
  record ClockBody(
      LocalDate due,
      Integer workingDays,
      boolean provisional,
      String light,
      boolean paused,
      LocalDate correctUntil,
      LocalDate publicityUntil,
      boolean publicityOver,
      LocalDate paymentDue) {}

  record MoneyBody(
      BigDecimal appliedYuan,
      BigDecimal capYuan,
      BigDecimal approvedYuan,
      BigDecimal paidYuan,
      BigDecimal leftYuan,
      LocalDate paidOn) {}

  record AnswerBody(String field, String name, Object value, String unit, String period) {}

  /**
   * Something that happened.
   *
   * @param recordedAt where it was put down later than it happened; else null
   */
  record EventBody(
      int seq,
      String type,
      String label,
      OffsetDateTime at,
      OffsetDateTime recordedAt,
      String by,
      String reason,
      Map<String, Object> details) {}

  record PossibleBody(String type, String label) {}

  record ApplicationBody(
      UUID applicationId,
      String number,
      String mode,
      String modeLabel,
      int version,
      String state,
      String stateLabel,
      OffsetDateTime stateSince,
      String turn,
      ItemRef item,
      EnterpriseRef enterprise,
      String department,
      List<StepBody> steps,
      ClockBody clock,
      MoneyBody money,
      List<AnswerBody> answers,
      List<ObjectionBody> objections,
      OffsetDateTime submittedAt,
      OffsetDateTime acceptedAt,
      OffsetDateTime closedAt,
      int urges,
      boolean supervised,
      Integer score,
      List<EventBody> events,
      List<PossibleBody> possible) {}

  ApplicationBody of(ApplicationFile file, Caller caller) {
    ApplicationState standing = file.standing();
    boolean own = ApplicationRights.owns(caller, standing);
    Created created = standing.created();
    return new ApplicationBody(
        file.id(),
        file.number(),
        created.mode(),
        Coded.of(ApplicationMode.class, created.mode()).label(),
        standing.version(),
        standing.state().code(),
        standing.state().label(),
        time(standing.stateSince()),
        standing.department(),
        new ItemRef(
            created.itemId(), created.itemVersion(), created.itemTitle(), created.policyId()),
        new EnterpriseRef(
            created.creditCode(),
            created.enterpriseName(),
            standing.profile().region(),
            standing.profile().industry(),
            standing.profile().scale()),
        standing.plan().department(),
        steps(file, standing, own),
        clock(standing),
        money(standing),
        standing.answers().stream().map(ApplicationViews::answer).toList(),
        own ? List.of() : objections(file, standing),
        time(standing.submittedAt()),
        time(standing.acceptedAt()),
        time(standing.closedAt()),
        standing.urges(),
        standing.supervised(),
        standing.score(),
        changes(file.events(), standing.plan(), own),
        commands.possible(standing, caller).stream()
            .map(code -> Coded.of(ApplicationEventType.class, code))
            .map(type -> new PossibleBody(type.code(), type.label()))
            .toList());
  }

  private static List<StepBody> steps(
      ApplicationFile file, ApplicationState standing, boolean own) {
    ReviewPlan plan = standing.plan();
    Map<Integer, ApplicationEvent> last = new LinkedHashMap<>();
    for (ApplicationEvent event : file.events()) {
      if (event.payload() instanceof ApplicationPayload.Reviewed reviewed) {
        last.put(reviewed.step(), event);
      }
    }
    Integer next = standing.review().step();
    List<StepBody> steps = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      ApplicationEvent event = last.get(i);
      ApplicationPayload.Reviewed said =
          event == null ? null : (ApplicationPayload.Reviewed) event.payload();
      steps.add(
          new StepBody(
              i,
              plan.steps().get(i),
              Integer.valueOf(i).equals(standing.step()),
              next == null || i < next,
              said == null ? null : said.verdict(),
              said == null ? null : Coded.of(ReviewVerdict.class, said.verdict()).label(),
              said == null || own ? null : said.text(),
              event == null ? null : time(event.occurredAt())));
    }
    return steps;
  }

  private ClockBody clock(ApplicationState standing) {
    ApplicationDeadlines.Deadline now = deadlines.of(standing).orElse(null);
    return new ClockBody(
        now == null ? null : now.due(),
        now == null ? null : now.workingDays(),
        now != null && now.provisional(),
        now == null ? "none" : deadlines.light(now).code(),
        standing.clock().paused(),
        standing.correctUntil(),
        standing.publicity().until(),
        standing.publicity().until() != null
            && deadlines.today().isAfter(standing.publicity().until()),
        deadlines.payment(standing).map(ApplicationDeadlines.Deadline::due).orElse(null));
  }

  private static MoneyBody money(ApplicationState standing) {
    MoneyState money = standing.money();
    return new MoneyBody(
        Yuan.of(money.appliedFen()),
        Yuan.of(standing.plan().capFen()),
        Yuan.of(money.approvedFen()),
        Yuan.of(money.paidFen()),
        Yuan.of(money.leftFen()),
        money.paidOn());
  }

  private static AnswerBody answer(Answer one) {
    return new AnswerBody(
        one.field(), FieldCatalogue.name(one.field()), one.value(), one.unit(), one.period());
  }

  private static List<ObjectionBody> objections(ApplicationFile file, ApplicationState standing) {
    List<ObjectionBody> all = new ArrayList<>();
    for (ApplicationEvent event : file.events()) {
      if (event.payload() instanceof ApplicationPayload.Objected objected) {
        all.add(
            new ObjectionBody(
                event.seq(),
                time(event.occurredAt()),
                PersonalData.mask(objected.text()),
                objected.contact() == null ? null : masked(objected.contact()),
                standing.publicity().openObjections().contains(event.seq())));
      }
    }
    return all;
  }

  /** The first and the last: enough to tell two people apart. */
  private static String masked(String contact) {
    String found = PersonalData.mask(contact);
    if (!found.equals(contact)) {
      return found;
    }
    return contact.length() < 2
        ? "*"
        : contact.charAt(0) + "***" + contact.charAt(contact.length() - 1);
  }

  /** Events as they are shown. */
  static List<EventBody> changes(List<ApplicationEvent> events, ReviewPlan plan, boolean own) {
    return events.stream()
        .filter(event -> !own || event.type().shownToEnterprise())
        .map(event -> event(event, plan, own))
        .toList();
  }

  private static EventBody event(ApplicationEvent event, ReviewPlan plan, boolean own) {
    boolean opinion = event.type() == ApplicationEventType.REVIEW;
    return new EventBody(
        event.seq(),
        event.type().code(),
        event.type().label(),
        time(event.occurredAt()),
        event.occurredAt().equals(event.at()) ? null : time(event.at()),
        own ? office(event, plan) : event.actorName(),
        own && opinion ? null : event.reason(),
        ApplicationDetails.of(event, own));
  }

  /** The enterprise learns which department did it, not who. */
  private static String office(ApplicationEvent event, ReviewPlan plan) {
    if (event.payload() instanceof ApplicationPayload.Reviewed reviewed) {
      return reviewed.department();
    }
    boolean office =
        event.type().by() == ApplicationEventType.By.OFFICE
            || event.type().by() == ApplicationEventType.By.STAFF;
    if (office) {
      return plan.department() == null ? "主管部门" : plan.department();
    }
    return event.actor().equals("enterprise") || event.bySystem() ? event.actorName() : "工作人员";
  }

  static OffsetDateTime time(Instant at) {
    return at == null ? null : at.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
