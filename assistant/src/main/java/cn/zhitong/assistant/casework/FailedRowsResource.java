package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lines of an import that were not filed, to be corrected and sent again. */
@Path("/api/cases/imports/{id}/failed.csv")
@Tag(name = "办件")
public class FailedRowsResource {
  private static final String REASON = "未导入原因";

  private final CaseImportStore store;

  FailedRowsResource(CaseImportStore store) {
    this.store = store;
  }

  @GET
  @RolesAllowed(Role.AGENT_CODE)
  @Operation(summary = "未导入的行", description = "原有各列加“未导入原因”，改好后可直接再次上传；保留 7 天。")
  @APIResponse(responseCode = "404", description = "没有，或已过保留期")
  public Response csv(@PathParam("id") UUID id) {
    CaseImportStore.Kept kept =
        store.load(id).orElseThrow(() -> new Problem.NotFound("没有这次导入的问题行，或已超过 7 天保留期。"));
    return Response.ok(csv(kept), "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=failed.csv")
        .build();
  }

  private static byte[] csv(CaseImportStore.Kept kept) {
    List<String> header = new ArrayList<>(kept.header());
    int known = header.indexOf(REASON);
    if (known < 0) {
      header.add(REASON);
    }
    StringWriter text = new StringWriter().append('\uFEFF');
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
      printer.printRecord(header);
      for (CaseImport.Failed row : kept.failed()) {
        List<String> cells =
            new ArrayList<>(row.cells().stream().map(FailedRowsResource::safe).toList());
        if (known < 0) {
          cells.add(row.reason());
        } else {
          cells.set(known, row.reason());
        }
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A cell that begins so would be run as a formula by spreadsheets. */
  private static String safe(String cell) {
    return cell.matches("(?s)[=+\\-@].*") ? "'" + cell : cell;
  }
}
