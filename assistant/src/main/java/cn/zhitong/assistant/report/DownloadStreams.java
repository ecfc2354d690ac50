package cn.zhitong.assistant.report;

import cn.zhitong.assistant.tables.Export;
import cn.zhitong.assistant.tables.ExportTable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Tables as a file to keep. */
public final class DownloadStreams {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private DownloadStreams() {}

  /** A report on a period, which its name says. */
  static Response of(String report, Period period, String format, List<ExportTable> tables) {
    return of(report + "-" + period.from() + "-" + period.to(), format, tables);
  }

  /**
   * @param name without its ending, ASCII
   * @param format {@code csv} or {@code xlsx}
   */
  public static Response of(String name, String format, List<ExportTable> tables) {
    boolean csv = format.equals("csv");
    return Response.ok(csv ? Export.csv(tables) : Export.xlsx(tables))
        .type(csv ? "text/csv;charset=UTF-8" : XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
        .build();
  }
}
