package cn.zhitong.eval.questions;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Parallel;
import cn.zhitong.eval.questions.QuestionJudge.Verdict;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunFigures;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks natural questions, each by itself, and writes what came of them. */
public final class QuestionRun {
  private QuestionRun() {}

  /**
   * Writes answers.jsonl (the API's bodies with {@code queryId} and {@code right}), metrics.json,
   * misses.csv and report.html.
   *
   * @param corpus only questions of this one; null for all
   * @return the figures that gates look at
   */
  public static Map<String, Object> run(Api api, Path data, String corpus, Path out)
      throws Exception {
    List<GoldQuestion> questions = GoldQuestion.read(data, corpus);
    List<Verdict> verdicts =
        Parallel.map(
            "asking",
            questions,
            question ->
                QuestionJudge.judge(
                    question, api.postJson("/api/questions", Map.of("question", question.text()))));
    return write(data.getFileName().toString(), verdicts, out);
  }

  private static Map<String, Object> write(String title, List<Verdict> verdicts, Path out)
      throws IOException {
    Files.createDirectories(out);
    QuestionFigures figures = new QuestionFigures(verdicts);
    Map<String, Object> metrics = figures.metrics();
    StringBuilder lines = new StringBuilder();
    for (Verdict verdict : verdicts) {
      ObjectNode body = verdict.body().deepCopy();
      body.put("queryId", verdict.question().id());
      body.put("right", verdict.right());
      lines.append(Json.line(body)).append('\n');
    }
    Files.writeString(out.resolve("answers.jsonl"), lines);
    Map<String, Object> file = new LinkedHashMap<>(metrics);
    file.put("byStyle", figures.byStyle().rows());
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(file));
    figures.misses().writeCsv(out.resolve("misses.csv"));
    HtmlReport report =
        new HtmlReport("自然提问评测 " + title, "反问超过可答问题 6% 的部分计为没有示出；相关条款只计前三条、每条前 500 字");
    metrics.forEach(
        (name, value) -> {
          if (!RunFigures.isBound(name)) {
            report.figure(name, String.valueOf(value));
          }
        });
    report.table(figures.byStyle()).table(figures.refusals()).table(figures.misses());
    report.write(out.resolve("report.html"));
    return metrics;
  }
}
