package cn.zhitong.assistant.casework;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Hotlines' lists of work orders. */
@Path("/api/cases/import")
@Tag(name = "办件")
public class CaseImportResource {
  private static final long MAX_BYTES = 20L << 20;

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

  /**
   * @param unchanged filed before
   * @param failedFile where the failed lines can be had with their reasons; null when none failed
   */
  public record Imported(
      int rows,
      int created,
      int unchanged,
      List<FailedRow> failed,
      String failedFile,
      Map<String, String> mapping) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Role.AGENT_CODE)
  @Operation(
      summary = "导入热线工单",
      description =
          "file 为 XLSX 或 CSV（第一行是列名，最多 20000 行、20 MB）。mapping 可选，JSON：字段 → 列名，如"
              + " {\"externalNumber\":\"工单编号\",\"title\":\"标题\",\"text\":\"诉求内容\",\"askedAt\":\"来电时间\","
              + "\"region\":\"地区\",\"enterprise\":\"企业名称\",\"contactName\":\"联系人\",\"contactPhone\":\"联系电话\"}；"
              + "不给时按常见列名识别。channel 缺省为 hotline。工单编号保留为 externalNumber；已导入过的行不做改动；"
              + "有问题的行逐条列出原因，可从 failedFile 下载、改好后再次上传。分办在入库后陆续完成。")
  @APIResponse(responseCode = "200", description = "逐行结果")
  @APIResponse(responseCode = "400", description = "列名无法对应")
  @APIResponse(responseCode = "422", description = "文件无法读取，什么也没有留下")
  public Imported importFile(
      @RestForm FileUpload file, @RestForm String mapping, @RestForm String channel) {
    if (file == null || file.size() == 0) {
      throw new Problem.InvalidRequest("请在 file 中提供 XLSX 或 CSV 文件。");
    }
    if (file.size() > MAX_BYTES) {
      throw new Problem.TooLarge("文件超过 20 MB，请拆分后再上传。");
    }
    HotlineFile read = HotlineFile.read(file.uploadedFile(), file.fileName());
    String from = channel == null || channel.isBlank() ? "hotline" : channel.strip();
    CaseImport.Result result = imports.run(read, mapping(mapping), from, Caller.of(identity));
    return new Imported(
        result.rows(),
        result.created(),
        result.unchanged(),
        result.failed().stream()
            .map(row -> new FailedRow(row.row(), row.externalNumber(), row.reason()))
            .toList(),
        result.id() == null ? null : "/api/cases/imports/" + result.id() + "/failed.csv",
        result.mapping());
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
