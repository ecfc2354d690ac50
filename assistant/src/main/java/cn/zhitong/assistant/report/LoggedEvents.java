package cn.zhitong.assistant.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What stores that read the event log share. */
final class LoggedEvents {
  /** Types of events by which people decide on category and department. */
  static final List<String> DECIDING =
      List.of("accept_suggestion", "change", "reassign", "arbitrate");

  private LoggedEvents() {}

  /**
   * @param text of a jsonb column, null where the row has none
   * @return an empty object for null
   */
  static JsonNode tree(ObjectMapper json, String text) {
    try {
      return text == null ? json.createObjectNode() : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb is always JSON", e);
    }
  }
}
