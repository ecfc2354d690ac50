package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.classify.ColdStartClassifier;
import cn.zhitong.assistant.triage.history.HistoryRow;
import cn.zhitong.assistant.triage.learn.Ranker;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Accuracy of what is shipped, without HTTP and in a few minutes: {@code TriageMeasurement FILE
 * [HUB|-] [FOLDS] [SEED] [ROWS] [category|department]}. Seed 11 deals the folds of {@code zhitong
 * eval triage}; others say how much of a difference is luck. No folds: trains once on all rows,
 * repeated up to ROWS, and tells how long that took and what the model is like. Vectors come from
 * the user's cache. Not a test: its figures stand in docs/experiments/triage.md.
 */
final class TriageMeasurement {
  private static final long EVALUATION_SEED = 11;

  private final Trainer trainer;
  private final AppealDocuments documents;
  private final Set<String> hubs;

  private TriageMeasurement(AppealDocuments documents, Set<String> hubs) {
    this.documents = documents;
    this.trainer = new Trainer(documents, new ColdStartClassifier(documents, null));
    this.hubs = hubs;
  }

  /**
   * @param row null where there is neither title nor text
   */
  private record Row(String group, HistoryRow row) {}

  /** How the classes of one row were ranked, and which was right. */
  private record Answer(List<Ranker.Ranked> ranked, String right) {
    boolean hit() {
      return among(1);
    }

    boolean among(int first) {
      return ranked.stream().limit(first).anyMatch(one -> one.label().equals(right));
    }

    double confidence() {
      return ranked.get(0).probability();
    }
  }

  public static void main(String[] args) throws Exception {
    Set<String> hubs = args.length < 2 || args[1].equals("-") ? Set.of() : Set.of(args[1]);
    int folds = args.length < 3 ? 5 : Integer.parseInt(args[2]);
    long seed = args.length < 4 ? EVALUATION_SEED : Long.parseLong(args[3]);
    String only = args.length < 6 ? "" : args[5];
    List<Row> rows = rows(Path.of(args[0]), only);
    try (CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load())) {
      TriageMeasurement measurement = new TriageMeasurement(new AppealDocuments(embedder), hubs);
      if (folds == 0) {
        measurement.once(
            rows, args.length < 5 || args[4].equals("-") ? rows.size() : Integer.parseInt(args[4]));
      } else {
        measurement.folds(rows, folds, seed);
      }
    }
  }

  private static List<Row> rows(Path file, String only) throws Exception {
    List<Row> rows = new ArrayList<>();
    ObjectMapper json = StandardJson.MAPPER;
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      String title = node.path("title").asText("");
      String text = node.path("text").asText("");
      String group = node.path("duplicateGroup").asText(node.path("id").asText());
      if (title.isBlank() && text.isBlank()) {
        // Dealt like any other, or the folds would not be those of the evaluation.
        rows.add(new Row(group, null));
      } else {
        String label = only.equals("department") ? "" : node.path("category").asText("");
        String department = only.equals("category") ? "" : node.path("department").asText("");
        rows.add(
            new Row(
                group,
                new HistoryRow(
                    node.path("id").asText(),
                    new AppealText(title, text, null, null),
                    Category.find(label).orElse(null),
                    node.path("department").isNull() ? "" : department.strip(),
                    label)));
      }
    }
    return rows;
  }

  private static List<HistoryRow> written(List<Row> rows) {
    return rows.stream().map(Row::row).filter(Objects::nonNull).toList();
  }

  private void once(List<Row> rows, int wanted) {
    List<HistoryRow> written = written(rows);
    List<HistoryRow> history = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      history.add(written.get(i % written.size()));
    }
    documents.of(history.stream().map(HistoryRow::appeal).toList());
    String[] what = {"start"};
    long start = System.nanoTime();
    long busy = processorTime();
    Trainer.Trained trained =
        trainer.train(
            history,
            hubs,
            stage -> {
              String name = stage.split(" ")[0];
              if (!name.equals(what[0])) {
                System.out.printf("%s until %.1f s%n", what[0], seconds(start));
                what[0] = name;
              }
            });
    System.out.printf(
        "%d rows in %.1f s, %.1f s of processor time%n",
        wanted, seconds(start), (processorTime() - busy) / 1e9);
    trained
        .figures()
        .forEach(
            (name, figures) ->
                System.out.println(name + " " + figures.toString().split(", perClass")[0]));
    System.out.printf("%.1f MB%n", trained.model().bytes().length / 1e6);
    List<AppealDocument> read =
        documents.of(history.subList(0, 300).stream().map(HistoryRow::appeal).toList());
    for (int round = 0; round < 2; round++) {
      long asked = System.nanoTime();
      for (AppealDocument document : read) {
        rank(trained.model().categories(), document);
        rank(trained.model().departments(), document);
      }
      System.out.printf("%.2f ms an appeal%n", seconds(asked) * 1000 / read.size());
    }
  }

  private static void rank(Ranker ranker, AppealDocument document) {
    if (ranker != null) {
      ranker.rank(document);
    }
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void folds(List<Row> rows, int folds, long seed) {
    List<Answer> categories = new ArrayList<>();
    List<Answer> departments = new ArrayList<>();
    List<List<HistoryRow>> dealt = dealt(rows, folds, seed);
    for (List<HistoryRow> test : dealt) {
      Set<HistoryRow> out = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      out.addAll(test);
      List<HistoryRow> train = written(rows).stream().filter(row -> !out.contains(row)).toList();
      long start = System.nanoTime();
      TrainedModel model = trainer.train(train, hubs, stage -> {}).model();
      double took = seconds(start);
      List<AppealDocument> read = documents.of(test.stream().map(HistoryRow::appeal).toList());
      for (int i = 0; i < test.size(); i++) {
        HistoryRow row = test.get(i);
        if (row.category() != null) {
          categories.add(new Answer(model.categories().rank(read.get(i)), row.category().code()));
        }
        if (!row.department().isEmpty() && !hubs.contains(row.department())) {
          departments.add(new Answer(model.departments().rank(read.get(i)), row.department()));
        }
      }
      System.out.printf("%d rows learnt in %.1f s%n", train.size(), took);
    }
    if (!categories.isEmpty()) {
      print("category", categories);
    }
    if (!departments.isEmpty()) {
      print("department", departments);
    }
  }

  /** The folds of {@code zhitong eval triage} where the seed is its own. */
  private static List<List<HistoryRow>> dealt(List<Row> rows, int folds, long seed) {
    Map<String, List<HistoryRow>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(row.group(), any -> new ArrayList<>()).add(row.row()));
    List<List<HistoryRow>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(seed));
    List<List<HistoryRow>> dealt = new ArrayList<>();
    for (int i = 0; i < folds; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < shuffled.size(); i++) {
      dealt.get(i % folds).addAll(shuffled.get(i));
    }
    dealt.forEach(fold -> fold.removeIf(Objects::isNull));
    return dealt;
  }

  private static void print(String what, List<Answer> answers) {
    List<Answer> sure = new ArrayList<>(answers);
    sure.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
    List<Answer> surest = sure.subList(0, (int) Math.round(.7 * sure.size()));
    System.out.printf(
        "%s: %d rows, first %.4f, first three %.4f, macro-F1 %.4f, surest 70 %% %.4f, ECE %.4f%n",
        what,
        answers.size(),
        share(answers, 1),
        share(answers, 3),
        macroF1(answers),
        share(surest, 1),
        calibrationError(answers));
  }

  private static double share(List<Answer> answers, int first) {
    return answers.stream().filter(answer -> answer.among(first)).count() / (double) answers.size();
  }

  private static double macroF1(List<Answer> answers) {
    Map<String, int[]> counts = new TreeMap<>(); // hits, right, said
    for (Answer answer : answers) {
      counts.computeIfAbsent(answer.right(), any -> new int[3])[1]++;
      counts.computeIfAbsent(answer.ranked().get(0).label(), any -> new int[3])[2]++;
      counts.get(answer.right())[0] += answer.hit() ? 1 : 0;
    }
    Set<String> labels = new HashSet<>();
    answers.forEach(answer -> labels.add(answer.right()));
    return labels.stream()
        .map(counts::get)
        .mapToDouble(count -> 2.0 * count[0] / (count[1] + count[2]))
        .average()
        .orElse(0);
  }

  private static double calibrationError(List<Answer> answers) {
    double[] said = new double[10];
    double[] hits = new double[10];
    for (Answer answer : answers) {
      int bin = (int) Math.min(9, answer.confidence() * 10);
      said[bin] += answer.confidence();
      hits[bin] += answer.hit() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < said.length; bin++) {
      error += Math.abs(said[bin] - hits[bin]) / answers.size();
    }
    return error;
  }
}
