package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.PolicyFilter;
import cn.zhitong.ingest.store.PolicyPage;
import cn.zhitong.ingest.store.StoredPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The policy library: lists, texts, clauses, and taking a policy out. */
@Path("/api/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "政策库", description = "查询公开；发布和撤回需要 publisher 权限。")
public class PolicyResource {
  private final CorpusStore store;
  private final Instance<Retrieval> retrieval;
  private final Corrections corrections;
  private final LibrarySearch search;
  private final Gazetteer gazetteer;
  private final Clock clock;

  PolicyResource(
      CorpusStore store,
      Instance<Retrieval> retrieval,
      Corrections corrections,
      LibrarySearch search,
      Gazetteer gazetteer,
      Clock clock) {
    this.store = store;
    this.retrieval = retrieval;
    this.corrections = corrections;
    this.search = search;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** One page. */
  record PolicyList(List<PolicyItem> items, long total, int page, int pageSize) {}

  /** Why a policy is taken out. */
  record WithdrawalRequest(
      @NotBlank(message = "不能为空，请写明撤回原因") @Size(max = 500, message = "最多 500 字") String reason) {}

  @GET
  @Operation(
      summary = "政策列表",
      description = "正文相同的文件折叠为一条；效力按今日计算。检索词按字面和含义一并查找：标题含检索词的在前，其余按相关程度；没有检索词时按成文日期由新到旧。")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public PolicyList list(
      @BeanParam ListQuery query,
      @Parameter(description = "页码，从 1 开始") @QueryParam("page") @DefaultValue("1") int page,
      @Parameter(description = "每页条数，1 到 200") @QueryParam("pageSize") @DefaultValue("20")
          int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > PolicyFilter.MAX_PAGE_SIZE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 在 1 到 200 之间，请修改后重试。");
    }
    LocalDate today = LocalDate.now(clock);
    PolicyPage found = store.list(search.searched(query.filter(today, page, pageSize)));
    return new PolicyList(
        found.items().stream().map(entry -> PolicyItem.of(entry, today)).toList(),
        found.total(),
        page,
        pageSize);
  }

  @GET
  @Path("facets")
  @Operation(summary = "政策列表的筛选项及件数", description = "参数同政策列表。每一项的件数不受该项自身取值的影响，便于改选；件数多的在前。")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public FacetsBody facets(@BeanParam ListQuery query) {
    return FacetsBody.of(
        store.facets(search.searched(query.filter(LocalDate.now(clock), 1, 1))), gazetteer);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "政策全文与元数据", description = "已撤回的文件仍可按编号查看，withdrawal 不为 null。")
  @APIResponse(responseCode = "200", description = "政策")
  @APIResponse(responseCode = "404", description = "没有这份政策")
  public PolicyBody policy(@PathParam("id") String id) {
    StoredPolicy policy = stored(id);
    PolicyBody.Links links =
        new PolicyBody.Links(
            store.related(policy.id()),
            store.attachments(policy.id()),
            store.attachedTo(policy.id()).orElse(null),
            store.pictures(policy.id()));
    return PolicyBody.of(policy, links, LocalDate.now(clock), clock.getZone());
  }

  @GET
  @Path("{id}/clauses")
  @Operation(summary = "政策条款", description = "按原文顺序，含责任单位；start、end 是全文中的 UTF-16 偏移。")
  @APIResponse(responseCode = "200", description = "条款")
  @APIResponse(responseCode = "404", description = "没有这份政策")
  public List<ClauseBody> clauses(@PathParam("id") String id) {
    StoredPolicy policy = stored(id);
    return store.clauses(policy.id()).stream()
        .map(clause -> ClauseBody.of(clause, policy.text()))
        .toList();
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "撤回政策", description = "撤回后不再出现在回答、检索和列表中；被它废止的文件恢复效力。")
  @APIResponse(responseCode = "200", description = "撤回后的政策")
  @APIResponse(responseCode = "404", description = "没有这份政策")
  @APIResponse(responseCode = "409", description = "此前已撤回")
  public PolicyBody withdraw(
      @PathParam("id") String id,
      @Valid @NotNull(message = "不能为空，请写明撤回原因") WithdrawalRequest request) {
    StoredPolicy policy = stored(id);
    if (!store.withdraw(policy.id(), request.reason().strip())) {
      throw new Problem.Conflict("这份政策此前已经撤回，无需再次操作。", Map.of());
    }
    retrieval.stream().findFirst().ifPresent(Retrieval::catchUp);
    return policy(id);
  }

  @PATCH
  @Path("{id}/metadata")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(
      summary = "改正元数据",
      description =
          "只给要改的字段，null 表示清空（RFC 7396）；正文不变。explains 填所解读或配套政策的标题或文号，即建立关联。" + "改正后再次收录同一文件不会覆盖。")
  @APIResponse(responseCode = "200", description = "改正后的政策，已可按新的元数据检索")
  @APIResponse(responseCode = "404", description = "没有这份政策")
  @APIResponse(responseCode = "409", description = "已撤回")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public PolicyBody correct(
      @PathParam("id") String id, @Schema(implementation = MetadataBody.class) JsonNode changes) {
    corrections.correct(stored(id), changes);
    return policy(id);
  }

  private StoredPolicy stored(String id) {
    return stored(store, id);
  }

  /** By the number in an address. */
  static StoredPolicy stored(CorpusStore store, String id) {
    try {
      return store
          .policy(PolicyId.parse(id))
          .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的政策，请从列表或检索结果中选取。"));
    } catch (IllegalArgumentException e) {
      throw new Problem.NotFound("“" + id + "”不是政策编号，请从列表或检索结果中选取。");
    }
  }
}
