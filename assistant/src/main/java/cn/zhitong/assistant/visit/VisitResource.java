package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers write down of a call. */
@Path("/api/visits/{id}")
@Tag(name = "回访抽查")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENT_CODE)
class VisitResource {
  private final Visits visits;
  private final SecurityIdentity identity;

  VisitResource(Visits visits, SecurityIdentity identity) {
    this.visits = visits;
    this.identity = identity;
  }

  @Schema(
      example =
          "{\"answers\":{\"known\":\"知道\",\"applied\":\"已申报\",\"paid\":\"按时\","
              + "\"satisfied\":\"满意\"}}")
  record ResultRequest(
      @Schema(description = "题的 key → 所选项") Map<String, String> answers,
      String comment,
      @Schema(description = "true：联系不上，不填答案；以后还可以登记") Boolean unreachable) {}

  @Schema(example = "{\"text\":\"企业反映资金超过承诺时间没有到账。\"}")
  record FollowUpRequest(String text) {}

  record VisitBody(UUID visitId, String state, String stateLabel, UUID caseId, String number) {
    static VisitBody of(VisitStore.Visit one) {
      return new VisitBody(
          one.id(), one.state().code(), one.state().label(), one.caseId(), one.caseNumber());
    }
  }

  @POST
  @Path("result")
  @Operation(summary = "登记回访结果", description = "登记后不能更改。")
  @APIResponse(responseCode = "409", description = "已登记，或已过截止日")
  public VisitBody tell(@PathParam("id") UUID id, ResultRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 answers 或 unreachable。");
    }
    Visits.Result result =
        new Visits.Result(
            request.answers(), request.comment(), Boolean.TRUE.equals(request.unreachable()));
    return VisitBody.of(visits.tell(id, result, Caller.of(identity).name()));
  }

  @POST
  @Path("follow-up")
  @Operation(summary = "把反映的问题立为办件", description = "按来件受理、分办；一家一次。")
  @APIResponse(responseCode = "409", description = "已立过办件")
  public VisitBody followUp(@PathParam("id") UUID id, FollowUpRequest request) {
    return VisitBody.of(visits.followUp(id, request == null ? null : request.text()));
  }
}
