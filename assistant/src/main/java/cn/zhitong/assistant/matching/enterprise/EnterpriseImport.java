package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetReader;
import cn.zhitong.common.jdbc.Ids;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings in files of many enterprises: JSON Lines, CSV or XLSX. Bad rows are listed, good ones
 * stay.
 */
@ApplicationScoped
class EnterpriseImport {
  private static final int BATCH = 1_000;

  /** No list of faults longer than a person reads. */
  private static final int MOST_FAULTS = 1_000;

  private final Enterprises enterprises;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  EnterpriseImport(Enterprises enterprises, ObjectMapper json, Clock clock) {
    this.enterprises = enterprises;
    this.json = json;
    this.clock = clock;
  }

  /** A row that was not taken. */
  record RejectedRow(int row, String creditCode, String reason) {}

  /**
   * What an import did.
   *
   * @param unknownColumns columns of a table that are no field
   * @param notes what a reader should know of how the file was read, e.g. a sheet that was left out
   */
  record ImportOutcome(
      UUID batchId,
      int rows,
      int created,
      int updated,
      int unchanged,
      List<RejectedRow> rejected,
      int rejectedCount,
      List<String> unknownColumns,
      List<String> notes) {}

  /** One run; not shared. */
  private final class Run {
    private final UUID batch = Ids.next();
    private final String actor;
    private final Map<String, Enterprises.Sent> pending = new LinkedHashMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int rejectedCount;
    private int rows;
    private int created;
    private int updated;
    private int unchanged;

    Run(String actor) {
      this.actor = actor;
    }

    void take(Enterprises.Sent sent) {
      rows++;
      if (pending.containsKey(sent.creditCode().value()) || pending.size() >= BATCH) {
        flush();
      }
      pending.put(sent.creditCode().value(), sent);
    }

    void reject(int row, String code, String reason) {
      rows++;
      rejectedCount++;
      if (rejected.size() < MOST_FAULTS) {
        rejected.add(new RejectedRow(row, code, reason));
      }
    }

    void flush() {
      if (!pending.isEmpty()) {
        Enterprises.BatchOutcome done =
            enterprises.importAll(List.copyOf(pending.values()), batch, actor);
        created += done.created();
        updated += done.updated();
        unchanged += done.unchanged();
        pending.clear();
      }
    }

    ImportOutcome outcome() {
      flush();
      return new ImportOutcome(
          batch, rows, created, updated, unchanged, rejected, rejectedCount, unknown, notes);
    }
  }

  /** JSON Lines are told by their first character. */
  ImportOutcome read(InputStream in, String source, String actor) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in);
    bytes.mark(BATCH);
    int first = bytes.read();
    while (first == '\n'
        || first == ' '
        || first == '\r'
        || first == 0xEF
        || first == 0xBB
        || first == 0xBF) {
      first = bytes.read();
    }
    bytes.reset();
    Run run = new Run(actor);
    if (first == '{') {
      lines(bytes, run);
    } else {
      table(SheetReader.read(bytes, EnterpriseRows.KEY_NAMES), source, run);
    }
    return run.outcome();
  }

  private void lines(InputStream in, Run run) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        run.take(EnterpriseRows.line(line.replace("\uFEFF", ""), json));
      } catch (InvalidFile e) {
        run.reject(number, null, e.getMessage());
      }
    }
  }

  private void table(Sheet sheet, String source, Run run) {
    EnterpriseRows.Columns columns = EnterpriseRows.columns(sheet, run.unknown);
    run.notes.addAll(sheet.notes());
    LocalDate today = LocalDate.now(clock);
    for (Sheet.Row row : sheet.rows()) {
      try {
        run.take(EnterpriseRows.row(row, columns, source, today));
      } catch (InvalidFile e) {
        run.reject(row.number(), row.cell(columns.code()), e.getMessage());
      }
    }
  }
}
