package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import cn.zhitong.assistant.triage.history.HistoryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A candidate beside the model in use, on rows that neither has learnt from: the candidate's
 * answers are out of fold, and rows in the other's history are left out.
 */
final class ModelComparison {
  /** Rows that the model in use is asked about: a standard error of .013 at .8. */
  private static final int MOST = 1000;

  /** Fewer tell nothing. */
  private static final int LEAST = 30;

  private final ModelStore store;
  private final ModelDecisionStore decisions;

  ModelComparison(ModelStore store, ModelDecisionStore decisions) {
    this.store = store;
    this.decisions = decisions;
  }

  /**
   * What the candidate said of rows of its history while they were left out of its training.
   *
   * @param documents of all rows
   * @param categories first category code, by row
   * @param departments first three names, by row
   */
  record Measured(
      List<AppealDocument> documents,
      Map<Integer, String> categories,
      Map<Integer, List<String>> departments) {}

  /** Wins and losses on one question. */
  private static final class Tally {
    int rows;
    int candidate;
    int inUse;
    int candidateOnly;
    int inUseOnly;

    void add(boolean candidateRight, boolean inUseRight) {
      rows++;
      candidate += candidateRight ? 1 : 0;
      inUse += inUseRight ? 1 : 0;
      candidateOnly += candidateRight && !inUseRight ? 1 : 0;
      inUseOnly += inUseRight && !candidateRight ? 1 : 0;
    }

    Map<String, Object> map() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("rows", rows);
      map.put("candidate", share(candidate));
      map.put("inUse", share(inUse));
      map.put("onlyCandidateRight", candidateOnly);
      map.put("onlyInUseRight", inUseOnly);
      return map;
    }

    private Double share(int right) {
      return rows == 0 ? null : Math.round(10_000.0 * right / rows) / 10_000.0;
    }
  }

  Map<String, Object> of(List<HistoryRow> rows, Measured measured, AppealClassifier inUse) {
    Optional<UUID> model = decisions.inUse().filter(id -> id.toString().equals(inUse.version()));
    int[] unseen = unseen(rows, measured, model);
    Tally category = new Tally();
    Tally first = new Tally();
    Tally amongThree = new Tally();
    for (int row : unseen) {
      compare(rows.get(row), row, measured, inUse, category, first, amongThree);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("inUse", inUse.version());
    map.put("unseenRows", unseen.length);
    map.put("category", category.map());
    map.put("departmentTop1", first.map());
    map.put("departmentTop3", amongThree.map());
    model
        .flatMap(store::find)
        .ifPresent(
            listed -> {
              map.put("inUseCategoryTop1", listed.figures().at("/category/top1"));
              map.put("inUseDepartmentTop1", listed.figures().at("/department/top1"));
            });
    if (unseen.length < LEAST) {
      map.put("note", "在用模型没有学过的来件不足 " + LEAST + " 条，比较仅供参考；请看各自交叉验证的数字。");
    }
    return map;
  }

  private static void compare(
      HistoryRow row,
      int index,
      Measured measured,
      AppealClassifier inUse,
      Tally category,
      Tally first,
      Tally amongThree) {
    AppealClassifier.Sorted sorted = inUse.sort(measured.documents().get(index), null);
    String said = measured.categories().get(index);
    if (said != null) {
      String code = row.category().code();
      category.add(said.equals(code), sorted.category().code().equals(code));
    }
    List<String> names = measured.departments().get(index);
    if (names != null) {
      List<String> others =
          sorted.candidates().stream().map(AppealClassifier.Candidate::name).limit(3).toList();
      String owner = row.department();
      first.add(names.get(0).equals(owner), !others.isEmpty() && others.get(0).equals(owner));
      amongThree.add(names.contains(owner), others.contains(owner));
    }
  }

  /** Evenly over the history, so that no season or source is left out. */
  private int[] unseen(List<HistoryRow> rows, Measured measured, Optional<UUID> model) {
    ModelStore.Seen seen = model.map(store::seen).orElse(ModelStore.Seen.NOTHING);
    Set<Integer> candidates =
        measured.departments().isEmpty()
            ? measured.categories().keySet()
            : measured.departments().keySet();
    List<Integer> unseen = new ArrayList<>();
    for (int row : candidates.stream().sorted().toList()) {
      ModelStore.Title title = Trainer.title(rows.get(row));
      if (!seen.contains(title)) {
        unseen.add(row);
      }
    }
    int step = Math.max(1, (unseen.size() + MOST - 1) / MOST);
    return IntStream.range(0, unseen.size()).filter(i -> i % step == 0).map(unseen::get).toArray();
  }
}
