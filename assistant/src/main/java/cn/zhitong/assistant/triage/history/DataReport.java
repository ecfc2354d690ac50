package cn.zhitong.assistant.triage.history;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.duplicates.MinHashSignature;
import cn.zhitong.assistant.privacy.PersonalData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an owner should know of a history before anything is learnt from it: what is empty, twice
 * there, contradicts itself, is too rare to be learnt, or gives its label away in the title.
 *
 * @param nearDuplicates rows that say nearly what another one says
 * @param rareLabels departments with fewer than {@link #FEW} rows, and how many each has
 * @param leaks words in titles that give the label away
 * @param personalData rows with each kind of identifier; all are masked before anything is learnt
 */
public record DataReport(
    int rows,
    int empty,
    int badRows,
    List<History.Bad> bad,
    int duplicates,
    int nearDuplicates,
    Disagreement categoryDisagreement,
    Disagreement departmentDisagreement,
    int withoutCategory,
    Map<String, Integer> unknownCategories,
    int withoutDepartment,
    int hubRows,
    Map<String, Integer> categories,
    int departments,
    int departmentsUnderTenRows,
    Map<String, Integer> rareLabels,
    List<Leak> leaks,
    Map<String, Integer> personalData) {

  /** A label with fewer rows is guessed rather than learnt. */
  static final int FEW = 10;

  private static final int MOST_SHOWN = 50;
  private static final int MOST_EXAMPLES = 5;

  /** A word tells the label when this share of the titles that bear it have the label. */
  private static final double TELLING = .9;

  /** And when this share of the label's rows bear it, but never on fewer than ten. */
  private static final double COMMON = .05;

  /** A cluster is compared pair by pair; of a larger one, the first so many. */
  private static final int LARGEST_CLUSTER = 50;

  /**
   * Labels of near-duplicates that differ: no model can be right on both.
   *
   * @param share of the pairs, null without pairs
   */
  record Disagreement(int pairs, int differing, Double share, List<List<String>> exampleIds) {}

  /**
   * @param rows titles that bear the word
   * @param share of them that have the label
   */
  record Leak(String word, String label, int rows, double share) {}

  /** What is to be known of rows before anything is learned from them. */
  public static DataReport of(History history, Set<String> hubs) {
    List<HistoryRow> rows = history.rows();
    List<List<HistoryRow>> clusters = clusters(rows);
    Map<String, Integer> departments = counts(rows, HistoryRow::department);
    departments.remove("");
    Map<String, Integer> rare = new LinkedHashMap<>();
    departments.entrySet().stream()
        .filter(e -> e.getValue() < FEW)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SHOWN)
        .forEach(e -> rare.put(e.getKey(), e.getValue()));
    Map<String, Integer> categories = counts(rows, DataReport::code);
    return new DataReport(
        rows.size(),
        history.empty(),
        history.badCount(),
        history.bad(),
        duplicates(rows),
        clusters.stream().mapToInt(List::size).sum(),
        disagreement(clusters, DataReport::code),
        disagreement(clusters, HistoryRow::department),
        (int) rows.stream().filter(row -> row.category() == null).count(),
        history.unknownLabels(),
        (int) rows.stream().filter(row -> row.department().isEmpty()).count(),
        (int) rows.stream().filter(row -> hubs.contains(row.department())).count(),
        categories,
        departments.size(),
        (int) departments.values().stream().filter(n -> n < FEW).count(),
        rare,
        leaks(rows),
        personalData(rows));
  }

  private static String code(HistoryRow row) {
    return row.category() == null ? "" : row.category().code();
  }

  private static Map<String, Integer> counts(
      List<HistoryRow> rows, Function<HistoryRow, String> by) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(by.apply(row), 1, Integer::sum));
    return counts;
  }

  private static int duplicates(List<HistoryRow> rows) {
    Map<String, Integer> seen = counts(rows, row -> plain(row.appeal()));
    return seen.values().stream().mapToInt(n -> n - 1).sum();
  }

  private static String plain(AppealText appeal) {
    return (appeal.title() + appeal.text()).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<List<HistoryRow>> clusters(List<HistoryRow> rows) {
    List<String> groups =
        MinHashSignature.groups(
            rows.stream().map(row -> row.appeal().title() + row.appeal().text()).toList(),
            MinHashSignature.SAME);
    Map<String, List<HistoryRow>> clusters = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      clusters.computeIfAbsent(groups.get(i), any -> new ArrayList<>()).add(rows.get(i));
    }
    return clusters.values().stream().filter(cluster -> cluster.size() > 1).toList();
  }

  private static Disagreement disagreement(
      List<List<HistoryRow>> clusters, Function<HistoryRow, String> label) {
    int pairs = 0;
    int differing = 0;
    List<List<String>> examples = new ArrayList<>();
    for (List<HistoryRow> cluster : clusters) {
      List<HistoryRow> labelled =
          cluster.stream()
              .filter(row -> !label.apply(row).isEmpty())
              .limit(LARGEST_CLUSTER)
              .toList();
      int before = differing;
      for (int i = 0; i < labelled.size(); i++) {
        for (int j = i + 1; j < labelled.size(); j++) {
          pairs++;
          differing += label.apply(labelled.get(i)).equals(label.apply(labelled.get(j))) ? 0 : 1;
        }
      }
      if (differing > before && examples.size() < MOST_EXAMPLES) {
        examples.add(labelled.stream().map(HistoryRow::id).limit(MOST_EXAMPLES).toList());
      }
    }
    Double share = pairs == 0 ? null : Math.round(1000.0 * differing / pairs) / 1000.0;
    return new Disagreement(pairs, differing, share, examples);
  }

  /**
   * Labels, of three categories or as the platform wrote them, that stand in titles and tell (咨询：…,
   * 【投诉】…); and departments whose own name titles bear.
   */
  private static List<Leak> leaks(List<HistoryRow> rows) {
    Map<String, Integer> words = counts(rows, HistoryRow::sourceLabel);
    for (Category category : Category.values()) {
      words.putIfAbsent(category.label(), 0);
    }
    for (String word : List.of("反映", "投诉", "举报", "求助", "请问")) {
      words.putIfAbsent(word, 0);
    }
    List<Leak> leaks = new ArrayList<>();
    for (String word : words.keySet()) {
      if (word.length() >= 2) {
        leak(word, rows, HistoryRow::sourceLabel).ifPresent(leaks::add);
      }
    }
    for (String department : counts(rows, HistoryRow::department).keySet()) {
      if (department.length() >= 4) {
        leak(department, rows, HistoryRow::department).ifPresent(leaks::add);
      }
    }
    return leaks;
  }

  private static java.util.Optional<Leak> leak(
      String word, List<HistoryRow> rows, Function<HistoryRow, String> label) {
    Map<String, Integer> with = new HashMap<>();
    for (HistoryRow row : rows) {
      if (row.appeal().title().contains(word) && !label.apply(row).isEmpty()) {
        with.merge(label.apply(row), 1, Integer::sum);
      }
    }
    int all = with.values().stream().mapToInt(Integer::intValue).sum();
    return with.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(top -> top.getValue() >= TELLING * all && top.getValue() >= FEW)
        .filter(
            top ->
                top.getValue()
                    >= COMMON
                        * rows.stream().filter(r -> label.apply(r).equals(top.getKey())).count())
        .map(
            top ->
                new Leak(
                    word, top.getKey(), all, Math.round(1000.0 * top.getValue() / all) / 1000.0));
  }

  private static Map<String, Integer> personalData(List<HistoryRow> rows) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (HistoryRow row : rows) {
      PersonalData.kinds(row.appeal().title() + "\n" + row.appeal().text())
          .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    }
    return kinds;
  }
}
