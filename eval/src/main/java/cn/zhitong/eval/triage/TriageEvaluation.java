package cn.zhitong.eval.triage;

import cn.zhitong.eval.dataset.AppealRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Triage measured on held-out rows or by cross-validation. */
public final class TriageEvaluation {
  private final TriageRun run;
  private final List<String> hubs;
  private final Path against; // or null

  /**
   * @param against folder of an earlier run to compare with, or null
   */
  public TriageEvaluation(TriageRun run, List<String> hubs, Path against) {
    this.run = run;
    this.hubs = hubs;
    this.against = against;
  }

  public Map<String, Object> heldOut(
      String title, List<AppealRow> train, List<AppealRow> test, Path out)
      throws IOException, InterruptedException {
    return new TriageResults(run.run(train, test), hubs).write(title, out, against);
  }

  /** Every row is predicted once, by a candidate that saw neither it nor its near-duplicates. */
  public Map<String, Object> crossValidated(String title, List<AppealRow> rows, int folds, Path out)
      throws IOException, InterruptedException {
    List<List<AppealRow>> split = Folds.split(rows, folds);
    Map<String, Prediction> byId = new HashMap<>();
    for (int i = 0; i < folds; i++) {
      System.err.printf("fold %d of %d%n", i + 1, folds);
      List<AppealRow> train = new ArrayList<>();
      for (int j = 0; j < folds; j++) {
        if (j != i) {
          train.addAll(split.get(j));
        }
      }
      run.run(train, split.get(i)).forEach(p -> byId.put(p.row().id(), p));
    }
    List<Prediction> inOrder = rows.stream().map(row -> byId.get(row.id())).toList();
    return new TriageResults(inOrder, hubs).write(title, out, against);
  }
}
