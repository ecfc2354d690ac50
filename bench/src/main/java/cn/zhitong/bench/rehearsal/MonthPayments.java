package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.FilingPlan.Fate;
import cn.zhitong.assistant.demo.FilingPlan.Filing;
import cn.zhitong.assistant.demo.FilingScript;
import cn.zhitong.ingest.MultipartForm;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The treasury's list of the month, with errors planted in it, and what has to be found of them.
 */
final class MonthPayments {
  private static final int ON_TIME = FilingScript.APPROVED_AFTER + 2;
  private static final String NO_NUMBER = "SB20000101-ZZZZZZZ";
  private static final String FILE = "拨付清单.csv";

  /** A few, in which the entries are told to the applications. */
  private static final int TRIES = 300;

  private final ScenarioClient api;
  private final FilingScript script;
  private final LocalDate today;
  private final List<List<String>> rows = new ArrayList<>();

  /** "row kind number", as they have to be found; the row is 0 for what no row pays. */
  private final List<String> planted = new ArrayList<>();

  private int booked;

  MonthPayments(ScenarioClient api, FilingScript script, LocalDate today) {
    this.api = api;
    this.script = script;
    this.today = today;
  }

  /** What was found otherwise than it was planted, in Chinese. */
  List<String> run() throws IOException, InterruptedException {
    for (Filing one : script.filings()) {
      if (one.fate().granted()) {
        pay(one);
      }
    }
    strangers();
    List<String> wrong = new ArrayList<>();
    JsonNode trial = send("?dryRun=true");
    compare("试算", trial, wrong);
    JsonNode outcome = send("");
    compare("导入", outcome, wrong);
    if (!send("").path("unchanged").asBoolean()) {
      wrong.add("同一份拨付清单再次导入，没有认出");
    }
    awaitPosted(wrong);
    return wrong;
  }

  int planted() {
    return planted.size() + 1;
  }

  private void pay(Filing one) throws IOException, InterruptedException {
    LocalDate due =
        LocalDate.parse(api.get(script.path(one)).path("clock").path("paymentDue").asText());
    LocalDate onTime = one.submitted(today).plusDays(ON_TIME);
    BigDecimal amount = one.amount();
    boolean first = one.turn() == 0;
    boolean second = one.turn() == 1;
    switch (one.fate()) {
      case PAID_LATE -> find("late", book(one, amount, due.plusDays(3)), one);
      case INSTALMENTS -> {
        BigDecimal half = amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
        book(one, half, onTime);
        find("late", book(one, amount.subtract(half), due.plusDays(5)), one);
      }
      case UNPAID -> planted.add("0 unpaid " + script.number(one));
      case PAID -> {
        book(one, amount, onTime);
        if (first) {
          find("twice", row(one, one.enterprise(), amount, onTime), one);
        }
      }
      case CLOSED -> {
        if (first) {
          find("payee", row(one, "演练无关企业有限公司", amount, onTime), one);
        } else if (second) {
          find("amount", row(one, one.enterprise(), amount.add(BigDecimal.ONE), onTime), one);
        } else {
          book(one, amount, onTime);
        }
      }
      case CORRECTED -> {
        if (first) {
          // A part of it, which is taken, and missed.
          find("amount", book(one, amount.subtract(BigDecimal.TEN), onTime), one);
        } else {
          book(one, amount, onTime);
        }
      }
      default -> book(one, amount, onTime);
    }
  }

  /** Rows of what is not approved, of no application, and of no amount. */
  private void strangers() {
    Filing waiting = of(Fate.WAITING);
    find(
        "not_approved",
        row(waiting, waiting.enterprise(), waiting.amount(), today.minusDays(1)),
        waiting);
    rows.add(List.of(NO_NUMBER, "", "", "100.00", today.minusDays(1).toString(), "YL-X1"));
    planted.add(line(rows.size()) + " unknown " + NO_NUMBER);
    Filing rejected = of(Fate.REJECTED);
    rows.add(
        List.of(
            script.number(rejected),
            rejected.creditCode(),
            rejected.enterprise(),
            "见附件",
            today.minusDays(1).toString(),
            "YL-X2"));
    find("amount", line(rows.size()), rejected);
  }

  private Filing of(Fate fate) {
    return script.filings().stream().filter(one -> one.fate() == fate).findFirst().orElseThrow();
  }

  /** A row that is a payment of the application. */
  private int book(Filing one, BigDecimal amount, LocalDate day) {
    booked++;
    script.done(one).add("pay");
    return row(one, one.enterprise(), amount, day);
  }

  /**
   * @return its line in the file
   */
  private int row(Filing one, String payee, BigDecimal amount, LocalDate day) {
    rows.add(
        List.of(
            script.number(one),
            one.creditCode(),
            payee,
            amount.toPlainString(),
            day.toString(),
            "YL-" + rows.size()));
    return line(rows.size());
  }

  /** The first line has the columns' names. */
  private static int line(int row) {
    return row + 1;
  }

  private void find(String kind, int line, Filing one) {
    planted.add(line + " " + kind + " " + script.number(one));
  }

  private JsonNode send(String query) throws IOException, InterruptedException {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.EXCEL)) {
      printer.printRecord("申报编号", "信用代码", "收款单位", "拨付金额（元）", "拨付日期", "凭证号");
      printer.printRecords(rows);
    }
    return api.postForm(
        "/api/payments/import" + query, new MultipartForm().file("file", FILE, csv.toString()));
  }

  private void compare(String what, JsonNode outcome, List<String> wrong) {
    TreeSet<String> found = new TreeSet<>();
    for (JsonNode one : outcome.path("findings")) {
      String kind = one.path("kind").asText();
      found.add(one.path("row").asInt() + " " + kind + " " + numberOf(one));
    }
    TreeSet<String> expected = new TreeSet<>(planted);
    if (!found.equals(expected)) {
      TreeSet<String> missing = new TreeSet<>(expected);
      missing.removeAll(found);
      found.removeAll(expected);
      wrong.add(what + "：没有发现 " + missing + "，多出 " + found);
    }
    if (outcome.path("rows").asInt() != rows.size()
        || outcome.path("matched").asInt() != booked
        || outcome.path("unread").size() != 1
        || outcome.path("unread").path(0).path("row").asInt() != line(rows.size())) {
      wrong.add(what + "：行数、登记数或未读的行不符：" + outcome);
    }
  }

  private static String numberOf(JsonNode finding) {
    return finding.path("kind").asText().equals("unknown")
        ? NO_NUMBER
        : finding.path("number").asText();
  }

  /** Until every entry stands in its application's log, which other processes write. */
  private void awaitPosted(List<String> wrong) throws IOException, InterruptedException {
    for (Filing one : script.filings()) {
      long expected = script.done(one).stream().filter("pay"::equals).count();
      long told = 0;
      for (int tries = 0; tries < TRIES && (told = told(one)) < expected; tries++) {
        Thread.sleep(300);
      }
      if (told != expected) {
        wrong.add("申报 " + script.number(one) + " 应有 " + expected + " 笔拨付，记录中有 " + told);
      }
    }
  }

  private long told(Filing one) throws IOException, InterruptedException {
    long count = 0;
    for (JsonNode event : api.get(script.path(one)).path("events")) {
      count += event.path("type").asText().equals("pay") ? 1 : 0;
    }
    return count;
  }
}
