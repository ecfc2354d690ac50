package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.demo.MonthLedger.Pay;
import cn.zhitong.assistant.demo.MonthLedger.Row;
import cn.zhitong.assistant.demo.MonthPlan.Filing;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The month counted again from the applications' events, beside what lists and boards say. */
final class MonthCheck {
  private static final Set<String> PROGRAMS = Set.of("publicity_over", "urge", "supervise");
  private static final int PERIOD_DAYS = 100;
  private static final List<String> STATES =
      List.of(
          "submitted",
          "correction",
          "reviewing",
          "publicity",
          "objection",
          "approved",
          "paid",
          "closed",
          "rejected",
          "withdrawn");

  private final ScenarioClient api;
  private final LocalDate today;
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, String> figures = new LinkedHashMap<>();

  MonthCheck(ScenarioClient api, LocalDate today) {
    this.api = api;
    this.today = today;
  }

  /** What did not agree, in Chinese; empty when all did. */
  List<String> wrong() {
    return wrong;
  }

  Map<String, String> figures() {
    return figures;
  }

  void all(MonthScenario script) throws IOException, InterruptedException {
    MonthLedger ledger = MonthLedger.read(api);
    wrong.addAll(ledger.broken());
    List<Row> rows = ledger.rows();
    events(script, rows);
    states(rows);
    cockpit(rows, script.pushed());
    days(rows);
    results(rows);
    budgets(rows);
    JsonNode proof = api.get("/api/cases/verification");
    same("哈希链完好", true, proof.path("intact").asBoolean());
    same("校验的申报", rows.size(), proof.path("others").path("申报").asInt());
    long events = rows.stream().mapToLong(row -> row.types().size()).sum();
    figures.put("申报", rows.size() + " 件，记录 " + events + " 条");
  }

  /** Exactly what was done, once each and in order; the list's payments in any. */
  private void events(MonthScenario script, List<Row> rows) {
    Map<String, List<String>> found = new TreeMap<>();
    rows.forEach(row -> found.put(row.id(), row.types()));
    same("申报件数", script.filings().size(), rows.size());
    for (Filing one : script.filings()) {
      List<String> types = new ArrayList<>(found.getOrDefault(script.id(one), List.of()));
      types.removeAll(PROGRAMS);
      same("申报 " + script.number(one) + " 的记录", script.done(one), types);
    }
  }

  private void states(List<Row> rows) throws IOException, InterruptedException {
    Map<String, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
    for (String state : STATES) {
      long total = api.get("/api/applications?pageSize=1&state=" + state).path("total").asLong();
      same("申报列表：" + state, counts.getOrDefault(state, 0L), total);
    }
    figures.put("状态", counts.toString());
  }

  private void cockpit(List<Row> rows, int pushed) throws IOException, InterruptedException {
    String period = "from=" + today.minusDays(PERIOD_DAYS) + "&to=" + today;
    JsonNode cockpit = api.get("/api/cockpit?" + period);
    List<Row> counted = rows.stream().filter(Row::counted).toList();
    stage("驾驶舱合计", counted, cockpit.path("total"));
    same("驾驶舱合计：推送", pushed, cockpit.path("total").path("pushed").asInt());
    JsonNode funnel = api.get("/api/reports/funnel?by=month&" + period);
    stage("漏斗合计", counted, funnel.path("total"));
    Map<String, List<Row>> byItem =
        counted.stream()
            .collect(Collectors.groupingBy(Row::itemId, TreeMap::new, Collectors.toList()));
    for (JsonNode row : cockpit.path("byItem")) {
      List<Row> own = byItem.remove(row.path("key").asText());
      stage("驾驶舱：" + row.path("name").asText(), own == null ? List.of() : own, row);
    }
    same("驾驶舱：没有列出的事项", Set.of(), byItem.keySet());
    figures.put(
        "驾驶舱",
        cockpit.path("total").path("approvedAmount").asText()
            + " 万元批准，"
            + cockpit.path("total").path("paidAmount").asText()
            + " 万元拨付，按期 "
            + cockpit.path("total").path("inTime").path("hits").asInt()
            + "/"
            + cockpit.path("total").path("inTime").path("of").asInt());
  }

  private void stage(String what, List<Row> rows, JsonNode row) {
    same(what + "：申报", rows.size(), row.path("applied").asInt());
    same(what + "：批准", count(rows, one -> one.granted() ? 1 : 0), row.path("approved").asLong());
    same(what + "：拨付", count(rows, one -> one.pays().isEmpty() ? 0 : 1), row.path("paid").asLong());
    money(what + "：批准金额", count(rows, Row::approvedFen), row.path("approvedAmount"));
    money(what + "：拨付金额", count(rows, Row::paidFen), row.path("paidAmount"));
    List<Long> days =
        rows.stream()
            .filter(one -> one.paidOn() != null)
            .map(one -> ChronoUnit.DAYS.between(one.submitted(), one.paidOn()))
            .sorted()
            .toList();
    same(what + "：天数中位", quantile(days, 1, 2), row.path("medianDays").asLong(-1));
    same(what + "：天数九成", quantile(days, 9, 10), row.path("mostDays").asLong(-1));
    // Each instalment by itself, and what is owed still as one more.
    long inTime = count(rows, one -> one.pays().stream().filter(pay -> !late(one, pay)).count());
    long due = count(rows, one -> one.pays().size() + (owed(one) ? 1 : 0));
    same(what + "：按期", inTime, row.path("inTime").path("hits").asLong());
    same(what + "：应付", due, row.path("inTime").path("of").asLong());
  }

  private static boolean late(Row row, Pay pay) {
    return pay.day().isAfter(row.due());
  }

  private boolean owed(Row row) {
    return row.granted() && row.paidFen() < row.approvedFen() && row.due().isBefore(today);
  }

  private static long quantile(List<Long> sorted, int part, int of) {
    return sorted.isEmpty() ? -1 : sorted.get((sorted.size() * part + of - 1) / of - 1);
  }

  /** Fen as 万元. */
  private void money(String what, long fen, JsonNode wan) {
    if (wan.decimalValue().compareTo(BigDecimal.valueOf(fen, 6)) != 0) {
      wrong.add(what + "：应为 " + BigDecimal.valueOf(fen, 6) + " 万元，实为 " + wan);
    }
  }

  /** 一日一报告 of each day on which something happened. */
  private void days(List<Row> rows) throws IOException, InterruptedException {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Row row : rows) {
      days.add(row.submitted());
      row.pays().forEach(pay -> days.add(pay.day()));
    }
    for (LocalDate day : days) {
      JsonNode said = api.get("/api/reports/daily?date=" + day).path("applications").path("today");
      same(day + " 日报：提交", on(rows, day, Row::submitted), said.path("filed").asLong());
      same(day + " 日报：批准", on(rows, day, Row::approved), said.path("approved").asLong());
      same(day + " 日报：驳回", on(rows, day, Row::rejected), said.path("rejected").asLong());
      long paid =
          rows.stream()
              .flatMap(row -> row.pays().stream())
              .filter(pay -> pay.day().equals(day))
              .mapToLong(Pay::fen)
              .sum();
      same(
          day + " 日报：拨付",
          paid,
          said.path("paidYuan").decimalValue().movePointRight(2).longValueExact());
    }
    figures.put("日报", days.size() + " 天");
  }

  private static long on(
      List<Row> rows, LocalDate day, java.util.function.Function<Row, LocalDate> when) {
    return count(rows, row -> day.equals(when.apply(row)) ? 1 : 0);
  }

  private void results(List<Row> rows) throws IOException, InterruptedException {
    JsonNode results = api.get("/api/results?pageSize=200");
    long approved = 0;
    long paid = 0;
    for (JsonNode one : results.path("items")) {
      approved += one.path("amount").decimalValue().movePointRight(2).longValueExact();
      paid += one.path("paid").decimalValue().movePointRight(2).longValueExact();
    }
    same("兑付公开：件数", count(rows, row -> row.granted() ? 1 : 0), results.path("total").asLong());
    same("兑付公开：批准", count(rows, Row::approvedFen), approved);
    same("兑付公开：拨付", count(rows, Row::paidFen), paid);
  }

  private void budgets(List<Row> rows) throws IOException, InterruptedException {
    long approved = 0;
    long paid = 0;
    Set<Integer> years =
        rows.stream()
            .filter(Row::granted)
            .map(r -> r.approved().getYear())
            .collect(Collectors.toSet());
    for (int year : years) {
      for (JsonNode one : api.get("/api/payments/budgets?year=" + year).path("items")) {
        approved += one.path("approved").decimalValue().movePointRight(2).longValueExact();
        paid += one.path("paid").decimalValue().movePointRight(2).longValueExact();
      }
    }
    same("预算：已批准", count(rows, Row::approvedFen), approved);
    same("预算：已拨付", count(rows, Row::paidFen), paid);
  }

  private static long count(List<Row> rows, ToLongFunction<Row> of) {
    return rows.stream().mapToLong(of).sum();
  }

  private void same(String what, Object expected, Object actual) {
    Object plain = expected instanceof Integer number ? Long.valueOf(number) : expected;
    Object other = actual instanceof Integer number ? Long.valueOf(number) : actual;
    if (!plain.equals(other)) {
      wrong.add(what + "：应为 " + expected + "，实为 " + actual);
    }
  }
}
