package cn.zhitong.assistant.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.Profile;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to an application, in whatever order it is possible: what must hold, holds. */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class ApplicationWalkTest {
  private static final int STEPS = 40;
  private static final List<String> DEPARTMENTS = List.of("区经信局", "市经信局");

  /** Ends a walk too soon to be taken as often as the others. */
  private static final List<ApplicationEventType> RARE =
      List.of(
          ApplicationEventType.WITHDRAW, ApplicationEventType.REJECT, ApplicationEventType.ERASED);

  @Inject ApplicationStore store;
  @Inject ApplicationLog log;
  @Inject ApplicationLimits limits;
  @Inject ApplicationDeadlines deadlines;
  @Inject ApplicationWatch watch;
  @Inject ApplicationVerification verification;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void randomActs_inAnyPossibleOrder_keepTheInvariants(long seed) {
    Random dice = new Random(seed);
    MovableClock.to("2025-03-03");
    UUID id = begun(seed);
    for (int step = 0; step < STEPS; step++) {
      MovableClock.to(MovableClock.today().plusDays(dice.nextInt(4)));
      watch.lookAtDue();
      ApplicationFile file = store.load(id).orElseThrow();
      ApplicationEventType type = chosen(file.standing(), dice);
      if (type != null) {
        act(file, type, dice);
      }
      check(id);
    }
  }

  private UUID begun(long seed) {
    ReviewPlan plan =
        new ReviewPlan("市经信局", DEPARTMENTS, 5, 10, 5, seed % 2 == 0, 10_000_00L, "复议");
    Created created =
        new Created(
            "request",
            UUID.randomUUID(),
            1,
            "随机" + seed,
            null,
            "91350100MA" + seed,
            "甲公司",
            new Profile("350102", "C34", "小型"),
            plan,
            null,
            null,
            null);
    return store
        .change(
            change ->
                log.begin(
                    change,
                    ApplicationLog.Entry.bySystem(ApplicationEventType.CREATED, null, 0, created)))
        .id();
  }

  private ApplicationEventType chosen(ApplicationState standing, Random dice) {
    List<ApplicationEventType> possible =
        Arrays.stream(ApplicationEventType.values())
            .filter(type -> ApplicationStates.TABLE.possible(type, standing.state()))
            .filter(type -> limits.against(type, standing, deadlines.today()).isEmpty())
            .filter(type -> type != ApplicationEventType.PUBLICITY_OVER)
            .filter(type -> dice.nextInt(15) == 0 || !RARE.contains(type))
            .toList();
    return possible.isEmpty() ? null : possible.get(dice.nextInt(possible.size()));
  }

  private void act(ApplicationFile file, ApplicationEventType type, Random dice) {
    ApplicationPayload payload = payload(file.standing(), type, dice);
    log.append(
        file.id(),
        (change, locked) ->
            Optional.of(
                new ApplicationLog.Entry(
                    type, "a" + dice.nextInt(3), "某人", "随机", file.version(), payload)));
  }

  private ApplicationPayload payload(
      ApplicationState standing, ApplicationEventType type, Random dice) {
    return switch (type) {
      case SAVE -> new ApplicationPayload.Saved(List.of(), 5_000_00L);
      case SUBMIT ->
          new ApplicationPayload.Submitted(
              List.of(), 5_000_00L, List.of(), "met", new Profile(null, null, null), null);
      case REQUEST_CORRECTION ->
          new ApplicationPayload.CorrectionRequested(
              "补", deadlines.workingDaysAfter(deadlines.today(), 5));
      case CORRECT -> new ApplicationPayload.Corrected("已补", List.of(), null);
      case REVIEW -> {
        int step = standing.step();
        ReviewVerdict verdict =
            dice.nextInt(4) > 0
                ? ReviewVerdict.AGREE
                : step > 0 ? ReviewVerdict.SEND_BACK : ReviewVerdict.DISAGREE;
        yield new ApplicationPayload.Reviewed(
            step, DEPARTMENTS.get(step), verdict.code(), "意见", step > 0 ? step - 1 : null);
      }
      case PUBLICISE -> deadlines.publicity(deadlines.today(), 5, standing.plan().calendarDays());
      case OBJECT -> new ApplicationPayload.Objected("异议", "王某");
      case RESOLVE_OBJECTION ->
          new ApplicationPayload.ObjectionResolved(
              standing.publicity().openObjections().get(0), dice.nextInt(3) == 0, "处理");
      case APPROVE -> new ApplicationPayload.Approved(8_000_00L, null);
      case REJECT -> new ApplicationPayload.Rejected(null, null, "原文", "复议", null);
      case PAY ->
          new ApplicationPayload.Paid(
              Math.min(standing.money().leftFen(), 3_000_00L),
              MovableClock.today(),
              "V" + standing.version(),
              null,
              null);
      case REFUND ->
          new ApplicationPayload.Refunded(
              Math.min(standing.money().paidFen(), 1_000_00L),
              MovableClock.today(),
              null,
              null,
              null);
      case URGE, SUPERVISE -> new ApplicationPayload.Reminded(null, null, null, null, null);
      case NOTE, END_EXPERT_REVIEW -> new ApplicationPayload.Noted("备注");
      case RATE -> new ApplicationPayload.Rated(4, "满意", null);
      case ATTACHED, DETACHED ->
          new ApplicationPayload.FileKept(
              UUID.randomUUID(), "other", "text/plain", 1, "00", "a.txt");
      default -> new ApplicationPayload.Plain();
    };
  }

  private void check(UUID id) {
    assertThat(verification.check(id).broken()).as("chain, seal and columns").isNull();
    ApplicationFile file = store.load(id).orElseThrow();
    ApplicationState standing = file.standing();
    MoneyState money = standing.money();
    assertThat(money.paidFen())
        .isLessThanOrEqualTo(money.approvedFen() == null ? 0 : money.approvedFen());
    if (money.paidFen() > 0) {
      assertThat(standing.state()).isIn(ApplicationStatus.GRANTED);
    }
    if (standing.state() == ApplicationStatus.PAID) {
      assertThat(money.paidFen()).isEqualTo(money.approvedFen());
    }
    assertThat(standing.clock().paused())
        .as("clock of %s", standing.state())
        .isEqualTo(
            standing.state() == ApplicationStatus.CORRECTION
                || standing.state() == ApplicationStatus.PUBLICITY && !standing.publicity().over()
                || standing.state() == ApplicationStatus.REVIEWING && standing.clock().experts());
    if (standing.state() == ApplicationStatus.APPROVED) {
      boolean objected = standing.publicity().open() > 0;
      assertThat(objected).as("approved with an open objection").isFalse();
      LocalDate until = standing.publicity().until();
      assertThat(until).as("approved without publicity").isNotNull();
      assertThat(until).isBefore(PausedTime.day(money.approvedAt()));
    }
    if (standing.clock().paused()) {
      assertThat(deadlines.of(standing)).as("due while the clock stands still").isEmpty();
    }
  }
}
