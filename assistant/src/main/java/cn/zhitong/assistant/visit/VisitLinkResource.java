package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An enterprise answers by the link that it was sent, without a login. */
@Path("/api/visit-links/{token}")
@Tag(name = "回访抽查")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class VisitLinkResource {
  private final Visits visits;

  VisitLinkResource(Visits visits) {
    this.visits = visits;
  }

  /** The questions; nothing of the enterprise. */
  record SheetBody(
      String kindLabel,
      String itemTitle,
      LocalDate closesOn,
      boolean answered,
      List<VisitQuestion> questions) {}

  @Schema(example = "{\"answers\":{\"known\":\"知道\"},\"comment\":\"希望简化材料\"}")
  record AnswerRequest(Map<String, String> answers, String comment) {}

  @GET
  @Operation(summary = "回访问卷", description = "token 来自邀请信。")
  @APIResponse(responseCode = "404", description = "链接无效")
  public SheetBody sheet(@PathParam("token") String token) {
    return body(found(token));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "提交回访问卷", description = "提交后不能更改。")
  @APIResponse(responseCode = "409", description = "已提交，或已过截止日")
  public SheetBody answer(@PathParam("token") String token, AnswerRequest request) {
    VisitStore.Visit visit = found(token);
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 answers。");
    }
    Visits.Result result = new Visits.Result(request.answers(), request.comment(), false);
    return body(visits.tell(visit.id(), result, null));
  }

  private VisitStore.Visit found(String token) {
    return visits.ofLink(token).orElseThrow(() -> new Problem.NotFound("链接无效，请核对是否完整。"));
  }

  private SheetBody body(VisitStore.Visit visit) {
    VisitRound round = visits.required(visit.roundId()).round();
    return new SheetBody(
        round.kind().label(),
        visit.itemTitle(),
        round.closesOn(),
        visit.state() == VisitState.DONE,
        round.questions());
  }
}
