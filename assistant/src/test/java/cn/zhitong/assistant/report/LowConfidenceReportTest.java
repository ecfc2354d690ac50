package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.PayloadCodec;
import cn.zhitong.assistant.report.FactStore.Fact;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LowConfidenceReportTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;

  @Test
  void rows_decidedAndNot_standUndecidedAndLeastSureFirst() {
    List<Fact> facts =
        List.of(
            fact("decided", CaseStatus.DISPATCHED, true, 0.1, false),
            fact("surer", CaseStatus.RECEIVED, false, 0.5, false),
            fact("unsure", CaseStatus.RECEIVED, false, 0.2, false));
    assertThat(numbers(facts, false)).containsExactly("unsure", "surer", "decided");
    assertThat(numbers(facts, true)).containsExactly("unsure", "surer");
  }

  @Test
  void suggestion_ofABlindCase_isShownOnlyAfterTheDecision() {
    List<Fact> facts =
        List.of(
            fact("hidden", CaseStatus.RECEIVED, false, 0.2, true),
            fact("shown", CaseStatus.DISPATCHED, true, 0.2, true));
    assertThat(numbers(facts, false)).containsExactly("shown");
    assertThat(numbers(facts, true)).isEmpty();
  }

  @Test
  void mergedCase_undecided_needsNoDecision() {
    List<Fact> facts = List.of(fact("merged", CaseStatus.MERGED, false, 0.2, false));
    assertThat(numbers(facts, true)).isEmpty();
    assertThat(numbers(facts, false)).containsExactly("merged");
  }

  private static List<String> numbers(List<Fact> facts, boolean undecidedOnly) {
    return LowConfidenceReport.items(facts, undecidedOnly).stream()
        .map(LowConfidenceReport.Item::number)
        .toList();
  }

  private static Fact fact(
      String number, CaseStatus state, boolean decided, double confidence, boolean blind) {
    ObjectNode suggestion = JSON.createObjectNode().put("abstained", true).put("blind", blind);
    suggestion.putArray("departments").addObject().put("name", "某局").put("confidence", confidence);
    suggestion.putObject("category").put("code", "demand").put("label", "诉求").put("confidence", .6);
    return new Fact(
        UUID.randomUUID(),
        number,
        "widget",
        Instant.parse("2025-03-03T02:00:00Z"),
        null,
        "标题",
        "正文",
        null,
        state.code(),
        null,
        null,
        null,
        null,
        PayloadCodec.suggested(suggestion.toString()),
        List.of(),
        decided,
        0,
        0,
        false,
        null,
        false);
  }
}
