package cn.zhitong.assistant.casework.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.handling.EventRequest;
import cn.zhitong.assistant.eventlog.ErasablePayload;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × every event, as docs/casework.md has them; and the states that depend on more. */
class StateTableTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;
  private static final UUID CASE = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private final List<CaseEvent> events = new ArrayList<>();

  static Stream<Arguments> table() throws IOException {
    try (InputStream in = StateTableTest.class.getResourceAsStream("/casework/state-table.csv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] states = lines.get(0).split(",");
      return lines.stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .flatMap(
              cells ->
                  Stream.iterate(1, i -> i < states.length, i -> i + 1)
                      .map(i -> Arguments.of(states[i], cells[0], cells[i])))
          .toList()
          .stream();
    }
  }

  @Test
  void table_ofAllEvents_isWhole() throws IOException {
    List<Arguments> rows = table().toList();
    assertThat(rows).hasSize(CaseStatus.values().length * EventType.values().length);
    assertThat(rows.stream().map(row -> row.get()[0]).distinct())
        .containsExactly(Arrays.stream(CaseStatus.values()).map(CaseStatus::code).toArray());
    assertThat(rows.stream().map(row -> row.get()[1]).distinct())
        .containsExactly(Arrays.stream(EventType.values()).map(EventType::code).toArray());
  }

  /** OpenAPI names what can be asked for, each with what it needs. */
  @Test
  void openApi_ofEventTypes_hasEveryOne() throws NoSuchMethodException {
    Schema all = EventRequest.class.getAnnotation(Schema.class);
    Schema type = EventRequest.class.getMethod("type").getAnnotation(Schema.class);
    assertThat(type.enumeration())
        .containsExactly(
            Arrays.stream(EventType.values())
                .filter(event -> event.by() != EventType.By.SYSTEM)
                .map(EventType::code)
                .toArray(String[]::new))
        .allSatisfy(code -> assertThat(all.description()).contains(code + " "));
  }

  /** Empty: impossible; {@code =}: the state stays. */
  @ParameterizedTest(name = "{0} + {1} -> {2}")
  @MethodSource("table")
  void table_ofStateAndEvent_isAsWritten(String state, String event, String after) {
    CaseStatus from = CaseStatus.of(state);
    EventType type = EventType.of(event);
    assertThat(AppealStates.TABLE.possible(type, from)).isEqualTo(!after.isEmpty());
    if (!after.isEmpty()) {
      assertThat(
              AppealStates.TABLE.transitions().stream()
                  .filter(transition -> transition.on() == type && transition.possibleIn(from))
                  .map(transition -> transition.to() == null ? from : transition.to())
                  .map(CaseStatus::code))
          .as("what it may lead to, by what the case is like")
          .contains(after.equals("=") ? state : after);
    }
  }

  @Test
  void secondReturn_untilARuling_isTheSupervisors() {
    happened(EventType.RECEIVED_BY_US, EventType.ACCEPT, EventType.DISPATCH, EventType.RETURN);
    assertThat(state()).isEqualTo(CaseStatus.RETURNED);
    happened(EventType.REASSIGN, EventType.RETURN);
    assertThat(state()).isEqualTo(CaseStatus.CONTESTED);
    assertThat(CaseState.of(events).ruled()).isFalse();
    happened(EventType.ARBITRATE);
    assertThat(state()).isEqualTo(CaseStatus.REASSIGNED);
    assertThat(CaseState.of(events).ruled()).isTrue();
  }

  @Test
  void supplement_whileWaiting_resumesWhatWasUnderWay() {
    happened(EventType.RECEIVED_BY_US, EventType.REQUEST_INFORMATION, EventType.SUPPLEMENT);
    assertThat(state()).isEqualTo(CaseStatus.RECEIVED);
    happened(EventType.ACCEPT, EventType.DISPATCH, EventType.START);
    happened(EventType.REQUEST_INFORMATION, EventType.SUPPLEMENT);
    assertThat(state()).isEqualTo(CaseStatus.IN_PROGRESS);
  }

  @Test
  void rating_dissatisfied_opensAReview() {
    happened(EventType.RECEIVED_BY_US, EventType.ACCEPT, EventType.REPLY);
    happened(EventType.RATE, body -> body.put("score", 2));
    assertThat(state()).isEqualTo(CaseStatus.AWAITING_FOLLOW_UP);
    assertThat(CaseState.of(events).review()).isEqualTo(ReplyState.Review.OPEN);
    happened(EventType.REVIEW);
    assertThat(CaseState.of(events).review()).isEqualTo(ReplyState.Review.DONE);
    happened(EventType.REOPEN);
    assertThat(CaseState.of(events).score()).isNull();
    happened(EventType.REPLY);
    happened(EventType.RATE, body -> body.put("score", 3));
    assertThat(state()).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void unmerge_ofACase_givesBackTheStateBefore() {
    happened(EventType.RECEIVED_BY_US);
    happened(EventType.MERGE, body -> body.put("into", CASE.toString()));
    happened(EventType.UNMERGE);
    assertThat(state()).isEqualTo(CaseStatus.RECEIVED);
    happened(
        EventType.CHANGE, body -> body.set("department", JSON.valueToTree(Map.of("name", "甲局"))));
    happened(EventType.DISPATCH, EventType.START);
    happened(EventType.MERGE, body -> body.put("into", CASE.toString()));
    happened(EventType.UNMERGE);
    assertThat(state()).isEqualTo(CaseStatus.IN_PROGRESS);
    assertThat(CaseState.of(events).department().name()).isEqualTo("甲局");
    assertThat(CaseState.of(events).clockwork().assignedAt()).isNotNull();
    assertThat(CaseState.of(events).mergedInto()).isNull();
  }

  @Test
  void parts_ofSupportingDepartments_areKeptApart() {
    happened(EventType.RECEIVED_BY_US);
    happened(
        EventType.CHANGE,
        body -> {
          body.set("department", JSON.valueToTree(Map.of("name", "甲局")));
          body.putArray("supporting").add("乙局").add("丙局");
        });
    happened(EventType.DISPATCH);
    happened(
        EventType.PART_REPLY,
        body -> body.put("text", "我局意见").set("department", JSON.valueToTree(Map.of("name", "乙局"))));
    happened(
        EventType.PART_RETURN,
        body -> body.set("department", JSON.valueToTree(Map.of("name", "丙局"))));
    assertThat(CaseState.of(events).parts())
        .extracting(part -> part.department().name() + part.progress().label())
        .containsExactly("乙局已反馈", "丙局已退回");
    assertThat(CaseState.of(events).parts().get(0).text()).isEqualTo("我局意见");
    happened(EventType.TRANSFER, body -> body.put("level", "city"));
    assertThat(CaseState.of(events).department()).isNull();
    assertThat(CaseState.of(events).parts()).isEmpty();
  }

  private CaseStatus state() {
    return CaseState.of(events).state();
  }

  private void happened(EventType... types) {
    for (EventType type : types) {
      happened(type, body -> {});
    }
  }

  private void happened(EventType type, Consumer<ObjectNode> fields) {
    ObjectNode body = JSON.createObjectNode();
    fields.accept(body);
    events.add(
        new CaseEvent(
            UUID.randomUUID(),
            CASE,
            events.size() + 1,
            type,
            "agent",
            "坐席",
            Instant.parse("2025-09-26T01:00:00Z"),
            null,
            events.size(),
            ErasablePayload.of(body, null),
            EventChain.START,
            ""));
  }
}
