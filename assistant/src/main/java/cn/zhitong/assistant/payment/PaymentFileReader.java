package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetList;
import cn.zhitong.assistant.tables.SheetReader;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads payment lists: workbooks, CSV and JSON Lines, told by their first bytes. */
@ApplicationScoped
class PaymentFileReader {
  /** A year's payments of a province are fewer. */
  private static final int MOST_ROWS = 50_000;

  /** A remark that mentions one column is no header. */
  private static final int FEWEST_NAMES = 2;

  private final Clock clock;

  PaymentFileReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws Problem.InvalidRequest where columns are missing, with those that were found
   * @throws Problem.UnreadableFile where it is no such file, or broken
   */
  PaymentFile read(Path file) {
    try {
      SheetList list =
          isJson(file)
              ? PaymentJsonLines.read(file, MOST_ROWS)
              : SheetReader.readAll(file, PaymentColumn.allNames(), FEWEST_NAMES, MOST_ROWS);
      if (list.sheets().isEmpty()) {
        Sheet other = SheetReader.read(file, PaymentColumn.allNames(), MOST_ROWS);
        throw PaymentTable.refusal(other.header());
      }
      return typed(list);
    } catch (IOException | IllegalArgumentException e) {
      throw new Problem.UnreadableFile(
          String.valueOf(e.getMessage()).replaceAll("[。.]?$", "。"), Map.of());
    }
  }

  private PaymentFile typed(SheetList list) {
    LocalDate today = LocalDate.now(clock);
    List<PaymentRow> rows = new ArrayList<>();
    List<PaymentFile.UnreadRow> unread = new ArrayList<>();
    List<String> notes = new ArrayList<>(list.notes());
    boolean several = list.sheets().size() > 1;
    for (SheetList.TitledSheet sheet : list.sheets()) {
      PaymentTable table = PaymentTable.of(sheet, several, today);
      table.read(rows, unread);
      notes.addAll(table.notes());
      notes.addAll(sheet.sheet().notes());
    }
    return new PaymentFile(rows, unread, notes);
  }

  private static boolean isJson(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        // Blanks and a byte order mark may stand before it.
        boolean before = c <= ' ' || c == 0xEF || c == 0xBB || c == 0xBF;
        if (!before) {
          return c == '{' || c == '[';
        }
      }
    }
    return false;
  }
}
