package cn.zhitong.eval.items;

import static cn.zhitong.eval.items.LabelledText.group;
import static cn.zhitong.eval.items.LabelledText.leaf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.FakeService;
import cn.zhitong.eval.drive.FakeService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemRunTest {
  private static final ObjectNode HIVES =
      leaf("'field':'custom:hives','op':'>=','value':300,'quote':'蜂箱不少于300个'");
  private static final ObjectNode CLEAN =
      leaf("'field':'major_violation','op':'never','quote':'无违法记录','debatable':true");
  private static final ObjectNode BOXES = HIVES.deepCopy().put("field", "custom:boxes");

  @TempDir Path folder;
  private FakeService service;
  private final List<JsonNode> evaluated = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    service = new FakeService();
    ObjectNode proposal = Json.MAPPER.createObjectNode();
    proposal.set("conditions", group("all", BOXES));
    ObjectNode proposals = Json.MAPPER.createObjectNode();
    proposals.putArray("items").add(proposal);
    service.on("/api/items/extraction", body -> new Reply(200, proposals.toString()));
    ObjectNode item = new LabelledText("养蜂企业蜂箱不少于300个，无违法记录。", group("all", HIVES, CLEAN)).row();
    Files.writeString(folder.resolve("items.jsonl"), Json.line(item));
    Files.writeString(
        folder.resolve("enterprises.jsonl"),
        """
        {"id":"E1","facts":[],"asOf":"2024-06-30"}
        {"id":"E2","facts":[],"asOf":"2024-06-30","closedFields":["staff"]}
        """);
    Files.writeString(
        folder.resolve("outcomes.jsonl"),
        """
        {"item":"made-up","enterprise":"E1","outcome":"unknown","unknownKind":"data",\
        "leaves":[{"index":0,"outcome":"unknown"},{"index":1,"outcome":"met","debatable":true}]}
        {"item":"made-up","enterprise":"E2","outcome":"met","unknownKind":null,\
        "leaves":[{"index":0,"outcome":"met"}]}
        """);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void answers(String outcome, String kind) {
    service.on(
        "/api/matching/evaluation",
        body -> {
          try {
            evaluated.add(Json.MAPPER.readTree(body));
          } catch (IOException e) {
            return new Reply(400, e.toString());
          }
          String answer =
              """
              {"outcome":"%s","unknownKind":%s,"leaves":[
              {"index":1,"outcome":"met"},{"index":0,"outcome":"%s"}]}"""
                  .formatted(outcome, kind, outcome);
          return new Reply(200, answer);
        });
  }

  private Map<String, Object> run() throws Exception {
    return ItemRun.run(new Api(service), folder, folder.resolve("out")).metrics();
  }

  @Test
  void run_allToldMet_countsWrongOnes() throws Exception {
    answers("met", "null");
    Map<String, Object> metrics = run();
    assertThat(metrics)
        .containsEntry("matchingLeaves", .5)
        .containsEntry("matchingItems", .5)
        .containsEntry("wrongMet", 1)
        .containsEntry("wrongNotMet", 0)
        .containsEntry("unknownKind", 0.0)
        .containsEntry("endToEndMetPrecision", .5)
        .containsEntry("endToEndMetFound", 1.0)
        .doesNotContainKeys("endToEndWrongNotMet", "cases", "periods");
    assertThat(Files.readString(folder.resolve("out/items.jsonl"))).contains("E1 unknown ← met");
    assertThat(folder.resolve("out/report.html")).exists();
  }

  @Test
  void run_allToldUnknown_keepsMetPrecisionAtNothing() throws Exception {
    answers("unknown", "\"data\"");
    assertThat(run())
        .containsEntry("unknownKind", 1.0)
        .containsEntry("endToEndMetPrecision", 0.0)
        .containsEntry("wrongMet", 0);
  }

  @Test
  void run_toldNotMet_isWrongAlsoWhereUnknownIsRight() throws Exception {
    answers("not_met", "null");
    assertThat(run()).containsEntry("wrongNotMet", 2).containsEntry("endToEndWrongNotMet", 1.0);
  }

  @Test
  void run_ownFieldThatWasFound_takesTheNameOfTheFacts() throws Exception {
    answers("met", "null");
    run();
    assertThat(evaluated).hasSize(4);
    assertThat(evaluated)
        .allSatisfy(
            request ->
                assertThat(request.at("/conditions/children/0/field").asText())
                    .isEqualTo("custom:hives"));
    assertThat(evaluated.toString()).doesNotContain("debatable");
    assertThat(evaluated.get(0).path("closedFields").isArray()).isTrue();
  }

  @Test
  void run_casesFile_isCountedWithItsKindOfUnknown() throws Exception {
    String one =
        """
        {"id":"c1","about":"例","conditions":{},"facts":[],"asOf":"2024-06-30",\
        "outcome":"unknown","unknownKind":"%s","leaves":[{"index":0,"outcome":"unknown"}]}
        """;
    Files.writeString(
        folder.resolve("cases.jsonl"), one.formatted("data") + one.formatted("evidence"));
    answers("unknown", "\"data\"");
    assertThat(run()).containsEntry("cases", .5);
    assertThat(Files.readString(folder.resolve("out/misses.csv"))).contains("c1");
  }

  @Test
  void run_outcomeOfAnUnknownItem_fails() throws Exception {
    Files.writeString(folder.resolve("outcomes.jsonl"), "{\"item\":\"x\",\"enterprise\":\"E1\"}");
    answers("met", "null");
    assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("outcomes");
  }
}
