package cn.zhitong.assistant.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table to export.
 *
 * @param rows cells are text, numbers or null
 */
record ExportTable(String title, List<String> header, List<List<Object>> rows) {

  /** A row in which null cells are allowed. */
  static List<Object> row(Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }
}
