package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.FilingPlan.Filing;
import cn.zhitong.assistant.demo.FilingScript;
import cn.zhitong.bench.rehearsal.MonthLedger.Pay;
import cn.zhitong.bench.rehearsal.MonthLedger.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  private final Findings found = new Findings();

  MonthCheck(ScenarioClient api, LocalDate today) {
    this.api = api;
    this.today = today;
  }

  Findings all(FilingScript script) throws IOException, InterruptedException {
    List<Row> rows = MonthLedger.read(api, found);
    events(script, rows);
    states(rows);
    cockpit(rows, script.pushed());
    days(rows);
    results(rows);
    budgets(rows);
    JsonNode proof = api.get("/api/cases/verification");
    found.same("哈希链完好", true, proof.path("intact").asBoolean());
    found.same("校验的申报", rows.size(), proof.path("others").path("申报").asInt());
    long events = rows.stream().mapToLong(row -> row.types().size()).sum();
    found.figures().put("申报", rows.size() + " 件，记录 " + events + " 条");
    return found;
  }

  /** Exactly what was done, once each and in order; the list's payments in any. */
  private void events(FilingScript script, List<Row> rows) {
    Map<String, List<String>> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(row.id(), row.types()));
    found.same("申报件数", script.filings().size(), rows.size());
    for (Filing one : script.filings()) {
      List<String> types = new ArrayList<>(byId.getOrDefault(script.id(one), List.of()));
      types.removeAll(PROGRAMS);
      found.same("申报 " + script.number(one) + " 的记录", script.done(one), types);
    }
  }

  private void states(List<Row> rows) throws IOException, InterruptedException {
    Map<String, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
    for (String state : STATES) {
      long total = api.get("/api/applications?pageSize=1&state=" + state).path("total").asLong();
      found.same("申报列表：" + state, counts.getOrDefault(state, 0L), total);
    }
    found.figures().put("状态", counts.toString());
  }

  private void cockpit(List<Row> rows, int pushed) throws IOException, InterruptedException {
    String period = "from=" + today.minusDays(PERIOD_DAYS) + "&to=" + today;
    JsonNode cockpit = api.get("/api/cockpit?" + period);
    List<Row> counted = rows.stream().filter(Row::counted).toList();
    stage("驾驶舱合计", counted, cockpit.path("total"));
    found.same("驾驶舱合计：推送", pushed, cockpit.path("total").path("pushed").asInt());
    JsonNode funnel = api.get("/api/reports/funnel?by=month&" + period);
    stage("漏斗合计", counted, funnel.path("total"));
    Map<String, List<Row>> byItem =
        counted.stream()
            .collect(Collectors.groupingBy(Row::itemId, TreeMap::new, Collectors.toList()));
    for (JsonNode row : cockpit.path("byItem")) {
      List<Row> own = byItem.remove(row.path("key").asText());
      stage("驾驶舱：" + row.path("name").asText(), own == null ? List.of() : own, row);
    }
    found.same("驾驶舱：没有列出的事项", Set.of(), byItem.keySet());
    found
        .figures()
        .put(
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
    found.same(what + "：申报", rows.size(), row.path("applied").asInt());
    found.same(
        what + "：批准", count(rows, one -> one.granted() ? 1 : 0), row.path("approved").asLong());
    found.same(
        what + "：拨付", count(rows, one -> one.pays().isEmpty() ? 0 : 1), row.path("paid").asLong());
    money(what + "：批准金额", count(rows, Row::approvedFen), row.path("approvedAmount"));
    money(what + "：拨付金额", count(rows, Row::paidFen), row.path("paidAmount"));
    List<Long> days =
        rows.stream()
            .filter(one -> one.paidOn() != null)
            .map(one -> ChronoUnit.DAYS.between(one.submitted(), one.paidOn()))
            .sorted()
            .toList();
    found.same(what + "：天数中位", quantile(days, 1, 2), row.path("medianDays").asLong(-1));
    found.same(what + "：天数九成", quantile(days, 9, 10), row.path("mostDays").asLong(-1));
    // Each instalment by itself, and what is owed still as one more.
    long inTime = count(rows, one -> one.pays().stream().filter(pay -> !late(one, pay)).count());
    long due = count(rows, one -> one.pays().size() + (owed(one) ? 1 : 0));
    found.same(what + "：按期", inTime, row.path("inTime").path("hits").asLong());
    found.same(what + "：应付", due, row.path("inTime").path("of").asLong());
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
      found.wrong().add(what + "：应为 " + BigDecimal.valueOf(fen, 6) + " 万元，实为 " + wan);
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
      found.same(day + " 日报：提交", on(rows, day, Row::submitted), said.path("filed").asLong());
      found.same(day + " 日报：批准", on(rows, day, Row::approved), said.path("approved").asLong());
      found.same(day + " 日报：驳回", on(rows, day, Row::rejected), said.path("rejected").asLong());
      long paid =
          rows.stream()
              .flatMap(row -> row.pays().stream())
              .filter(pay -> pay.day().equals(day))
              .mapToLong(Pay::fen)
              .sum();
      found.same(day + " 日报：拨付", paid, Findings.fen(said.path("paidYuan")));
    }
    found.figures().put("日报", days.size() + " 天");
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
      approved += Findings.fen(one.path("amount"));
      paid += Findings.fen(one.path("paid"));
    }
    found.same(
        "兑付公开：件数", count(rows, row -> row.granted() ? 1 : 0), results.path("total").asLong());
    found.same("兑付公开：批准", count(rows, Row::approvedFen), approved);
    found.same("兑付公开：拨付", count(rows, Row::paidFen), paid);
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
        approved += Findings.fen(one.path("approved"));
        paid += Findings.fen(one.path("paid"));
      }
    }
    found.same("预算：已批准", count(rows, Row::approvedFen), approved);
    found.same("预算：已拨付", count(rows, Row::paidFen), paid);
  }

  private static long count(List<Row> rows, ToLongFunction<Row> of) {
    return rows.stream().mapToLong(of).sum();
  }
}
