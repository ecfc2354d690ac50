package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Hotlines' lists of work orders. */
@Path("/api/cases/import")
@Tag(name = "办件")
public class CaseImportResource {
  private static final long MAX_BYTES = 20L << 20;

  /** Nobody reads more; the list is the same column wrong again and again. */
  private static final int WARNINGS = 1_000;

  private final CaseImport imports;
  private final ObjectMapper json;
  private final SecurityIdentity identity;

  CaseImportResource(CaseImport imports, ObjectMapper json, SecurityIdentity identity) {
    this.imports = imports;
    this.json = json;
    this.identity = identity;
  }

  /** A line that was not filed, and why. */
  public record FailedRow(int row, String externalNumber, String reason) {}

  /** A value that was left out of a case, and why. */
  public record Warning(int row, String column, String value, String message) {}

  @Schema(description = "导入的结果；预览时什么也没有立案")
  public record Imported(
      boolean preview,
      int rows,
      int created,
      @Schema(description = "此前导入、无人办理过、本次补全的") int updated,
      @Schema(description = "此前导入过，没有变化") int unchanged,
      List<FailedRow> failed,
      @Schema(description = "未导入的行，CSV；没有时为 null") String failedFile,
      @Schema(description = "同上，XLSX，单元格都是文本，用表格软件改不会走样") String failedWorkbook,
      @Schema(description = "文件中的列") List<String> columns,
      @Schema(description = "字段 → 列名") Map<String, String> mapping,
      @Schema(description = "没有用到的列") List<String> unmapped,
      @Schema(description = "没有读懂、未写入来件的值，最多 1000 条") List<Warning> warnings,
      @Schema(description = "文件是怎样读的，如列名在第几行、哪些工作表没有读") List<String> notes,
      @Schema(description = "预览时前几行的各字段") List<Map<String, String>> sample) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Role.AGENT_CODE)
  @Operation(
      summary = "导入热线工单",
      description =
          "file 为 XLSX 或 CSV（最多 20000 行、20 MB），列名所在的行和工作表自动识别。mapping 可选，JSON：字段 → 列名，如"
              + " {\"externalNumber\":\"工单编号\",\"title\":\"标题\",\"text\":\"诉求内容\",\"askedAt\":\"来电时间\","
              + "\"region\":\"地区\",\"enterprise\":\"企业名称\",\"contactName\":\"联系人\",\"contactPhone\":\"联系电话\"}；不给时按常见列名识别，列名为空串表示不用。preview=true"
              + " 只看结果、不立案。channel 缺省为 hotline。工单编号保留为"
              + " externalNumber；已导入过的行，无人办理过的按新内容补全，办理过的不做改动；没有用到的列在 unmapped、没有读懂的值在 warnings"
              + " 中列出；有问题的行逐条列出原因，可从 failedFile 下载、改好后再次上传。分办在入库后陆续完成。")
  @APIResponse(responseCode = "200", description = "逐行结果")
  @APIResponse(responseCode = "400", description = "列名无法对应")
  @APIResponse(responseCode = "422", description = "文件无法读取，什么也没有留下")
  public Imported importFile(
      @RestForm FileUpload file,
      @RestForm String mapping,
      @RestForm String channel,
      @RestForm String preview) {
    if (file == null || file.size() == 0) {
      throw new Problem.InvalidRequest("请在 file 中提供 XLSX 或 CSV 文件。");
    }
    if (file.size() > MAX_BYTES) {
      throw new Problem.TooLarge("文件超过 20 MB，请拆分后再上传。");
    }
    HotlineFile read = HotlineFile.read(file.uploadedFile(), file.fileName());
    String from = channel == null || channel.isBlank() ? "hotline" : channel.strip();
    Map<String, String> columns = mapping(mapping);
    Caller caller = Caller.of(identity);
    boolean look = preview != null && preview.strip().equalsIgnoreCase("true");
    return body(
        look,
        look
            ? imports.preview(read, columns, from, caller)
            : imports.run(read, columns, from, caller));
  }

  private static Imported body(boolean preview, CaseImport.Result result) {
    String failed = result.id() == null ? null : "/api/cases/imports/" + result.id() + "/failed.";
    return new Imported(
        preview,
        result.rows(),
        result.created(),
        result.updated(),
        result.unchanged(),
        result.failed().stream()
            .map(row -> new FailedRow(row.row(), row.externalNumber(), row.reason()))
            .toList(),
        failed == null ? null : failed + "csv",
        failed == null ? null : failed + "xlsx",
        result.columns(),
        result.mapping(),
        result.unmapped(),
        result.remarks().stream()
            .limit(WARNINGS)
            .map(r -> new Warning(r.row(), r.column(), r.value(), r.message()))
            .toList(),
        result.notes(),
        result.sample());
  }

  private Map<String, String> mapping(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return json.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new Problem.InvalidRequest("mapping 应为 JSON，如 {\"text\":\"诉求内容\"}，请检查引号和逗号。");
    }
  }
}
