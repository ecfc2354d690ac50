package cn.zhitong.ingest.clean;

import cn.zhitong.ingest.read.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Takes a source text apart into lines and puts the cleaned lines together again. */
final class Lines {
  private Lines() {}

  /** Lines with text, blank ones counted in the gap of the line after them. */
  static List<Line> split(SourceText source) {
    String text = source.text();
    List<Line> lines = new ArrayList<>();
    int gap = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = lineEnd(text, start);
      String raw = text.substring(start, end);
      if (Whitespace.isBlank(raw)) {
        gap++;
      } else {
        int table = tableAt(source.tables(), start, end);
        lines.add(new Line(raw, table, Whitespace.indent(raw) >= 2, false, gap, false));
        gap = 0;
      }
      start = end + 1;
    }
    return lines;
  }

  private static int lineEnd(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u2028' || c == '\u2029') {
        return i;
      }
    }
    return text.length();
  }

  private static int tableAt(List<SourceText.Table> tables, int start, int end) {
    for (int i = 0; i < tables.size(); i++) {
      if (tables.get(i).start() < end && start < tables.get(i).end()) {
        return i;
      }
    }
    return -1;
  }

  /** One line each, table ranges where the tables' lines now stand. */
  static SourceText join(SourceText source, List<Line> lines) {
    StringBuilder text = new StringBuilder();
    List<SourceText.Table> tables = new ArrayList<>();
    int tableStart = -1;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i > 0) {
        text.append('\n');
      }
      if (line.inTable() && (i == 0 || lines.get(i - 1).table() != line.table())) {
        tableStart = text.length();
      }
      text.append(line.text());
      if (line.inTable() && (i + 1 == lines.size() || lines.get(i + 1).table() != line.table())) {
        tables.add(new SourceText.Table(tableStart, text.length()));
      }
    }
    return source.withText(text.toString(), tables);
  }
}
