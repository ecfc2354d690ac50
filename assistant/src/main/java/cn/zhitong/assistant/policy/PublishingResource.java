package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.ParsedSource;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.PageProgress;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.UnreadableSource;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.KnownPolicy;
import cn.zhitong.ingest.store.StoredPolicy;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploads: one file, one file to look at first, or many at once. Files are spooled to disk. */
@Path("/api/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
@Tag(name = "政策库")
public class PublishingResource {
  private static final String PROGRESS =
      "Accept 为 application/x-ndjson 时返回一行一个事件：page（正在识别扫描件的第几页）、answer（status 和 body）或 problem。";

  private final Publishing publishing;
  private final CorpusStore store;
  private final ObjectMapper json;

  PublishingResource(Publishing publishing, CorpusStore store, ObjectMapper json) {
    this.publishing = publishing;
    this.store = store;
    this.json = json;
  }

  /** A JSON Lines file's policies, and its lines that gave none. */
  record PublishedList(List<PublishedBody> policies, List<OutcomeBody> failed) {}

  /** What a batch did, file by file or line by line. */
  record BatchResult(List<OutcomeBody> outcomes) {}

  /** One outcome. */
  record OutcomeBody(String externalId, String result, String reason, PolicyId policyId) {
    static OutcomeBody of(IngestOutcome o) {
      return new OutcomeBody(o.externalId(), o.result().code(), o.reason(), o.policyId());
    }
  }

  @POST
  @Produces({MediaType.APPLICATION_JSON, PublishingStreams.LINES})
  @Operation(
      summary = "发布一份政策",
      description =
          "file 为政策文件（txt、md、html、mht、pdf、docx、doc、wps、xlsx、xls、et、ofd、png、jpg、tiff、jsonl，不超过 50 MB）；metadata 可选，为 JSON，字段同 PolicyMetadata，"
              + "另有 externalId（默认为文件名）和 source（默认 upload）。编号和内容都相同的再次上传不做改动。jsonl 返回 {policies:[…]}。"
              + PROGRESS)
  @APIResponse(responseCode = "201", description = "已新增或更新，并可检索")
  @APIResponse(responseCode = "200", description = "内容没有变化")
  @APIResponse(responseCode = "413", description = "超过 50 MB")
  @APIResponse(responseCode = "422", description = "文件无法读取，什么也没有留下")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public Response publish(
      @RestForm FileUpload file,
      @RestForm String metadata,
      @Parameter(hidden = true) @HeaderParam("Accept") String accept) {
    Upload upload = upload(file, metadata);
    publishing.requireModel();
    return PublishingStreams.of(accept, json, pages -> publish(upload, pages));
  }

  private Response publish(Upload upload, Consumer<PageProgress> pages) {
    List<IngestOutcome> outcomes =
        publishing.publish(upload.source(), List.of(upload.file()), upload.given(), pages);
    List<PublishedBody> published =
        outcomes.stream().filter(o -> o.policyId() != null).map(this::published).toList();
    List<OutcomeBody> failed =
        outcomes.stream().filter(o -> o.policyId() == null).map(OutcomeBody::of).toList();
    if (published.isEmpty()) {
      throw unreadable(failed);
    }
    boolean changed = outcomes.stream().anyMatch(PublishingResource::isChange);
    Object body =
        isCollection(upload.file()) ? new PublishedList(published, failed) : published.get(0);
    return Response.status(changed ? 201 : 200).entity(body).build();
  }

  @POST
  @Path("preview")
  @Produces({MediaType.APPLICATION_JSON, PublishingStreams.LINES})
  @Operation(
      summary = "预览识别结果",
      description = "只识别，不入库；参数同发布。jsonl 只看前 20 行，返回 {policies:[…]}。" + PROGRESS)
  @APIResponse(responseCode = "200", description = "识别出的元数据、条款和需要核对的事项")
  @APIResponse(responseCode = "422", description = "文件无法读取")
  public Response preview(
      @RestForm FileUpload file,
      @RestForm String metadata,
      @Parameter(hidden = true) @HeaderParam("Accept") String accept) {
    Upload upload = upload(file, metadata);
    return PublishingStreams.of(accept, json, pages -> preview(upload, pages));
  }

  private Response preview(Upload upload, Consumer<PageProgress> pages) {
    try {
      List<PublishedBody> policies =
          publishing.preview(upload.file(), upload.given(), pages).stream()
              .map((ParsedSource p) -> preview(upload.source(), p))
              .toList();
      boolean list = isCollection(upload.file());
      return Response.ok(list ? new PublishedList(policies, List.of()) : policies.get(0)).build();
    } catch (UnreadableSource e) {
      throw new Problem.UnreadableFile(e.getMessage(), Map.of());
    } catch (IllegalArgumentException e) {
      throw new Problem.UnreadableFile(e.getMessage(), Map.of());
    }
  }

  @POST
  @Path("batch")
  @Operation(
      summary = "批量发布",
      description =
          "files 可重复，每个的文件名为其 externalId（相对路径）的百分号编码；来源为 source（默认 files）。"
              + "各文件互不影响，返回每一份的结果：created、updated、unchanged、skipped、failed。")
  @APIResponse(responseCode = "200", description = "每份文件的结果；返回时已可检索")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public BatchResult batch(@RestForm("files") List<FileUpload> files, @RestForm String source) {
    if (files == null || files.isEmpty()) {
      throw new Problem.InvalidRequest("没有收到文件，请在 files 字段中附上至少一个文件。");
    }
    List<SourceFile> sources = files.stream().map(PublishingResource::batched).toList();
    String from = source == null || source.isBlank() ? "files" : source.strip();
    return new BatchResult(
        publishing.publish(from, sources, PolicyMetadata.builder().build(), page -> {}).stream()
            .map(OutcomeBody::of)
            .toList());
  }

  private PublishedBody preview(String source, ParsedSource parsed) {
    PolicyId stored = store.known(source, parsed.externalId()).map(KnownPolicy::id).orElse(null);
    return PublishedBody.preview(
        parsed.externalId(), parsed.policy(), store.sameNamed(parsed.policy(), stored));
  }

  private Upload upload(FileUpload file, String metadata) {
    if (file == null) {
      throw new Problem.InvalidRequest("没有收到文件，请在 file 字段中附上政策文件。");
    }
    return Upload.of(file.uploadedFile(), file.fileName(), file.size(), metadata, json);
  }

  private static SourceFile batched(FileUpload file) {
    try {
      String id = URLDecoder.decode(file.fileName(), StandardCharsets.UTF_8);
      return new SourceFile(id, id.substring(id.lastIndexOf('/') + 1), file.uploadedFile());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("文件名“" + file.fileName() + "”不是百分号编码，请对照接口说明。");
    }
  }

  private PublishedBody published(IngestOutcome outcome) {
    PolicyId id = outcome.policyId();
    StoredPolicy policy = store.policy(id).orElseThrow();
    return PublishedBody.of(
        outcome,
        policy,
        store.clauses(id).size(),
        store.passages(id),
        outcome.result() == Result.CREATED ? store.sameNamed(policy) : List.of());
  }

  private static Problem unreadable(List<OutcomeBody> failed) {
    String reason = failed.isEmpty() ? "文件中没有可以入库的内容，请检查后重新上传。" : failed.get(0).reason();
    return new Problem.UnreadableFile(
        reason, failed.size() > 1 ? Map.of("failed", failed) : Map.of());
  }

  private static boolean isChange(IngestOutcome outcome) {
    return outcome.result() == Result.CREATED || outcome.result() == Result.UPDATED;
  }

  private static boolean isCollection(SourceFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }
}
