package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items against a file: what an enterprise can have, and why. */
@Path("/api/enterprises/{creditCode}/matches")
@Tag(name = "matching", description = "政策匹配")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.AGENT_CODE,
  Role.HANDLER_CODE,
  Role.PUBLISHER_CODE,
  Role.ADMINISTRATOR_CODE,
  Role.ENTERPRISE_CODE
})
class MatchResource {
  private final MatchViews views;
  private final SecurityIdentity identity;

  MatchResource(MatchViews views, SecurityIdentity identity) {
    this.views = views;
    this.identity = identity;
  }

  @GET
  @Operation(
      summary = "一家企业与全部事项的匹配",
      description = "asOf 默认今天；outcome 为 met、not_met、unknown 之一。申报期与是否符合分开说。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案")
  public MatchViews.MatchList matches(
      @PathParam("creditCode") String creditCode,
      @QueryParam("asOf") String asOf,
      @QueryParam("outcome") String outcome,
      @QueryParam("reason") String reason) {
    return views.matches(Caller.of(identity), creditCode, asOf, outcome, reason);
  }

  @GET
  @Path("{itemId}")
  @Operation(summary = "一家企业与一个事项：逐条说明", description = "条件树的每一条带 index、outcome、reason 和所依据的 facts。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案，或没有这个事项")
  public MatchViews.Explanation explanation(
      @PathParam("creditCode") String creditCode,
      @PathParam("itemId") String itemId,
      @QueryParam("asOf") String asOf,
      @QueryParam("reason") String reason) {
    return views.explanation(Caller.of(identity), creditCode, itemId, asOf, reason);
  }
}
