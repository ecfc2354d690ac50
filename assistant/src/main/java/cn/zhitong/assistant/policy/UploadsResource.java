package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** One upload of many files, or of a packed folder, with its progress as it goes. */
@Path("/api/policies/uploads")
@RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
@Tag(name = "政策库")
public class UploadsResource {
  private final Uploads uploads;
  private final ObjectMapper json;

  UploadsResource(Uploads uploads, ObjectMapper json) {
    this.uploads = uploads;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces("application/x-ndjson")
  @Operation(
      summary = "一次发布多份文件",
      description =
          "files 可重复，也可以是 zip；各文件互不影响，每份整份入库或不入库。返回一行一个事件：start（total）、reading（externalId、index）、page（正在识别扫描件的第几页）、"
              + "outcome（结果，同文号同标题的已有文件在 same 里）、linked（认出的附件）、done。附件按文件名和正文的附件说明归到同一次上传的正文。")
  @APIResponse(responseCode = "200", description = "进度和每份文件的结果；done 之后均可检索")
  @APIResponse(responseCode = "413", description = "超过 50 MB")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public Response upload(@RestForm("files") List<FileUpload> files) {
    if (files == null || files.isEmpty()) {
      throw new Problem.InvalidRequest("没有收到文件，请在 files 字段中附上至少一个文件。");
    }
    uploads.requireModel();
    ZipUpload uploaded = ZipUpload.of(files);
    StreamingOutput events =
        out -> {
          try (uploaded) {
            uploads.run(
                uploaded.files(),
                event -> {
                  byte[] line = json.writeValueAsBytes(event);
                  out.write(line);
                  out.write('\n');
                  out.flush();
                });
          }
        };
    return Response.ok(events).build();
  }
}
