package cn.zhitong.assistant.attachment;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files that go with what was sent in, supplemented, answered or noted. */
@Path("/api/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "附件")
public class AttachmentResource {
  private static final String CASE = "case";

  private final AttachmentIntake attachments;
  private final AttachmentConfig config;
  private final VisitorLimit limit;
  private final SecurityIdentity identity;

  AttachmentResource(
      AttachmentIntake attachments,
      AttachmentConfig config,
      VisitorLimit limit,
      SecurityIdentity identity) {
    this.attachments = attachments;
    this.config = config;
    this.limit = limit;
    this.identity = identity;
  }

  /** What is told of a stored file. */
  public record Stored(
      UUID attachmentId,
      String name,
      @Schema(description = "按内容识别的类型") String type,
      long size,
      @Schema(description = "内容的 SHA-256") String digest,
      @Schema(description = "appeal 来件、supplement 补充、reply 答复、note 备注") String part,
      @Schema(description = "上传人；企业为“企业”") String by,
      OffsetDateTime at,
      String url) {
    static Stored of(Attachment one) {
      return of(one, one.name());
    }

    /** To staff: opening the file is on record, reading its name is not. */
    static Stored masked(Attachment one) {
      return of(one, PersonalData.mask(one.name()));
    }

    private static Stored of(Attachment one, String name) {
      return new Stored(
          one.id(),
          name,
          one.type(),
          one.size(),
          one.digest(),
          one.part(),
          one.accountName(),
          one.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
          "/api/attachments/" + one.id());
    }
  }

  public record StoredList(List<Stored> items) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "上传附件",
      description =
          "file 为文件，caseId 为所属办件（其他所属用 ownerKind 和 ownerId），part 为 appeal 来件（缺省）、supplement"
              + " 补充、reply 答复、note 备注。类型按内容识别；单个 10 MB 以内。企业凭请求头 X-Tracking-Code"
              + " 为自己的来件上传。答复的附件随答复一起给企业。")
  @APIResponse(
      responseCode = "201",
      description = "已保存",
      content = @Content(schema = @Schema(implementation = Stored.class)))
  @APIResponse(
      responseCode = "200",
      description = "同一个人为同一处上传过同名、同内容的文件：没有重复保存，返回已保存的那一个",
      content = @Content(schema = @Schema(implementation = Stored.class)))
  @APIResponse(responseCode = "400", description = "类型不能上传、内容与扩展名不符，或个数已满")
  @APIResponse(responseCode = "413", description = "过大")
  public Response add(
      @RestForm FileUpload file,
      @RestForm String caseId,
      @RestForm String ownerKind,
      @RestForm String ownerId,
      @RestForm String part,
      @RestForm String trackingCode,
      @HeaderParam("X-Tracking-Code") String codeInHeader,
      RoutingContext http) {
    AttachmentOwner.Asker asker = asker(codeInHeader == null ? trackingCode : codeInHeader);
    if (!asker.caller().worksHere()) {
      limit.count("attachment", config.uploadsPerMinute(), http.request());
    }
    if (file == null) {
      throw new Problem.InvalidRequest("没有收到文件，请在 file 字段中附上文件。");
    }
    boolean ofCase = ownerKind == null || ownerKind.isBlank();
    AttachmentOwner.Kept kept =
        attachments.add(
            new AttachmentIntake.Upload(
                ofCase ? CASE : ownerKind.strip(),
                id(ofCase ? caseId : ownerId),
                part == null || part.isBlank() ? null : part.strip(),
                file.fileName(),
                file.uploadedFile(),
                file.size()),
            asker);
    Attachment stored = kept.attachment();
    return Response.status(kept.repeated() ? 200 : 201)
        .location(URI.create("/api/attachments/" + stored.id()))
        .entity(Stored.of(stored))
        .build();
  }

  @GET
  @Operation(summary = "一件办件的附件", description = "与办件的查看权限相同；受保护的举报，来件人的附件不向承办单位给出。")
  public StoredList list(
      @QueryParam("caseId") String caseId,
      @QueryParam("ownerKind") String ownerKind,
      @QueryParam("ownerId") String ownerId,
      @Parameter(description = "企业的查询码") @HeaderParam("X-Tracking-Code") String trackingCode) {
    AttachmentOwner.Asker asker = asker(trackingCode);
    boolean ofCase = ownerKind == null || ownerKind.isBlank();
    return new StoredList(
        attachments
            .of(ofCase ? CASE : ownerKind.strip(), id(ofCase ? caseId : ownerId), asker)
            .stream()
            .map(asker.caller().worksHere() ? Stored::masked : Stored::of)
            .toList());
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "附件的内容", description = "工作人员打开附件会留下查阅记录。")
  public Response content(
      @PathParam("id") UUID id, @HeaderParam("X-Tracking-Code") String trackingCode) {
    AttachmentIntake.Opened opened = attachments.open(id, asker(trackingCode));
    Attachment one = opened.attachment();
    // What a browser shows in place is a picture; everything else is saved, and runs nowhere here.
    String shown = one.type().startsWith("image/") ? "inline" : "attachment";
    String name = URLEncoder.encode(one.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(opened.content())
        .type(one.type())
        .header("Content-Disposition", shown + "; filename*=UTF-8''" + name)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "移除附件", description = "上传人在送出之前可以移除；移除留在办理记录里。")
  public void remove(@PathParam("id") UUID id, @HeaderParam("X-Tracking-Code") String code) {
    attachments.remove(id, asker(code));
  }

  private AttachmentOwner.Asker asker(String trackingCode) {
    Caller caller = Caller.of(identity);
    boolean code = trackingCode != null && !trackingCode.isBlank();
    if (identity.isAnonymous() && !code) {
      throw new Problem.Unauthorized("请先登录，或提供查询码。");
    }
    return new AttachmentOwner.Asker(caller, code ? trackingCode.strip() : null);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text == null ? "" : text.strip());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("请用 caseId 说明附件属于哪一件办件。");
    }
  }
}
