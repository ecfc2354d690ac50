package cn.zhitong.ingest.clean;

import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.PolicyPicture;
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
        lines.add(
            new Line(
                raw,
                table,
                Whitespace.indent(raw) >= 2,
                false,
                gap,
                false,
                ocrAt(source.ocr(), start, end),
                picturesBefore(source.pictures(), start)));
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

  private static int picturesBefore(List<PolicyPicture> pictures, int start) {
    int before = 0;
    while (before < pictures.size() && pictures.get(before).place() <= start) {
      before++;
    }
    return before;
  }

  private static Line.OcrPageMark ocrAt(List<OcrSpan> spans, int start, int end) {
    return spans.stream()
        .filter(span -> span.touches(start, end))
        .map(span -> new Line.OcrPageMark(span.confidence(), span.page()))
        .findFirst()
        .orElse(null);
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
    List<OcrSpan> ocr = new ArrayList<>();
    int tableStart = -1;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i > 0) {
        text.append('\n');
      }
      if (line.inTable() && (i == 0 || lines.get(i - 1).table() != line.table())) {
        tableStart = text.length();
      }
      if (line.ocr() != null) {
        int end = text.length() + line.text().length();
        ocr.add(new OcrSpan(text.length(), end, line.ocr().confidence(), line.ocr().page()));
      }
      text.append(line.text());
      if (line.inTable() && (i + 1 == lines.size() || lines.get(i + 1).table() != line.table())) {
        tables.add(new SourceText.Table(tableStart, text.length()));
      }
    }
    return source.withText(text.toString(), tables, ocr, places(source, lines, text.length()));
  }

  /** Pictures stand before the line that followed them, or the next one that is left. */
  private static List<PolicyPicture> places(SourceText source, List<Line> lines, int length) {
    List<PolicyPicture> placed = new ArrayList<>();
    int start = 0;
    for (Line line : lines) {
      while (placed.size() < line.pictures()) {
        placed.add(source.pictures().get(placed.size()).at(start));
      }
      start += line.text().length() + 1;
    }
    while (placed.size() < source.pictures().size()) {
      placed.add(source.pictures().get(placed.size()).at(length));
    }
    return placed;
  }
}
