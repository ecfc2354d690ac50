package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Further readings of a labelled leaf that its labeller lets pass.
 *
 * @param fields keys of fields; {@code custom} stands for any field of one's own
 * @param anyPeriod whether the text leaves the period open altogether
 * @param noPeriod whether a leaf without a period passes, so that the text does not name one
 */
record AcceptedReadings(
    Set<String> fields,
    Set<String> units,
    Set<String> periods,
    boolean anyPeriod,
    boolean noPeriod) {
  private static final String ANY = "*";

  /**
   * @param hint {@code accept}, {@code unit} and {@code period} of the leaf under {@code
   *     scoring.leaves}
   */
  static AcceptedReadings of(JsonNode hint) {
    Set<String> fields = new HashSet<>();
    hint.path("accept").forEach(field -> fields.add(field.asText()));
    Set<String> units = new HashSet<>();
    hint.path("unit").forEach(unit -> units.add(unit.asText()));
    Set<String> periods = new HashSet<>();
    boolean none = false;
    for (JsonNode period : hint.path("period")) {
      none |= period.isNull();
      periods.add(period(period.isNull() ? "" : period.asText()));
    }
    boolean any = Json.text(hint, "period").equals(ANY);
    return new AcceptedReadings(fields, units, periods, any, none);
  }

  /** The period as it is compared: the current one is the one that is meant where none is named. */
  static String period(String written) {
    return written.equals("current") ? "" : written;
  }
}
