package cn.zhitong.eval.report;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.RawString;
import java.util.Map;

/**
 * One picture of a report.
 *
 * @param title also read by screen readers
 * @param height in pixels; the width is the page's
 * @param option what Apache ECharts draws, in its own words (its reference: "option")
 */
public record Chart(String title, int height, Map<String, Object> option) {
  /** The option for a script element: nothing in it can end that element. */
  public RawString json() {
    try {
      return new RawString(StandardJson.MAPPER.writeValueAsString(option).replace("<", "\\u003c"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a chart holds texts, numbers, lists and maps alone", e);
    }
  }
}
