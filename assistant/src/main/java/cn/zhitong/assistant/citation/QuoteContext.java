package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.citation.StoredTexts.StoredText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands beside a quote so that it can be read: of a row of a table its head and its labels;
 * of a text that was read from a picture how sure the reading is.
 *
 * @param table null where the quote is no row
 * @param ocr null where the text was not read from a picture
 */
record QuoteContext(Row table, Ocr ocr) {

  /**
   * @param header cells of the table's head, in the order of the columns
   * @param labels cells of the quoted row from the left up to the first that holds a figure
   */
  @Schema(name = "CitationContext")
  record Row(List<String> header, List<String> labels) {}

  /**
   * @param confidence from 0 to 1
   */
  @Schema(name = "CitationOcr")
  record Ocr(double confidence) {}

  static QuoteContext of(StoredText stored, int start, int end) {
    return new QuoteContext(row(stored.text(), start, end), ocr(stored, start, end));
  }

  private static Ocr ocr(StoredText stored, int start, int end) {
    return stored.ocr().stream()
        .filter(span -> span.touches(start, end))
        .mapToDouble(span -> span.confidence())
        .min()
        .stream()
        .mapToObj(Ocr::new)
        .findFirst()
        .orElse(null);
  }

  /** The last row that the quote touches, below the head of its table. */
  private static Row row(String text, int start, int end) {
    int from = text.lastIndexOf('\n', Math.max(start, end - 1) - 1) + 1;
    String line = line(text, from);
    if (line.indexOf('\t') < 0) {
      from = text.lastIndexOf('\n', start - 1) + 1;
      line = line(text, from);
    }
    if (line.indexOf('\t') < 0) {
      return null;
    }
    int head = from;
    while (head > 0 && line(text, text.lastIndexOf('\n', head - 2) + 1).indexOf('\t') >= 0) {
      head = text.lastIndexOf('\n', head - 2) + 1;
    }
    return head == from ? null : new Row(cells(line(text, head)), labels(cells(line)));
  }

  private static List<String> labels(List<String> cells) {
    List<String> labels = new ArrayList<>();
    for (String cell : cells) {
      boolean figure = cell.chars().anyMatch(c -> c >= '0' && c <= '9');
      if (figure && !labels.isEmpty()) {
        break;
      }
      labels.add(cell);
    }
    return labels.size() == cells.size() ? labels.subList(0, 1) : labels;
  }

  private static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }
}
