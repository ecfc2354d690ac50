package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An enterprise's own cases, by its account. */
@Path("/api/cases/mine")
@Tag(name = "办件")
@RolesAllowed(Role.ENTERPRISE_CODE)
public class MyCasesResource {
  private static final int MAX_PAGE = 100;

  private final MyCases mine;
  private final CaseAccess desk;
  private final CaseViewer viewer;
  private final VisitorLimit limit;
  private final CaseworkConfig config;
  private final SecurityIdentity identity;
  private final PersonalReads reads;

  MyCasesResource(
      MyCases mine,
      CaseAccess desk,
      CaseViewer viewer,
      VisitorLimit limit,
      CaseworkConfig config,
      SecurityIdentity identity,
      PersonalReads reads) {
    this.reads = reads;
    this.mine = mine;
    this.desk = desk;
    this.viewer = viewer;
    this.limit = limit;
    this.config = config;
    this.identity = identity;
  }

  /** A case with the code that its owner acts on it with. */
  public record MyCase(
      @Schema(description = "查询码，用于补充、评价和撤回") String trackingCode,
      CaseViews.EnterpriseCase appeal) {}

  public record MyPage(List<MyCase> items, long total, int page, int pageSize) {}

  @GET
  @Operation(summary = "本企业账号的办件", description = "登录后提交的和凭查询码认领的，最近的在前。")
  public MyPage list(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    Caller caller = Caller.of(identity);
    List<MyCase> items =
        mine.page(caller, pageSize, (page - 1L) * pageSize).stream().map(this::view).toList();
    return new MyPage(items, mine.count(caller), page, pageSize);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "认领办件", description = "把凭编号和查询码能查到的办件归入本账号；已归入其他账号的仍归其他账号。")
  @APIResponse(responseCode = "404", description = "编号或查询码不对")
  public MyCase claim(
      @NotNull(message = "请提供编号和查询码") CaseResource.LookupRequest request, RoutingContext http) {
    limit.count("lookup", config.lookupsPerMinute(), http.request());
    CaseFile file = desk.byNumber(request.number(), request.trackingCode());
    mine.keep(file, MyCases.whose(Caller.of(identity)));
    return view(file);
  }

  private MyCase view(CaseFile file) {
    reads.record(Caller.of(identity), file.id(), PersonalReads.What.OWN);
    return new MyCase(file.trackingCode(), viewer.forEnterprise(file));
  }
}
