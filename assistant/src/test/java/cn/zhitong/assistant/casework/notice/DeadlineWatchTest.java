package cn.zhitong.assistant.casework.notice;

import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.clock.DeadlineLight;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.clock.EscalationConfig;
import cn.zhitong.assistant.casework.clock.SlaWarnings;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.log.LogParts;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.notice.TestNotices;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Warnings, 催办 and 督办 by the calendar, whoever of several nodes looks. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class DeadlineWatchTest {
  private static final Deadlines.Deadline DEADLINE =
      new Deadlines.Deadline(LocalDate.of(2025, 9, 3), 5, LocalDate.of(2025, 9, 10), false);

  @Inject Jdbc jdbc;
  @Inject LogParts parts;
  @Inject CaseStore cases;
  @Inject Deadlines deadlines;
  @Inject CaseNotices notices;
  @Inject EscalationConfig config;
  @Inject Clock clock;
  private DeadlineWatch watch;

  @BeforeEach
  void aWatchWithReceivers() {
    // What other tests left is none of this one's.
    jdbc.update("update assistant.appeal_case set watch_on = null");
    CaseStore store = parts.store(TestNotices.store(jdbc, "http://localhost:1/", "a@example.com"));
    watch = new DeadlineWatch(store, parts.log(store), deadlines, config, notices);
  }

  @Test
  void overdueCase_watched_isUrgedThenSupervisedOnce() {
    Cases late = Cases.filed(Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00"));
    int before = late.version();
    assertThat(watch.lookAtDue()).isEqualTo(1);
    assertThat(watch.lookAtDue()).as("once a day").isZero();
    late.does("accept_suggestion").does("dispatch");
    assertThat(watch.lookAtDue()).as("again after a change").isEqualTo(1);
    token()
        .get("/api/cases/" + late.id())
        .then()
        .body("urges", equalTo(1))
        .body("supervised", equalTo(true))
        .body("deadline.light", equalTo("overdue"))
        .body("events[2].actor", equalTo("system"))
        .body("events[2].body.step", equalTo("urge"));
    assertThat(kinds(late))
        .containsExactlyInAnyOrder("case.supervised", "case.urged", "deadline.overdue");
    // What was decided on an older version still holds: the reminders changed nothing.
    Cases seen = Cases.filed(Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00"));
    int version = seen.version();
    watch.lookAtDue();
    seen.act(token(), "accept_suggestion", "basedOn", version).then().statusCode(200);
    assertThat(before).isEqualTo(2);
  }

  @Test
  void backlog_untilOpenedOrTwoWorkingDaysOld_raisesNoAlarm() {
    Cases unread = past();
    Cases opened = past();
    Cases old = past();
    Instant longAgo = clock.instant().minus(Duration.ofDays(10));
    jdbc.update(
        "update assistant.appeal_case set received_at = ? where id = ?::uuid", longAgo, old.id());
    token().get("/api/cases/" + opened.id()).then().statusCode(200);
    watch.lookAtDue();
    assertThat(kinds(unread)).isEmpty();
    assertThat(kinds(opened)).contains("deadline.overdue", "case.supervised");
    assertThat(kinds(old)).contains("deadline.overdue", "case.supervised");
    token().get("/api/cases/" + unread.id()).then().body("urges", equalTo(0));
    watch.lookAtDue();
    assertThat(kinds(unread)).as("once somebody has opened it").contains("case.urged");
  }

  @Test
  void calendarCorrected_afterAStep_repeatsNoStep() {
    Map<String, EscalationConfig.Step> steps = Map.of("a", step(1, "urge"));
    Cases late = past();
    token().get("/api/cases/" + late.id());
    watch.lookAtDue();
    CaseFile file = cases.load(UUID.fromString(late.id())).orElseThrow();
    Deadlines.Deadline deadline = deadlines.of(file.appeal(), file.standing()).orElseThrow();
    Map<String, EscalationConfig.Step> urge = Map.of("urge", step(1, "urge"));
    assertThat(DeadlineWatch.due(steps, file, deadline, 5)).as("another step").hasSize(1);
    assertThat(DeadlineWatch.due(urge, file, moved(deadline), 5)).isEmpty();
    assertThat(DeadlineWatch.due(urge, file, extended(deadline), 5)).hasSize(1);
  }

  private static Deadlines.Deadline moved(Deadlines.Deadline deadline) {
    return new Deadlines.Deadline(
        deadline.from(), deadline.workingDays(), deadline.due().plusDays(1), false);
  }

  private static Deadlines.Deadline extended(Deadlines.Deadline deadline) {
    return new Deadlines.Deadline(
        deadline.from(), deadline.workingDays() + 3, deadline.due().plusDays(3), false);
  }

  private static Cases past() {
    return Cases.filed(Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00"));
  }

  @Test
  void severalNodes_watching_urgeEachCaseOnce() throws Exception {
    List<Cases> late =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(
                i -> Cases.filed(Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00")))
            .toList();
    late.forEach(Cases::version);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      nodes.submit(() -> watch.lookAtDue());
    }
    nodes.shutdown();
    assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    for (Cases one : late) {
      token().get("/api/cases/" + one.id()).then().body("urges", equalTo(1));
      assertThat(kinds(one)).hasSize(3);
    }
  }

  @Test
  void case_thatCannotBeRead_keepsNoOtherFromBeingWatched() {
    Cases unreadable = past();
    Cases late = past();
    token().get("/api/cases/" + late.id()).then().statusCode(200);
    jdbc.update(
        "update assistant.case_event set type = 'of_tomorrow' where case_id = ?::uuid and seq = 1",
        unreadable.id());
    jdbc.update(
        "update assistant.appeal_case set watch_on = date '2025-01-01' where id = ?::uuid",
        unreadable.id());
    try {
      assertThat(watch.lookAtDue()).isEqualTo(2);
      assertThat(kinds(late)).contains("deadline.overdue");
    } finally {
      jdbc.update(
          "update assistant.case_event set type = ? where case_id = ?::uuid and seq = 1",
          EventType.RECEIVED_BY_US.code(),
          unreadable.id());
    }
  }

  @Test
  void case_waitingForTheEnterprise_isNotUrged() {
    Cases filed = Cases.filed(Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00"));
    filed.does("request_information", "reason", "请补充");
    assertThat(watch.lookAtDue()).isZero();
    assertThat(kinds(filed)).isEmpty();
  }

  @Test
  void steps_whenTheirDayHasCome_areTakenInOrder() {
    Map<String, EscalationConfig.Step> steps =
        Map.of("b", step(3, "supervise"), "a", step(1, "urge"), "c", step(5, "notify"));
    CaseFile file = file();
    assertThat(DeadlineWatch.due(steps, file, DEADLINE, 0)).isEmpty();
    assertThat(DeadlineWatch.due(steps, file, DEADLINE, 4))
        .extracting(SlaWarnings.Escalation::name)
        .containsExactly("a", "b");
    assertThat(DeadlineWatch.due(steps, file, DEADLINE, 5).get(2).act())
        .isEqualTo(SlaWarnings.Act.NOTIFY);
    assertThat(DeadlineWatch.due(steps, file, DEADLINE, 5).get(0).reason("答复"))
        .isEqualTo("超期满 1 个工作日仍未答复");
    assertThat(SlaWarnings.kind(DeadlineLight.GREEN)).isNull();
    assertThat(SlaWarnings.kind(DeadlineLight.YELLOW)).isEqualTo("deadline.yellow");
  }

  private CaseFile file() {
    UUID id = UUID.fromString(Cases.filed("投诉").id());
    return cases.load(id).orElseThrow();
  }

  private List<String> kinds(Cases filed) {
    return jdbc.query(
        "select kind from assistant.case_notice where case_id = ?::uuid and channel = 'webhook'",
        row -> row.getString(1),
        filed.id());
  }

  private static EscalationConfig.Step step(int after, String act) {
    return new EscalationConfig.Step() {
      @Override
      public int after() {
        return after;
      }

      @Override
      public String act() {
        return act;
      }

      @Override
      public Optional<String> reason() {
        return Optional.empty();
      }
    };
  }
}
