package cn.zhitong.bench.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applications counted from their own events, without what the program folded of them. */
final class MonthLedger {
  private static final int PAGE = 100;

  /** Where an act leads; those that are not here leave the state as it was. */
  private static final Map<String, String> LEADS_TO =
      Map.ofEntries(
          Map.entry("created", "draft"),
          Map.entry("submit", "submitted"),
          Map.entry("accept", "reviewing"),
          Map.entry("request_correction", "correction"),
          Map.entry("correct", "reviewing"),
          Map.entry("publicise", "publicity"),
          Map.entry("object", "objection"),
          Map.entry("resolve_objection", "publicity"),
          Map.entry("approve", "approved"),
          Map.entry("reject", "rejected"),
          Map.entry("withdraw", "withdrawn"),
          Map.entry("close", "closed"));

  private MonthLedger() {}

  record Pay(LocalDate day, long fen) {}

  /**
   * An application as its events tell it; days are null for what did not happen.
   *
   * @param types of its events, in order
   * @param due last day for the money, by the calendar
   */
  record Row(
      String id,
      String itemId,
      String state,
      List<String> types,
      LocalDate submitted,
      LocalDate approved,
      long approvedFen,
      LocalDate rejected,
      List<Pay> pays,
      LocalDate due) {
    boolean counted() {
      return !state.equals("withdrawn");
    }

    boolean granted() {
      return approved != null;
    }

    long paidFen() {
      return pays.stream().mapToLong(Pay::fen).sum();
    }

    /** Day of the last payment; null before any. */
    LocalDate paidOn() {
      return pays.stream().map(Pay::day).max(LocalDate::compareTo).orElse(null);
    }
  }

  /**
   * @param found takes applications whose events have gaps
   */
  static List<Row> read(ScenarioClient api, Findings found)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (int page = 1; ; page++) {
      JsonNode list = api.get("/api/applications?pageSize=" + PAGE + "&page=" + page);
      for (JsonNode one : list.path("items")) {
        rows.add(row(api.get("/api/applications/" + one.path("applicationId").asText()), found));
      }
      if ((long) page * PAGE >= list.path("total").asLong()) {
        return rows;
      }
    }
  }

  private static Row row(JsonNode file, Findings found) {
    String state = null;
    LocalDate submitted = null;
    LocalDate approved = null;
    LocalDate rejected = null;
    long fen = 0;
    long paid = 0;
    List<Pay> pays = new ArrayList<>();
    for (JsonNode event : file.path("events")) {
      String type = event.path("type").asText();
      LocalDate day = Findings.day(event);
      state = LEADS_TO.getOrDefault(type, state);
      switch (type) {
        case "submit" -> submitted = day;
        case "approve" -> {
          approved = day;
          fen = fen(event);
        }
        case "reject" -> rejected = day;
        case "pay" -> {
          paid += fen(event);
          pays.add(
              new Pay(LocalDate.parse(event.path("details").path("paidOn").asText()), fen(event)));
          state = paid >= fen ? "paid" : state;
        }
        default -> {
          // Of no weight for the figures.
        }
      }
    }
    String due = file.path("clock").path("paymentDue").asText(null);
    return new Row(
        file.path("applicationId").asText(),
        file.path("item").path("itemId").asText(),
        state,
        found.types(file),
        submitted,
        approved,
        fen,
        rejected,
        pays,
        due == null || due.equals("null") ? null : LocalDate.parse(due));
  }

  private static long fen(JsonNode event) {
    return Findings.fen(event.path("details").path("amountYuan"));
  }
}
