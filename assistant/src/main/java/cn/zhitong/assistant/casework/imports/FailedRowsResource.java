package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.FormulaGuard;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lines of an import that were not filed, to be corrected and sent again. */
@Path("/api/cases/imports/{id}")
@Tag(name = "办件")
public class FailedRowsResource {
  private static final String REASON = "未导入原因";

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Excel's number for text: what is typed into such a cell stays as it is. */
  private static final String TEXT = "@";

  private final CaseImportStore store;

  FailedRowsResource(CaseImportStore store) {
    this.store = store;
  }

  @GET
  @Path("failed.csv")
  @RolesAllowed(Role.AGENT_CODE)
  @Operation(summary = "未导入的行", description = "原有各列加“未导入原因”，改好后可直接再次上传；保留 7 天。")
  @APIResponse(responseCode = "404", description = "没有，或已过保留期")
  public Response csv(@PathParam("id") UUID id) {
    return download(csv(rows(id)), "text/csv; charset=UTF-8", "failed.csv");
  }

  @GET
  @Path("failed.xlsx")
  @RolesAllowed(Role.AGENT_CODE)
  @Operation(summary = "未导入的行，XLSX", description = "同上；单元格都是文本格式，长编号、前导零在表格软件中改后不会走样。")
  @APIResponse(responseCode = "404", description = "没有，或已过保留期")
  public Response xlsx(@PathParam("id") UUID id) {
    return download(xlsx(rows(id)), XLSX, "failed.xlsx");
  }

  private static Response download(byte[] bytes, String type, String name) {
    return Response.ok(bytes, type)
        .header("Content-Disposition", "attachment; filename=" + name)
        .build();
  }

  /** The header and the rows, each with its reason; disarmed. */
  private List<List<String>> rows(UUID id) {
    CaseImportStore.Kept kept =
        store.load(id).orElseThrow(() -> new Problem.NotFound("没有这次导入的问题行，或已超过 7 天保留期。"));
    int known = kept.header().indexOf(REASON);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(kept.header(), known, REASON));
    kept.failed().forEach(failed -> rows.add(row(failed.cells(), known, failed.reason())));
    return rows;
  }

  private static List<String> row(List<String> cells, int known, String reason) {
    List<String> row = new ArrayList<>(cells);
    if (known < 0) {
      row.add(reason);
    } else {
      row.set(known, reason);
    }
    row.replaceAll(FormulaGuard::guarded);
    return row;
  }

  private static byte[] csv(List<List<String>> rows) {
    StringWriter text = new StringWriter().append('\uFEFF');
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] xlsx(List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "zhitong", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("未导入的行");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
          sheet.style(row, column).format(TEXT).set();
        }
      }
      sheet.freezePane(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
