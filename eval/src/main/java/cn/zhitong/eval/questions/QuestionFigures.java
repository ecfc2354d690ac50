package cn.zhitong.eval.questions;

import cn.zhitong.eval.questions.QuestionJudge.Verdict;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.RunFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is counted of a run over natural questions. */
record QuestionFigures(List<Verdict> verdicts) {
  /** Questions back up to this share of the answerable are left out; more count as not shown. */
  private static final double FREE_QUESTIONS_BACK = .06;

  /** The figures that gates look at. */
  Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    List<Verdict> answerable = counted();
    List<Verdict> answered = with(answerable, v -> v.outcome().equals("answered"));
    List<Verdict> related = with(answerable, v -> v.outcome().equals("related"));
    List<Verdict> unanswerable = with(verdicts, v -> !v.question().answerable() && !isBack(v));
    metrics.put("answerable", with(verdicts, v -> v.question().answerable()).size());
    metrics.put("unanswerable", with(verdicts, v -> !v.question().answerable()).size());
    share(metrics, "shownRight", answerable, v -> v.isShown() && v.right());
    share(metrics, "answered", answerable, v -> v.outcome().equals("answered"));
    share(metrics, "rightOfAnswered", answered, Verdict::right);
    share(metrics, "fullOfAnswered", answered, Verdict::full);
    share(metrics, "firstRightOfRelated", related, v -> v.right() && v.first());
    share(metrics, "outOfScope", answerable, v -> v.reason().equals("out_of_scope"));
    share(metrics, "clarified", with(verdicts, v -> v.question().answerable()), this::isBack);
    share(metrics, "unanswerableAnswered", unanswerable, v -> v.outcome().equals("answered"));
    share(metrics, "absentRefused", style(unanswerable, "absent"), QuestionFigures::isRefused);
    share(metrics, "offtopicRefused", style(unanswerable, "offtopic"), QuestionFigures::isRefused);
    metrics.put("tookMillis:p50", took(.5));
    metrics.put("tookMillis:p95", took(.95));
    return metrics;
  }

  /** The answerable without the questions back that are free. */
  private List<Verdict> counted() {
    List<Verdict> answerable = with(verdicts, v -> v.question().answerable());
    int free = (int) (FREE_QUESTIONS_BACK * answerable.size());
    List<Verdict> counted = new ArrayList<>();
    for (Verdict verdict : answerable) {
      if (isBack(verdict) && free > 0) {
        free--;
      } else {
        counted.add(verdict);
      }
    }
    return counted;
  }

  CsvTable byStyle() {
    Map<String, List<Verdict>> groups = new TreeMap<>();
    verdicts.forEach(
        v -> {
          String kind = v.question().answerable() ? "可答" : "不可答";
          groups.computeIfAbsent(kind + " " + v.question().style(), s -> new ArrayList<>()).add(v);
        });
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (style, of) ->
            rows.add(
                List.of(
                    style,
                    String.valueOf(of.size()),
                    count(of, v -> v.outcome().equals("answered")),
                    count(of, v -> v.outcome().equals("related")),
                    count(of, v -> v.isShown() && v.right()),
                    count(of, QuestionFigures::isRefused),
                    count(of, this::isBack))));
    return new CsvTable("按问法", List.of("问法", "题数", "已答", "相关条款", "示出正确条款", "拒答", "反问"), rows);
  }

  CsvTable refusals() {
    Map<String, Integer> reasons = new TreeMap<>();
    verdicts.stream()
        .filter(QuestionFigures::isRefused)
        .forEach(
            v ->
                reasons.merge(
                    (v.question().answerable() ? "可答 " : "不可答 ") + v.reason(), 1, Integer::sum));
    return new CsvTable(
        "拒答的原因",
        List.of("原因", "题数"),
        reasons.entrySet().stream()
            .map(e -> List.of(e.getKey(), String.valueOf(e.getValue())))
            .toList());
  }

  CsvTable misses() {
    List<List<String>> rows = new ArrayList<>();
    for (Verdict v : verdicts) {
      boolean wrong = v.question().answerable() ? !v.right() : v.outcome().equals("answered");
      if (wrong) {
        rows.add(
            List.of(
                v.question().id(),
                v.question().style(),
                v.question().text(),
                v.outcome(),
                v.reason(),
                v.body().path("text").asText()));
      }
    }
    return new CsvTable("没有示出正确条款，或不该作答而作答", List.of("题号", "问法", "问题", "结果", "原因", "正文"), rows);
  }

  private boolean isBack(Verdict verdict) {
    return verdict.outcome().equals("clarify");
  }

  private static boolean isRefused(Verdict verdict) {
    return verdict.outcome().equals("refused");
  }

  private static List<Verdict> with(List<Verdict> verdicts, Predicate<Verdict> wanted) {
    return verdicts.stream().filter(wanted).toList();
  }

  private static List<Verdict> style(List<Verdict> verdicts, String style) {
    return with(verdicts, v -> v.question().style().equals(style));
  }

  private static String count(List<Verdict> verdicts, Predicate<Verdict> wanted) {
    return String.valueOf(with(verdicts, wanted).size());
  }

  private static void share(
      Map<String, Object> metrics, String name, List<Verdict> of, Predicate<Verdict> is) {
    if (!of.isEmpty()) {
      RunFigures.mean(
          metrics, name, of.stream().mapToDouble(v -> RunFigures.bit(is.test(v))).toArray());
    }
  }

  private long took(double share) {
    long[] sorted =
        verdicts.stream().mapToLong(v -> v.body().path("tookMillis").asLong()).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1.0, sorted.length * share)];
  }
}
