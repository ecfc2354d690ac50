package cn.zhitong.assistant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.eventlog.ErasablePayload;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadCodecTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;

  @Test
  void decision_writtenAndRead_isTheSameAndKeepsItsStoredForm() throws Exception {
    EventPayload.Decided decided =
        new EventPayload.Decided(
            "demand",
            new Owner(null, "甲局"),
            List.of("乙局"),
            Arrays.asList((String) null),
            new EventPayload.SuggestedThen(2, "demand", .9, true, "甲局", .7, 1, false, "m"),
            null);
    JsonNode body = PayloadCodec.write(decided);
    assertThat(body)
        .isEqualTo(
            JSON.readTree(
                """
                {"category":"demand","department":{"id":null,"name":"甲局"},"supporting":["乙局"],
                 "supportingIds":[null],
                 "suggested":{"seq":2,"category":"demand","categoryConfidence":0.9,
                   "categoryRight":true,"department":"甲局","departmentConfidence":0.7,"rank":1,
                   "abstained":false,"modelVersion":"m"}}
                """));
    assertThat(PayloadCodec.read(EventType.CHANGE, body)).isEqualTo(decided);
  }

  @Test
  void records_ofOlderVersions_read() throws Exception {
    assertThat(read(EventType.DISPATCH, "{}"))
        .isEqualTo(new EventPayload.Decided(null, null, null, null, null, null));
    assertThat(read(EventType.URGE, "{\"step\":\"urge\",\"due\":\"2025-09-10\"}"))
        .isEqualTo(new EventPayload.Reminded("urge", LocalDate.of(2025, 9, 10), null, null));
    assertThat(read(EventType.RATE, "{\"score\":4,\"label\":\"满意\",\"of\":\"later\"}"))
        .isEqualTo(new EventPayload.Rated(4, "满意", null, null));
    EventPayload.Suggested suggested =
        (EventPayload.Suggested)
            read(
                EventType.SUGGESTED,
                "{\"category\":{\"code\":\"demand\",\"label\":\"诉求\",\"confidence\":0.9},"
                    + "\"departments\":[{\"id\":null,\"name\":\"甲局\",\"confidence\":0.7}],"
                    + "\"blind\":true}");
    assertThat(suggested.blind()).isTrue();
    assertThat(suggested.suggestion().departments().get(0).name()).isEqualTo("甲局");
    assertThat(suggested.suggestion().matters()).isEmpty();
  }

  /** The forms that reports, views and the version before read in SQL and on pages. */
  @Test
  void reply_ofADraft_isStoredFlat() throws Exception {
    EventPayload.Replied reply =
        EventPayload.Replied.of("请带执照办理。", List.of("乙局"))
            .comparedWith(6, "请带证办理。")
            .released(true, "请带执照。");
    JsonNode body = PayloadCodec.write(reply, Instant.parse("2025-09-26T01:00:00Z"));
    assertThat(body)
        .isEqualTo(
            JSON.readTree(
                """
                {"text":"请带执照办理。","partsPending":["乙局"],"draftSeq":6,
                 "draftUnchanged":false,"editShare":0.286,"editDistance":3,
                 "changes":[{"op":"keep","n":2},{"op":"delete","n":1},{"op":"insert","n":2},
                   {"op":"keep","n":3}],
                 "personalDataChecked":true,"followersText":"请带执照。",
                 "occurredAt":"2025-09-26T01:00:00Z"}
                """));
    assertThat(PayloadCodec.read(EventType.REPLY, body)).isEqualTo(reply);
  }

  @Test
  void draft_ofAnOlderVersion_readsAndKeepsItsFieldsForShowing() throws Exception {
    String body =
        "{\"text\":\"您好\",\"precedents\":[{\"id\":\"00000000-0000-7000-8000-000000000001\","
            + "\"title\":\"旧\"}],\"length\":2}";
    EventPayload.Drafted draft = (EventPayload.Drafted) read(EventType.DRAFTED, body);
    assertThat(draft.precedentIds()).hasSize(1);
    assertThat(draft.blocks()).isNull();
    assertThat(PayloadCodec.fields(ErasablePayload.stored(body, null, null)))
        .containsEntry("length", 2);
  }

  private static EventPayload read(EventType type, String body) throws Exception {
    return PayloadCodec.read(type, JSON.readTree(body));
  }
}
