package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who got what, for everybody. */
@Path("/api/results")
@Tag(name = "兑付公开")
@Produces(MediaType.APPLICATION_JSON)
class ResultResource {
  private static final int MAX_PAGE = 200;

  private final PublishedResults results;
  private final Gazetteer gazetteer;
  private final SecurityIdentity identity;

  ResultResource(PublishedResults results, Gazetteer gazetteer, SecurityIdentity identity) {
    this.results = results;
    this.gazetteer = gazetteer;
    this.identity = identity;
  }

  /** What narrows the list. */
  static class Narrowing {
    @QueryParam("item")
    UUID item;

    @QueryParam("region")
    @Parameter(description = "GB/T 2260 代码，含下级")
    String region;

    @QueryParam("year")
    @Parameter(description = "批准的年度")
    Integer year;

    PublishedResults.Wanted wanted() {
      return new PublishedResults.Wanted(item, QueryText.regionPrefix(region), year);
    }
  }

  @Schema(description = "一条结果，金额为元；个体工商户和个人的名称、信用代码已遮蔽")
  record ResultBody(
      UUID applicationId,
      String name,
      String creditCode,
      UUID itemId,
      String item,
      String regionName,
      BigDecimal amount,
      BigDecimal paid,
      LocalDate day,
      String stateLabel,
      @Schema(description = "更正") List<ResultStore.Correction> corrections) {}

  record ResultPage(List<ResultBody> items, int total, int page, int pageSize) {}

  record CorrectionRequest(String text) {}

  record EmbargoRequest(@Schema(description = "这一天起公开；null 为取消") LocalDate until) {}

  record EmbargoList(List<ResultStore.Embargo> items) {}

  @GET
  @PermitAll
  @Operation(summary = "兑付结果", description = "批准并公示期满、过了事项公开日的，新的在前；更正保留在原条目下。")
  public ResultPage list(
      @BeanParam Narrowing narrowing,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    PublishedResults.Wanted wanted = narrowing.wanted();
    return new ResultPage(
        results.page(wanted, pageSize, (page - 1L) * pageSize).stream().map(this::body).toList(),
        results.count(wanted),
        page,
        pageSize);
  }

  @POST
  @Path("{applicationId}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "更正一条公开的结果", description = "附在原条目下，不能删除。")
  public ResultPage correct(
      @PathParam("applicationId") UUID application, CorrectionRequest request) {
    results.correct(
        application, request == null ? null : request.text(), Caller.of(identity).name());
    return list(new Narrowing(), 1, 1);
  }

  @GET
  @Path("embargoes")
  @RolesAllowed({Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
  @Operation(summary = "暂不公开结果的事项")
  public EmbargoList embargoes() {
    return new EmbargoList(results.embargoes());
  }

  @PUT
  @Path("embargoes/{itemId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "设定事项结果的公开日")
  public EmbargoList embargo(@PathParam("itemId") UUID item, EmbargoRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 until。");
    }
    results.embargo(item, request.until(), Caller.of(identity).name());
    return embargoes();
  }

  private ResultBody body(PublishedResults.Published one) {
    return new ResultBody(
        one.applicationId(),
        one.name(),
        one.creditCode(),
        one.itemId(),
        one.item(),
        one.region() == null
            ? null
            : gazetteer.byCode(one.region()).map(Place::name).orElse(one.region()),
        one.amount(),
        one.paid(),
        one.day(),
        one.stateLabel(),
        one.corrections());
  }
}
