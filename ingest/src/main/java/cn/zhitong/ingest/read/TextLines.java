package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.SourcePage;
import java.util.ArrayList;
import java.util.List;

/** Collects a text line by line, with its tables, and refuses to grow past the limit. */
final class TextLines {
  private final ReadLimits limits;
  private final StringBuilder text = new StringBuilder();
  private final List<SourceText.Table> tables = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<SourcePage> pages = new ArrayList<>();
  private final List<OcrSpan> ocr = new ArrayList<>();
  private Double confidence;
  private int tableStart = -1;

  TextLines(ReadLimits limits) {
    this.limits = limits;
  }

  void line(String line) throws UnreadableSource {
    TimeLimit.check();
    if (text.length() + line.length() > limits.textChars()) {
      throw limits.textTooLong();
    }
    if (confidence != null) {
      ocr.add(new OcrSpan(text.length(), text.length() + line.length(), confidence));
    }
    text.append(line).append('\n');
  }

  /** Lines from here on were read from a picture with this confidence; null: were not. */
  void readWith(Double newConfidence) {
    confidence = newConfidence;
  }

  /** A blank line: what follows begins a paragraph. */
  void blank() throws UnreadableSource {
    line("");
  }

  void startTable() {
    tableStart = text.length();
  }

  /** Something of the file that is not in the text, as a sentence for the publisher. */
  void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  void page(SourcePage page) {
    pages.add(page);
  }

  /** Confidence with which a page was read from its picture; null where it was not. */
  Double confidenceOf(int page) {
    return pages.stream()
        .filter(p -> p.number() == page && p.confidence() != null)
        .findFirst()
        .map(SourcePage::confidence)
        .orElse(null);
  }

  /** Rows as a table. */
  void table(List<List<String>> rows) throws UnreadableSource {
    startTable();
    for (List<String> row : rows) {
      row(row);
    }
    endTable();
  }

  /** A row's cells; breaks and tabs inside a cell become spaces. */
  void row(List<String> cells) throws UnreadableSource {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      row.append(i == 0 ? "" : "\t")
          .append(cells.get(i).replaceAll("[\\t\\n\\r\\f\\u000B]+", " ").strip());
    }
    if (!row.toString().isBlank()) {
      line(row.toString());
    }
  }

  void endTable() {
    if (tableStart >= 0 && text.length() > tableStart) {
      tables.add(new SourceText.Table(tableStart, text.length() - 1));
    }
    tableStart = -1;
  }

  ReadText toText(String titleHint) {
    String hint = titleHint == null || titleHint.isBlank() ? null : titleHint.strip();
    return new ReadText(text.toString(), tables, hint, null, warnings, pages, null, ocr);
  }
}
