package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.runtime.Infrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

  private final List<Row> rows = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

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

  static MonthLedger read(ScenarioClient api) throws IOException, InterruptedException {
    MonthLedger ledger = new MonthLedger();
    for (int page = 1; ; page++) {
      JsonNode list = api.get("/api/applications?pageSize=" + PAGE + "&page=" + page);
      for (JsonNode one : list.path("items")) {
        ledger.add(api.get("/api/applications/" + one.path("applicationId").asText()));
      }
      if ((long) page * PAGE >= list.path("total").asLong()) {
        return ledger;
      }
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** Applications whose events have gaps. */
  List<String> broken() {
    return broken;
  }

  private void add(JsonNode file) {
    String state = null;
    LocalDate submitted = null;
    LocalDate approved = null;
    LocalDate rejected = null;
    long fen = 0;
    long paid = 0;
    List<Pay> pays = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (JsonNode event : file.path("events")) {
      String type = event.path("type").asText();
      types.add(type);
      if (event.path("seq").asInt() != types.size()) {
        broken.add(file.path("number").asText() + " 的记录不连续");
      }
      LocalDate day = day(event);
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
    rows.add(
        new Row(
            file.path("applicationId").asText(),
            file.path("item").path("itemId").asText(),
            state,
            types,
            submitted,
            approved,
            fen,
            rejected,
            pays,
            due == null || due.equals("null") ? null : LocalDate.parse(due)));
  }

  private static long fen(JsonNode event) {
    return event
        .path("details")
        .path("amountYuan")
        .decimalValue()
        .movePointRight(2)
        .longValueExact();
  }

  private static LocalDate day(JsonNode event) {
    return OffsetDateTime.parse(event.path("at").asText())
        .atZoneSameInstant(Infrastructure.ZONE)
        .toLocalDate();
  }
}
