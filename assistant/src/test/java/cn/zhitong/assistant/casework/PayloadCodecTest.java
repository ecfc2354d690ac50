package cn.zhitong.assistant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadCodecTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void decision_writtenAndRead_isTheSameAndKeepsItsStoredForm() throws Exception {
    EventPayload.Decided decided =
        new EventPayload.Decided(
            "demand",
            new CaseState.Owner(null, "甲局"),
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

  private static EventPayload read(EventType type, String body) throws Exception {
    return PayloadCodec.read(type, JSON.readTree(body));
  }
}
