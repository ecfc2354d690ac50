package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A hotline's list comes in: line by line filed, known or refused. A line that was filed before
 * changes nothing, so that a list can be sent again as it is, or corrected.
 */
@ApplicationScoped
class CaseImport {
  private final AppealIntake intake;
  private final CaseImportStore store;

  CaseImport(AppealIntake intake, CaseImportStore store) {
    this.intake = intake;
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
   */
  record Result(
      UUID id,
      int rows,
      int created,
      int unchanged,
      List<Failed> failed,
      Map<String, String> mapping) {}

  Result run(HotlineFile file, Map<String, String> mapping, String channel, Caller caller) {
    ColumnMapping columns = ColumnMapping.of(file.header(), mapping);
    int created = 0;
    List<Failed> failed = new ArrayList<>();
    for (HotlineFile.Line line : file.lines()) {
      try {
        AppealRequest request = columns.request(line, channel);
        if (intake.receiveLater(request, key(columns, line), caller).created()) {
          created++;
        }
      } catch (Problem e) {
        failed.add(new Failed(line.number(), columns.number(line), e.getMessage(), line.cells()));
      }
    }
    int rows = file.lines().size();
    UUID id = failed.isEmpty() ? null : Ids.next();
    if (id != null) {
      store.keep(id, file.header(), failed, caller.name());
    }
    return new Result(
        id, rows, created, rows - created - failed.size(), failed, columns.names(file.header()));
  }

  /** A line without a number is known by its content. */
  private static String key(ColumnMapping columns, HotlineFile.Line line) {
    return columns.number(line) == null
        ? "import-" + EventChain.sha256(String.join("\u001f", line.cells()))
        : null;
  }
}
