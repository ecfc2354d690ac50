package cn.zhitong.assistant.casework.state;

import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.log.CaseVerification;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done to some cases, in whatever order it is possible: what must always hold, holds.
 * Slow for a unit of casework, since each step is an act over HTTP on a real database.
 */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseWalkTest {
  private static final int CASES = 3;
  private static final int STEPS = 60;

  /** Ends a walk too soon to be taken as often as the others. */
  private static final Set<String> RARE = Set.of("withdraw", "reject", "erase", "transfer");

  /** Possible for the case, but not with everything: a main case, a part, one of two themes. */
  private static final Set<String> NEED_MORE =
      Set.of(
          "merge",
          "part_reply",
          "part_return",
          "reply",
          "mark_theme",
          "unmark_theme",
          "cancel_meeting",
          "record_meeting");

  private static final Map<String, Object[]> FIELDS =
      Map.ofEntries(
          Map.entry("change", new Object[] {"category", "demand", "department", "市财政局"}),
          Map.entry("reassign", new Object[] {"department", "市商务局"}),
          Map.entry("arbitrate", new Object[] {"department", "市财政局"}),
          Map.entry("transfer", new Object[] {"level", "city", "department", "市商务局"}),
          Map.entry("add_support", new Object[] {"supporting", List.of("市配合局")}),
          Map.entry("part_reply", new Object[] {"text", "意见", "department", "市配合局"}),
          Map.entry("part_return", new Object[] {"department", "市配合局"}),
          Map.entry("supplement", new Object[] {"text", "补充"}),
          Map.entry("note", new Object[] {"text", "备注"}),
          Map.entry("reject", new Object[] {"legalGround", "条例"}),
          Map.entry("request_extension", new Object[] {"days", 3}),
          Map.entry("grant_extension", new Object[] {"days", 2}),
          Map.entry("order_rectification", new Object[] {"days", 4}),
          Map.entry("call", new Object[] {"finding", "no_answer"}),
          Map.entry("submit_reply", new Object[] {"text", "送审稿"}),
          Map.entry("reply", new Object[] {"text", "答复"}),
          Map.entry("mark_theme", new Object[] {"theme", "inspection"}),
          Map.entry("unmark_theme", new Object[] {"theme", "arrears"}),
          Map.entry(
              "record_arrears",
              new Object[] {
                "arrears", Map.of("amount", 1000, "debtor", "甲", "debtorKind", "state_organ")
              }),
          Map.entry(
              "record_repayment",
              new Object[] {"repayment", Map.of("amount", 1, "paidOn", "2025-01-02")}),
          Map.entry(
              "set_meeting",
              new Object[] {
                "meeting",
                Map.of(
                    "url",
                    "https://a.example.com",
                    "startsAt",
                    "2099-01-01T09:00",
                    "minutes",
                    9,
                    "parties",
                    List.of("甲"))
              }),
          Map.entry("cancel_meeting", new Object[] {"meeting", Map.of()}),
          Map.entry("record_meeting", new Object[] {"meeting", Map.of(), "text", "谈妥"}),
          Map.entry("review", new Object[] {"finding", "justified", "text", "核实"}));

  @Inject CaseStore store;
  @Inject CaseVerification verification;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomActs_inAnyPossibleOrder_keepTheInvariants(long seed) {
    Random dice = new Random(seed);
    List<Cases> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(Cases.filed("投诉随机" + seed + "-" + i));
    }
    for (int step = 0; step < STEPS; step++) {
      Cases one = cases.get(dice.nextInt(CASES));
      act(one, cases.get(dice.nextInt(CASES)), dice);
      cases.forEach(this::check);
    }
    for (Cases one : cases) {
      CaseVerification.Result result = verification.verify(UUID.fromString(one.id())).orElseThrow();
      assertThat(result.problem()).isNull();
    }
  }

  private void act(Cases one, Cases other, Random dice) {
    JsonPath before = token().get("/api/cases/" + one.id()).jsonPath();
    List<String> possible = new ArrayList<>(before.getList("possible.type"));
    if (dice.nextInt(12) > 0) {
      possible.removeAll(RARE);
    }
    if (possible.isEmpty()) {
      return;
    }
    String type = possible.get(dice.nextInt(possible.size()));
    List<Object> fields = new ArrayList<>(List.of(FIELDS.getOrDefault(type, new Object[0])));
    fields.addAll(List.of("reason", "随机"));
    if (type.equals("merge")) {
      fields.addAll(List.of("into", other.id()));
    }
    if (type.equals("rate")) {
      fields.addAll(List.of("score", 1 + dice.nextInt(5)));
    }
    int status = one.act(token(), type, fields.toArray()).statusCode();
    // What is possible for the case may not be for what else it needs: a main case, a part.
    if (!NEED_MORE.contains(type)) {
      assertThat(status).as("%s of %s", type, before.getString("state")).isEqualTo(200);
    }
    if (type.equals("unmerge") && status == 200) {
      assertThat(one.state()).isEqualTo(stateBeforeMerging(one));
    }
  }

  private String stateBeforeMerging(Cases one) {
    List<CaseEvent> events = store.load(UUID.fromString(one.id())).orElseThrow().events();
    int merged = 0;
    for (int i = 0; i < events.size(); i++) {
      merged = events.get(i).type() == EventType.MERGE ? i : merged;
    }
    return CaseState.of(events.subList(0, merged)).state().code();
  }

  private void check(Cases one) {
    CaseFile file = store.load(UUID.fromString(one.id())).orElseThrow();
    CaseState state = file.standing();
    int answers = 0;
    int ratings = 0;
    for (CaseEvent event : file.events()) {
      if (event.type() == EventType.REPLY) {
        answers++;
        ratings = 0;
      }
      ratings += event.type() == EventType.RATE ? 1 : 0;
    }
    assertThat(ratings).as("ratings of one answer").isLessThanOrEqualTo(1);
    if (state.score() != null) {
      assertThat(state.answeredAt()).as("a score is of an answer").isNotNull();
      assertThat(answers).isPositive();
    }
    if (state.review() == ReplyState.Review.OPEN) {
      assertThat(state.state()).isEqualTo(CaseStatus.AWAITING_FOLLOW_UP);
    }
    assertThat(state.state().unanswered() && state.answeredAt() != null)
        .as("owed and given at once")
        .isFalse();
    if (state.state() == CaseStatus.MERGED) {
      CaseState main = store.load(state.mergedInto()).orElseThrow().standing();
      assertThat(main.state().unanswered() && main.state() != CaseStatus.MERGED)
          .as("a main case that is owed an answer itself")
          .isTrue();
    }
    assertThat(state.department() == null && state.state() == CaseStatus.DISPATCHED)
        .as("with a department that nobody knows")
        .isFalse();
  }
}
