package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.runtime.Infrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a count of its own found beside what the program says. */
final class Findings {
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, String> figures = new LinkedHashMap<>();

  /** What did not agree, in Chinese; empty when all did. */
  List<String> wrong() {
    return wrong;
  }

  Map<String, String> figures() {
    return figures;
  }

  void same(String what, Object expected, Object actual) {
    Object plain = expected instanceof Integer number ? Long.valueOf(number) : expected;
    Object other = actual instanceof Integer number ? Long.valueOf(number) : actual;
    if (!plain.equals(other)) {
      wrong.add(what + "：应为 " + expected + "，实为 " + actual);
    }
  }

  /** Types of the events of a case or an application, in order; a gap between them is wrong. */
  List<String> types(JsonNode file) {
    List<String> types = new ArrayList<>();
    for (JsonNode event : file.path("events")) {
      types.add(event.path("type").asText());
      if (event.path("seq").asInt() != types.size()) {
        wrong.add(file.path("number").asText() + " 的记录不连续");
      }
    }
    return types;
  }

  /** The day of an event. */
  static LocalDate day(JsonNode event) {
    return OffsetDateTime.parse(event.path("at").asText())
        .atZoneSameInstant(Infrastructure.ZONE)
        .toLocalDate();
  }

  /** An amount in 元, in fen. */
  static long fen(JsonNode yuan) {
    return yuan.decimalValue().movePointRight(2).longValueExact();
  }
}
