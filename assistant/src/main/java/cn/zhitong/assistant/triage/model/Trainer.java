package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.duplicates.MinHashSignature;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.triage.classify.ColdStartClassifier;
import cn.zhitong.assistant.triage.history.HistoryRow;
import cn.zhitong.assistant.triage.learn.Ranker;
import cn.zhitong.assistant.triage.learn.Training;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Trains a model from a history: read → embed → group near-duplicates → categories → departments.
 */
@ApplicationScoped
class Trainer {
  /** Fewer rows than folds can share tell nothing; day-one mode answers then. */
  private static final int LEAST_ROWS = 30;

  /**
   * Only appeals that agree this far are kept in one fold: of a new appeal the like is mostly in
   * the history too, and what learns without them trusts past cases too little. At .6 the surest
   * departments of one city were .01 worse, of the other no different (docs/experiments/triage.md).
   */
  private static final double RESENT = .9;

  /** Texts embedded between two signs of life. */
  private static final int EMBEDDED_A_STEP = 512;

  private final AppealDocuments documents;
  private final ColdStartClassifier dayOne;

  @Inject
  Trainer(AppealDocuments documents, ColdStartClassifier dayOne) {
    this.documents = documents;
    this.dayOne = dayOne;
  }

  /**
   * @param titles of the rows that the department ranker was trained on, in its order
   * @param figures cross-validated, by {@code category} and {@code department}
   */
  record Trained(
      TrainedModel model,
      List<ModelStore.Title> titles,
      Map<String, Object> figures,
      ModelComparison.Measured measured) {}

  Trained train(List<HistoryRow> rows, Set<String> hubs, Consumer<String> stage) {
    List<AppealDocument> read = read(rows, stage);
    stage.accept("查找近似来件");
    List<String> groups =
        MinHashSignature.groups(read.stream().map(AppealDocument::text).toList(), RESENT);
    Map<String, Object> figures = new LinkedHashMap<>();
    Part categories = new Part();
    Part departments = new Part();
    for (int i = 0; i < rows.size(); i++) {
      HistoryRow row = rows.get(i);
      if (row.category() != null) {
        categories.add(i, row.category().code());
      }
      if (!row.department().isEmpty() && !hubs.contains(row.department())) {
        departments.add(i, row.department());
      }
    }
    Training.Result forCategory = train("类别", categories, read, groups, figures, stage);
    Training.Result forDepartment = train("部门", departments, read, groups, figures, stage);
    if (forCategory == null && forDepartment == null) {
      throw new IllegalArgumentException("可用的历史来件太少：类别和部门都至少需要 " + LEAST_ROWS + " 条、两种以上取值。");
    }
    return new Trained(
        new TrainedModel(documents.modelId(), ranker(forCategory), ranker(forDepartment)),
        departments.rows.stream().map(i -> title(rows.get(i))).toList(),
        figures,
        new ModelComparison.Measured(
            read, firsts(categories, forCategory), firstThree(departments, forDepartment)));
  }

  private static Map<Integer, String> firsts(Part part, Training.Result result) {
    Map<Integer, String> firsts = new HashMap<>();
    firstThree(part, result).forEach((row, labels) -> firsts.put(row, labels.get(0)));
    return firsts;
  }

  private static Map<Integer, List<String>> firstThree(Part part, Training.Result result) {
    Map<Integer, List<String>> labels = new HashMap<>();
    for (int i = 0; result != null && i < part.rows.size(); i++) {
      labels.put(
          part.rows.get(i),
          result.outOfFold().get(i).stream().limit(3).map(Ranker.Ranked::label).toList());
    }
    return labels;
  }

  private static Ranker ranker(Training.Result result) {
    return result == null ? null : result.ranker();
  }

  /** What staff may see of a past case; masked before it is cut, or half a number would stay. */
  static ModelStore.Title title(HistoryRow row) {
    String title = row.appeal().title();
    String shown = PersonalData.mask(title.isEmpty() ? row.appeal().text() : title);
    return new ModelStore.Title(row.id(), shown.substring(0, Math.min(40, shown.length())));
  }

  /** Rows that carry one kind of label. */
  private static final class Part {
    final List<Integer> rows = new ArrayList<>();
    final List<String> labels = new ArrayList<>();

    void add(int row, String label) {
      rows.add(row);
      labels.add(label);
    }
  }

  private Training.Result train(
      String what,
      Part part,
      List<AppealDocument> read,
      List<String> groups,
      Map<String, Object> figures,
      Consumer<String> stage) {
    if (part.rows.size() < LEAST_ROWS || new HashSet<>(part.labels).size() < 2) {
      return null;
    }
    List<AppealDocument> own = part.rows.stream().map(read::get).toList();
    List<String> ownGroups = part.rows.stream().map(groups::get).toList();
    Training.History history = new Training.History(own, part.labels, ownGroups);
    Training.Progress progress =
        step -> stage.accept("训练" + what + "模型 " + step + "/" + (Training.FOLDS + 1));
    boolean category = what.equals("类别");
    Training.Result result =
        category
            ? Training.categories(history, dayOne.exemplars(), progress)
            : Training.departments(history, documents::vectors, progress);
    figures.put(
        category ? "category" : "department",
        RankerFigures.of(result.outOfFold(), part.labels, result.ranker().weights()));
    return result;
  }

  private List<AppealDocument> read(List<HistoryRow> rows, Consumer<String> stage) {
    List<AppealDocument> read = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += EMBEDDED_A_STEP) {
      stage.accept("计算向量 " + from + "/" + rows.size());
      List<HistoryRow> part = rows.subList(from, Math.min(rows.size(), from + EMBEDDED_A_STEP));
      read.addAll(documents.of(part.stream().map(HistoryRow::appeal).toList()));
    }
    return read;
  }
}
