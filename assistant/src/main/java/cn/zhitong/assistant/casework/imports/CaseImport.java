package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.intake.AppealIntake;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A hotline's list comes in: line by line filed, known, mended or refused. A list can be sent again
 * as it is, or corrected: what is known changes only where nobody has touched it.
 */
@ApplicationScoped
class CaseImport {
  /** What a preview shows of a list. */
  private static final int SAMPLE = 5;

  private final AppealIntake intake;
  private final AppealReader reader;
  private final AppealAmendment amendment;
  private final HotlineLine hotline;
  private final CaseImportStore store;

  CaseImport(
      AppealIntake intake,
      AppealReader reader,
      AppealAmendment amendment,
      HotlineLine hotline,
      CaseImportStore store) {
    this.intake = intake;
    this.reader = reader;
    this.amendment = amendment;
    this.hotline = hotline;
    this.store = store;
  }

  /**
   * A line that was not filed.
   *
   * @param row as the spreadsheet shows it
   * @param cells as they came
   */
  record Failed(int row, String externalNumber, String reason, List<String> cells) {}

  /**
   * @param id null when no line failed
   * @param mapping field → column's name, as it was read
   * @param unmapped names of columns that were not used
   * @param remarks values that were left out
   * @param notes how the file was read
   * @param sample of a preview: the first lines, field → value
   */
  record Result(
      UUID id,
      int rows,
      int created,
      int updated,
      int unchanged,
      List<Failed> failed,
      List<String> columns,
      Map<String, String> mapping,
      List<String> unmapped,
      List<HotlineLine.Remark> remarks,
      List<String> notes,
      List<Map<String, String>> sample) {}

  Result run(HotlineFile file, Map<String, String> mapping, String channel, Caller caller) {
    return new Run(file, ColumnMapping.of(file, mapping), channel, caller).filed();
  }

  /** The same without filing anything. */
  Result preview(HotlineFile file, Map<String, String> mapping, String channel, Caller caller) {
    return new Run(file, ColumnMapping.of(file, mapping), channel, caller).previewed();
  }

  private final class Run {
    private final HotlineFile file;
    private final ColumnMapping columns;
    private final String channel;
    private final Caller caller;
    private final List<Failed> failed = new ArrayList<>();
    private final List<HotlineLine.Remark> remarks = new ArrayList<>();
    private int created;
    private int updated;

    Run(HotlineFile file, ColumnMapping columns, String channel, Caller caller) {
      this.file = file;
      this.columns = columns;
      this.channel = channel;
      this.caller = caller;
    }

    Result filed() {
      for (HotlineFile.Line line : file.lines()) {
        int before = remarks.size();
        try {
          file(line);
        } catch (Problem e) {
          remarks.subList(before, remarks.size()).clear();
          fail(line, e);
        }
      }
      UUID id = failed.isEmpty() ? null : Ids.next();
      if (id != null) {
        store.keep(id, file.header(), failed, caller.name());
      }
      return result(id, file.lines().size() - created - updated - failed.size(), List.of());
    }

    private void file(HotlineFile.Line line) {
      AppealRequest request = request(line);
      String key = key(line);
      AppealAmendment.Outcome known = amendment.amend(request, key, caller).orElse(null);
      if (known == AppealAmendment.Outcome.AMENDED) {
        updated++;
      } else if (known != AppealAmendment.Outcome.UNCHANGED
          && intake.receiveLater(request, key, caller).created()) {
        created++;
      }
    }

    Result previewed() {
      List<Map<String, String>> sample = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (HotlineFile.Line line : file.lines()) {
        try {
          foresee(line, seen);
          if (sample.size() < SAMPLE) {
            sample.add(shown(line));
          }
        } catch (Problem e) {
          fail(line, e);
        }
      }
      return result(null, file.lines().size() - created - updated - failed.size(), sample);
    }

    private void foresee(HotlineFile.Line line, Set<String> seen) {
      AppealRequest request = request(line);
      String key = key(line);
      AppealAmendment.Outcome known = amendment.foresee(request, key, caller).orElse(null);
      if (known == AppealAmendment.Outcome.AMENDED) {
        updated++;
      } else if (known == AppealAmendment.Outcome.TOUCHED) {
        intake.requireOwnNumber(request, caller);
      } else if (known == null && seen.add(key != null ? key : request.externalNumber())) {
        created++;
      }
    }

    private AppealRequest request(HotlineFile.Line line) {
      return hotline.request(columns, line, file.header(), channel, remarks);
    }

    private Map<String, String> shown(HotlineFile.Line line) {
      Map<String, String> values = new LinkedHashMap<>();
      columns.columns().keySet().forEach(f -> values.put(f.key(), columns.cell(line, f)));
      return values;
    }

    private void fail(HotlineFile.Line line, Problem e) {
      String sheet = line.sheet() == null ? "" : "工作表“" + line.sheet() + "”：";
      failed.add(
          new Failed(
              line.number(),
              columns.cell(line, AppealField.NUMBER),
              sheet + HotlineLine.plain(e.getMessage()),
              line.cells()));
    }

    private Result result(UUID id, int unchanged, List<Map<String, String>> sample) {
      return new Result(
          id,
          file.lines().size(),
          created,
          updated,
          unchanged,
          failed,
          file.header(),
          columns.names(file.header()),
          columns.unmapped(file.header()),
          remarks,
          file.notes(),
          sample);
    }

    /** A line without a number is known by its content. */
    private String key(HotlineFile.Line line) {
      return columns.cell(line, AppealField.NUMBER) == null
          ? "import-" + EventChain.sha256(String.join("\u001f", line.cells()))
          : null;
    }
  }
}
