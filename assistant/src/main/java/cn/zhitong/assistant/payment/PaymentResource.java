package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.report.DownloadStreams;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Payments that were imported, and what is wrong with them. */
@Path("/api/payments")
@Tag(name = "拨付")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
class PaymentResource {
  private static final long MAX_BYTES = 20L << 20;
  private static final int PAGE_SIZE = 50;
  private static final int MOST_EXPORTED = 50_000;

  private final PaymentImport imports;
  private final PaymentResolution resolution;
  private final PaymentStore store;
  private final PaymentListStore lists;
  private final PaymentRights rights;
  private final SecurityIdentity identity;

  PaymentResource(
      PaymentImport imports,
      PaymentResolution resolution,
      PaymentStore store,
      PaymentListStore lists,
      PaymentRights rights,
      SecurityIdentity identity) {
    this.imports = imports;
    this.resolution = resolution;
    this.store = store;
    this.lists = lists;
    this.rights = rights;
    this.identity = identity;
  }

  /** What narrows the list. */
  static class Narrowing {
    @QueryParam("item")
    UUID item;

    @QueryParam("state")
    @Parameter(description = "booked 已登记、open 待核实、accepted、corrected、ignored")
    String state;

    @QueryParam("kind")
    @Parameter(description = "late、twice、amount、payee、not_approved、unpaid、unknown")
    String kind;

    @QueryParam("batch")
    UUID batch;

    @QueryParam("application")
    UUID application;

    PaymentListStore.Filter filter(List<String> offices) {
      return new PaymentListStore.Filter(
          item,
          code(EntryState.class, "state", state),
          code(FindingKind.class, "kind", kind),
          batch,
          offices,
          application);
    }

    private static <E extends Enum<E> & Coded> E code(Class<E> type, String name, String text) {
      if (text == null || text.isBlank()) {
        return null;
      }
      return Coded.find(type, text.strip())
          .orElseThrow(() -> new Problem.InvalidRequest(name + "：没有“" + text + "”。"));
    }
  }

  record EntryList(List<EntryBody> items, int total, int page, int pageSize) {}

  record BatchBody(
      UUID batchId,
      String fileName,
      String department,
      int rows,
      int matched,
      String importedBy,
      OffsetDateTime importedAt) {}

  record BatchList(List<BatchBody> items, int total, int page, int pageSize) {}

  @Schema(
      example = "{\"action\":\"correct\",\"reason\":\"与财政核对，编号写错\",\"applicationId\":\"0190…\"}")
  record ResolutionRequest(
      @Schema(description = "accept 登记、ignore 不计、correct 更正为另一件申报") String action,
      String reason,
      UUID applicationId) {}

  @POST
  @Path("import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE})
  @Operation(
      summary = "导入拨付清单",
      description =
          "file 为 XLSX、CSV（UTF-8 或 GB18030）或 JSON Lines，最多 50000 行、20 MB；列名所在的行、各工作表、金额单位自动识别。"
              + "每一行或登记到申报，或列出问题，或写明为何未读。同一份清单再次导入不做改动（unchanged）；dryRun=true 只试算。"
              + "重复、收款人不符、未批准、无法对应、超额的行待核实后才登记；逾期和部分拨付的已登记。承办人只能导入本部门的申报。")
  @APIResponse(responseCode = "400", description = "缺少列；missing 为缺的列，found 为文件中的列")
  @APIResponse(responseCode = "422", description = "文件无法读取，什么也没有留下")
  public PaymentOutcome importFile(
      @RestForm FileUpload file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    if (file == null || file.size() == 0) {
      throw new Problem.InvalidRequest("请在 file 中提供 XLSX、CSV 或 JSON Lines 文件。");
    }
    if (file.size() > MAX_BYTES) {
      throw new Problem.TooLarge("文件超过 20 MB，请拆分后再上传。");
    }
    return imports.run(
        new PaymentImport.Sent(file.uploadedFile(), file.fileName(), Caller.of(identity), dryRun));
  }

  @POST
  @Path("import")
  @Consumes({
    "application/x-ndjson",
    "application/jsonl",
    "text/csv",
    MediaType.APPLICATION_OCTET_STREAM,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  @RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE})
  @Operation(hidden = true)
  public PaymentOutcome importBody(
      java.nio.file.Path body, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun)
      throws IOException {
    if (body == null || Files.size(body) == 0) {
      throw new Problem.InvalidRequest("请求体是空的，请发送 XLSX、CSV 或 JSON Lines 文件。");
    }
    if (Files.size(body) > MAX_BYTES) {
      throw new Problem.TooLarge("文件超过 20 MB，请拆分后再上传。");
    }
    return imports.run(new PaymentImport.Sent(body, "拨付清单", Caller.of(identity), dryRun));
  }

  @GET
  @Operation(
      summary = "拨付清单中的行和问题",
      description = "新的在前，每页 50 行；kind=unpaid 为最近导入时发现、至今没有拨付的申报。承办人看本部门的。")
  public EntryList list(
      @BeanParam Narrowing narrowing, @QueryParam("page") @DefaultValue("1") int page) {
    PaymentListStore.Filter filter = narrowing.filter(offices());
    if (page < 1) {
      throw new Problem.InvalidRequest("page：从 1 开始。");
    }
    if (filter.kind() == FindingKind.UNPAID) {
      List<EntryBody> all = lists.unpaid(filter).stream().map(EntryBody::of).toList();
      int from = (int) Math.min(all.size(), (page - 1L) * PAGE_SIZE);
      return new EntryList(
          all.subList(from, Math.min(all.size(), from + PAGE_SIZE)), all.size(), page, PAGE_SIZE);
    }
    return new EntryList(
        lists.page(filter, PAGE_SIZE, (page - 1L) * PAGE_SIZE).stream().map(EntryBody::of).toList(),
        lists.count(filter),
        page,
        PAGE_SIZE);
  }

  @GET
  @Path("findings.xlsx")
  @Operation(summary = "拨付和问题（XLSX）", description = "筛选同上，最多 50000 行；另一张表为应拨未拨的申报。")
  public Response export(@BeanParam Narrowing narrowing) {
    PaymentListStore.Filter filter = narrowing.filter(offices());
    List<ExportTable> tables = new ArrayList<>();
    if (filter.kind() != FindingKind.UNPAID) {
      tables.add(PaymentExport.entries(lists.page(filter, MOST_EXPORTED, 0)));
    }
    tables.add(PaymentExport.unpaid(lists.unpaid(filter)));
    return DownloadStreams.of("payments", "xlsx", tables);
  }

  @GET
  @Path("batches")
  @Operation(summary = "导入过的拨付清单", description = "新的在前，每页 50 份。")
  public BatchList batches(@QueryParam("page") @DefaultValue("1") int page) {
    if (page < 1) {
      throw new Problem.InvalidRequest("page：从 1 开始。");
    }
    return new BatchList(
        store.batches(offices(), PAGE_SIZE, (page - 1L) * PAGE_SIZE).stream()
            .map(
                one ->
                    new BatchBody(
                        one.id(),
                        one.fileName(),
                        one.department(),
                        one.rows(),
                        one.matched(),
                        one.importerName(),
                        EntryBody.time(one.importedAt())))
            .toList(),
        store.countBatches(offices()),
        page,
        PAGE_SIZE);
  }

  @POST
  @Path("entries/{id}/resolution")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE})
  @Operation(
      summary = "核实一行拨付",
      description = "accept 照此登记到所对应的申报，ignore 不计，correct 登记到 applicationId 的申报；写明依据，一次定案。")
  @APIResponse(responseCode = "409", description = "已核实过，或申报不能登记拨付")
  public EntryBody resolve(@PathParam("id") UUID id, ResolutionRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 action 和 reason。");
    }
    PaymentEntry entry =
        resolution.resolve(
            id,
            new PaymentResolution.Wanted(
                request.action(), request.reason(), request.applicationId()),
            Caller.of(identity));
    return EntryBody.of(
        new PaymentListStore.Listed(entry, null, null, null, null, null, null, List.of()));
  }

  private List<String> offices() {
    return rights.seeing(Caller.of(identity));
  }
}
