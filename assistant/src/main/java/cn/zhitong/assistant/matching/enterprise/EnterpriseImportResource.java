package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Many enterprise files at once, from a table or as lines. */
@Path("/api/enterprises/import")
@Tag(name = "enterprises")
@Produces(MediaType.APPLICATION_JSON)
class EnterpriseImportResource {
  private final EnterpriseImport imports;
  private final SecurityIdentity identity;

  EnterpriseImportResource(EnterpriseImport imports, SecurityIdentity identity) {
    this.imports = imports;
    this.identity = identity;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(
      summary = "导入企业档案",
      description =
          "file 为 JSON Lines（每行 {creditCode,name,facts,closedFields}）、CSV 或"
              + " XLSX（第一行列名：统一社会信用代码、企业名称、各字段名，年度写在括号里，如 营业收入(2023)）。重复导入不做改动；有问题的行逐条列出。")
  @APIResponse(responseCode = "422", description = "文件无法读取")
  public EnterpriseImport.ImportOutcome importFile(
      @RestForm FileUpload file, @RestForm String source) {
    if (file == null) {
      throw new Problem.InvalidRequest("请在 file 中提供要导入的文件。");
    }
    try (InputStream in = Files.newInputStream(file.uploadedFile())) {
      return read(in, source);
    } catch (IOException e) {
      throw new Problem.UnreadableFile("文件无法读取：" + e.getMessage(), Map.of());
    }
  }

  @POST
  @Consumes({
    "application/x-ndjson",
    "application/jsonl",
    "text/csv",
    MediaType.APPLICATION_OCTET_STREAM,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(hidden = true)
  public EnterpriseImport.ImportOutcome importBody(
      InputStream body, @QueryParam("source") String source) {
    return read(body, source);
  }

  private EnterpriseImport.ImportOutcome read(InputStream in, String source) {
    try {
      String from = source == null || source.isBlank() ? "导入" : source.strip();
      return imports.read(in, from, Caller.of(identity).name());
    } catch (IOException | IllegalArgumentException e) {
      throw new Problem.UnreadableFile(String.valueOf(e.getMessage()), Map.of());
    }
  }
}
