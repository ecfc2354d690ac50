package cn.zhitong.assistant.report;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any table that a page shows, as a file to keep. */
@Path("/api/tables")
@Tag(name = "报表")
@RolesAllowed({
  Role.AGENT_CODE,
  Role.HANDLER_CODE,
  Role.SUPERVISOR_CODE,
  Role.PUBLISHER_CODE,
  Role.ADMINISTRATOR_CODE
})
public class TableExportResource {
  private static final int SHEET_NAME = 31;

  @Schema(
      description = "一张表",
      example = "{\"title\":\"按部门\",\"header\":[\"部门\",\"件数\"],\"rows\":[[\"市商务局\",3]]}")
  public record ShownTable(
      @NotBlank(message = "不能为空") @Size(max = 100, message = "最多 100 字") String title,
      @NotNull(message = "不能为空") @Size(min = 1, max = 50, message = "为 1 到 50 列")
          List<String> header,
      @Schema(description = "各行的单元格，文字、数字或 null")
          @NotNull(message = "不能为空")
          @Size(max = 10_000, message = "最多 10000 行")
          List<List<Object>> rows) {}

  @POST
  @Path("/{format: csv|xlsx}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "把页面上的一张表存为 CSV 或 XLSX", description = "什么也不保存。以公式字符开头的文字按文字写入。")
  @APIResponse(responseCode = "200", description = "CSV 为带 BOM 的 UTF-8")
  public Response export(
      @PathParam("format") String format, @NotNull(message = "请提供表格") @Valid ShownTable shown) {
    boolean scalar =
        shown.rows().stream()
            .allMatch(
                row ->
                    row != null
                        && row.stream()
                            .allMatch(
                                cell ->
                                    cell == null
                                        || cell instanceof String
                                        || cell instanceof Number));
    if (!scalar) {
      throw new Problem.InvalidRequest("rows 的每个单元格须为文字、数字或 null。");
    }
    List<ExportTable> tables =
        List.of(new ExportTable(sheetName(shown.title()), shown.header(), shown.rows()));
    return DownloadStreams.of("table", format, tables);
  }

  /** Spreadsheets take 31 characters, and none of these. */
  private static String sheetName(String title) {
    String plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
    String name = plain.isEmpty() ? "表" : plain;
    return name.length() <= SHEET_NAME ? name : name.substring(0, SHEET_NAME);
  }
}
