package cn.zhitong.eval.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.eval.answer.AnswerResults;
import cn.zhitong.eval.answer.AnswerRun;
import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.drive.FakeService.Reply;
import cn.zhitong.eval.retrieval.RetrievalResults;
import cn.zhitong.eval.retrieval.RetrievalRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  @TempDir Path folder;
  private FakeService service;

  @BeforeEach
  void start() throws Exception {
    service = new FakeService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void passages_ofARun_becomeDocumentsWithStrictlyFallingScores() throws Exception {
    service.on(
        "/api/search",
        body ->
            new Reply(
                200,
                """
                {"passages":[
                  {"externalId":"d1","score":2},{"externalId":"d1","score":1.9},
                  {"externalId":"d2","score":2},{"externalId":"d3","score":1}]}"""));
    Query query = new Query("q1", "问", "", Map.of("d2", 1));
    List<RetrievalRun.Outcome> outcomes = RetrievalRun.run(new Api(service), List.of(query));
    assertThat(outcomes.get(0).documents()).containsExactly("d1", "d2", "d3");
    assertThat(outcomes.get(0).scores().get(1)).isLessThan(2).isGreaterThan(1);
    Map<String, Object> metrics = RetrievalResults.write("t", outcomes, folder, null, null);
    // Tied with d1: first in half of the orders.
    assertThat((Double) metrics.get("mrr@10")).isEqualTo(.75);
    assertThat(Files.readString(folder.resolve("run.trec"))).startsWith("q1 Q0 d1 1 2.0 zhitong");
    assertThat(Files.readString(folder.resolve("misses.csv"))).contains("q1");
    Map<String, Object> again =
        RetrievalResults.write("t", outcomes, folder.resolve("b"), folder, null);
    assertThat((Double) again.get("against:ndcg@10")).isZero();
  }

  @Test
  void query_thatFails_endsTheRun() {
    service.on("/api/search", body -> new Reply(500, "{}"));
    Query query = new Query("q1", "问", "", Map.of("d2", 1));
    assertThatThrownBy(() -> RetrievalRun.run(new Api(service), List.of(query)))
        .hasMessageContaining("500");
  }

  @Test
  void request_thatIsShed_isTriedAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    service.on(
        "/api/search",
        body -> calls.incrementAndGet() < 2 ? new Reply(429, "{}") : new Reply(200, "{}"));
    assertThat(new Api(service).postJson("/api/search", Map.of())).isNotNull();
    assertThat(calls).hasValue(2);
  }

  @Test
  void quotes_ofAnAnswer_areCheckedAgainstTheText() throws Exception {
    Path corpus = folder.resolve("corpus.jsonl");
    Files.writeString(corpus, "{\"_id\":\"d1\",\"title\":\"\",\"text\":\"补贴五十万元。每年一次。\"}");
    service.on(
        "/api/questions",
        body ->
            new Reply(
                200,
                """
                {"outcome":"answered","text":"x","tookMillis":5,"citations":[
                 {"policyId":"p","externalId":"d1","quote":"每年一次。","start":7,"end":12},
                 {"policyId":"p","externalId":"d1","quote":"补贴五十万元。","start":0,"end":7}]}"""));
    AnswerRun run = new AnswerRun(new Api(service), corpus);
    Query query = new Query("q", "补贴多少", "五十万元。每年", Map.of("d1", 1));
    List<AnswerRun.Outcome> outcomes = run.run("asking", List.of(query));
    assertThat(outcomes.get(0).goldWhole()).isTrue();
    assertThat(outcomes.get(0).citedRight()).isTrue();
    Map<String, Object> metrics = write(outcomes, List.of());
    assertThat(metrics.get("verbatim")).isEqualTo(1.0);
    assertThat(metrics.get("quotedCharacters:median")).isEqualTo(12);
  }

  @Test
  void quote_invented_shows() throws Exception {
    Path corpus = folder.resolve("corpus.jsonl");
    Files.writeString(corpus, "{\"_id\":\"d1\",\"title\":\"\",\"text\":\"补贴五十万元。\"}");
    service.on("/api/policies/p/clauses", body -> new Reply(200, "[]"));
    service.on(
        "/api/questions",
        body ->
            new Reply(
                200,
                """
                {"outcome":"answered","citations":[
                 {"policyId":"p","externalId":"d1","quote":"补贴九十万元。","start":0,"end":7}]}"""));
    AnswerRun run = new AnswerRun(new Api(service), corpus);
    List<AnswerRun.Outcome> outcomes =
        run.run("asking", List.of(new Query("q", "补贴多少", "五十", Map.of("d1", 1))));
    Map<String, Object> metrics = write(outcomes, List.of());
    assertThat(metrics.get("verbatim")).isEqualTo(0.0);
  }

  @Test
  void support_ofAnswers_drawsTheWholeTradeOff() throws Exception {
    Path corpus = folder.resolve("corpus.jsonl");
    Files.writeString(corpus, "{\"_id\":\"d1\",\"title\":\"\",\"text\":\"补贴五十万元。\"}");
    service.on(
        "/api/questions",
        body -> {
          boolean sure = body.contains("补贴");
          return new Reply(
              200,
              sure
                  ? """
                    {"outcome":"answered","citations":[
                     {"policyId":"p","externalId":"d1","quote":"补贴五十万元。","start":0,"end":7}]}"""
                  : "{\"outcome\":\"refused\",\"reason\":\"no_evidence\"}",
              Map.of("Zhitong-Support", sure ? ".8" : ".3"));
        });
    AnswerRun run = new AnswerRun(new Api(service), corpus);
    List<AnswerRun.Outcome> answerable =
        run.run(
            "asking",
            List.of(
                new Query("q1", "补贴多少", "五十万元", Map.of("d1", 1)),
                new Query("q2", "贴息多少", "五十万元", Map.of("d1", 1))));
    List<AnswerRun.Outcome> unanswerable =
        run.run("asking", List.of(new Query("u1", "火星", "", Map.of())));
    Map<String, Object> metrics = write(answerable, unanswerable);
    assertThat(metrics.get("answered")).isEqualTo(.5);
    assertThat(metrics.get("auc")).isEqualTo(.75);
    assertThat(metrics.get("refusedAtAnswered90")).isEqualTo(0.0);
    assertThat(Files.readString(folder.resolve("report.html"))).contains("取舍曲线");
    assertThat(Files.readString(folder.resolve("misses.csv"))).contains("可答而未答").contains("q2");
    assertThat(Files.readString(folder.resolve("answers.jsonl"))).contains("\"queryId\":\"u1\"");
    Map<String, Object> again =
        AnswerResults.write(
            "t",
            answerable,
            unanswerable,
            new double[] {5},
            folder.resolve("b"),
            new AnswerResults.Extras(folder, null));
    assertThat(again.get("against:answered")).isEqualTo(0.0);
    assertThat(again.get("against:answered:p")).isEqualTo(1.0);
    assertThat(again.get("firstSentenceMillis:p50")).isEqualTo(5L);
  }

  private Map<String, Object> write(
      List<AnswerRun.Outcome> answerable, List<AnswerRun.Outcome> unanswerable) throws Exception {
    return AnswerResults.write(
        "t", answerable, unanswerable, new double[0], folder, AnswerResults.Extras.NONE);
  }
}
