package cn.zhitong.eval.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.eval.dataset.AppealRow;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.FakeService;
import cn.zhitong.eval.drive.FakeService.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageEvaluationTest {
  @TempDir Path folder;

  @Test
  void folds_ofRows_shareNoGroupAndLoseNoRow() {
    List<AppealRow> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(row("r" + i, "t", "g" + i / 3));
    }
    List<List<AppealRow>> folds = Folds.split(rows, 5);
    assertThat(folds.stream().mapToInt(List::size).sum()).isEqualTo(100);
    Set<String> seen = new HashSet<>();
    for (List<AppealRow> fold : folds) {
      Set<String> groups = fold.stream().map(AppealRow::group).collect(Collectors.toSet());
      assertThat(seen).doesNotContainAnyElementsOf(groups);
      seen.addAll(groups);
    }
  }

  @Test
  void rows_someEmpty_arePredictedOnceAndEmptyOnesGetThePrior() throws Exception {
    try (FakeService service = new FakeService()) {
      service.on(
          "/api/triage/models", body -> new Reply(202, "{\"id\":\"j\",\"state\":\"running\"}"));
      service.on(
          "/api/triage/models/jobs/j",
          body -> new Reply(200, "{\"id\":\"j\",\"state\":\"finished\",\"modelId\":\"m\"}"));
      service.on("/api/triage/batch", TriageEvaluationTest::suggestions);
      List<AppealRow> rows = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        rows.add(row("r" + i, i == 3 ? "" : "怎么办理", "g" + i));
      }
      TriageRun run = new TriageRun(new Api(service), List.of("中心"));
      Map<String, Object> metrics =
          new TriageEvaluation(run, List.of("中心"), null).crossValidated("t", rows, 5, folder);
      assertThat(metrics).containsEntry("rows", 10);
      assertThat((Double) metrics.get("category:accuracy")).isEqualTo(1);
      assertThat((Double) metrics.get("department:top1")).isEqualTo(1);
      assertThat(Files.readAllLines(folder.resolve("predictions.jsonl"))).hasSize(10);
      assertThat(Files.readString(folder.resolve("report.html"))).contains("混淆矩阵");
      assertThat(folder.resolve("confusion.csv")).exists();
    }
  }

  @Test
  void run_afterAnEarlierOne_isComparedRowByRow() throws Exception {
    List<Prediction> before = new ArrayList<>();
    List<Prediction> now = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      AppealRow row = row("r" + i, "电话13812345678，本人王小明，请问怎么办理", "g" + i);
      before.add(prediction(row, i < 10 ? "demand" : "consultation", "市税务局"));
      now.add(prediction(row, "consultation", i == 39 ? "市教育局" : "市税务局"));
    }
    new TriageResults(before, List.of()).write("before", folder.resolve("before"), null);
    Map<String, Object> metrics =
        new TriageResults(now, List.of())
            .write("now", folder.resolve("now"), folder.resolve("before"));
    assertThat(metrics)
        .containsEntry("against:rows", 40)
        .containsEntry("against:category:accuracy", .25)
        .containsEntry("against:department:top1", -.025);
    assertThat((Double) metrics.get("against:category:accuracy:p")).isLessThan(.01);
    String report = Files.readString(folder.resolve("now").resolve("report.html"));
    assertThat(report).contains("类别：与上次不同", "10 件变对", "1 件变错", "市教育局", "class=\"picture\"");
    assertThat(report).doesNotContain("13812345678", "王小明");
    assertThatThrownBy(
            () -> new TriageResults(now, List.of()).write("x", folder, folder.resolve("none")))
        .hasMessageContaining("predictions.jsonl");
  }

  private static Prediction prediction(AppealRow row, String category, String department) {
    return new Prediction(
        row, category, .8, List.of(new Prediction.Department(department, .7)), false);
  }

  private static Reply suggestions(String lines) {
    String replies =
        lines
            .lines()
            .map(
                line ->
                    line.contains("怎么办理")
                        ? "{\"category\":{\"code\":\"consultation\",\"confidence\":0.9},"
                            + "\"departments\":[{\"name\":\"市税务局\",\"confidence\":0.8}],\"abstained\":false}"
                        : "{\"id\":\"x\",\"problem\":{\"status\":400}}")
            .collect(Collectors.joining("\n"));
    return new Reply(200, replies + "\n");
  }

  private static AppealRow row(String id, String title, String group) {
    return new AppealRow(id, title, "", "consultation", "市税务局", null, group);
  }
}
