package cn.zhitong.assistant.casework.rating;

import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.handling.CaseCommandHandler;
import cn.zhitong.assistant.casework.handling.CommandOrigin;
import cn.zhitong.assistant.casework.handling.EventRequest;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.AppealStates;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.view.CaseViewer;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Satisfaction, by a link that was sent with the answer. */
@Path("/api/ratings/{token}")
@Tag(name = "评价")
public class RatingResource {
  private final RatingLinks links;
  private final CaseStore store;
  private final CaseCommandHandler acts;
  private final VisitorLimit limit;
  private final CaseworkConfig config;
  private final SecurityIdentity identity;

  RatingResource(
      RatingLinks links,
      CaseStore store,
      CaseCommandHandler acts,
      VisitorLimit limit,
      CaseworkConfig config,
      SecurityIdentity identity) {
    this.links = links;
    this.store = store;
    this.acts = acts;
    this.limit = limit;
    this.config = config;
    this.identity = identity;
  }

  /** What is rated. */
  public record Rated(
      String number,
      String title,
      String department,
      String reply,
      OffsetDateTime answeredAt,
      Integer score,
      @Schema(description = "现在能否评价") boolean open) {}

  /** A rating. */
  @Schema(example = "{\"score\":5,\"comment\":\"答复很清楚\"}")
  public record Given(
      @Schema(description = "1 很不满意、2 不满意、3 基本满意、4 满意、5 很满意") Integer score, String comment) {}

  @GET
  @Operation(summary = "凭评价链接查看答复", description = "token 是链接中 rate= 之后的部分。")
  @APIResponse(responseCode = "404", description = "链接无效或已过期")
  public Rated rated(@PathParam("token") String token, RoutingContext http) {
    limit.count("lookup", config.lookupsPerMinute(), http.request());
    return view(file(token));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "凭评价链接评价", description = "不满意（1、2 分）转抽查复核。")
  @APIResponse(responseCode = "403", description = "以工作人员身份登录")
  @APIResponse(responseCode = "409", description = "这次答复已经评价过，或办件在重办")
  public Rated rate(
      @PathParam("token") String token,
      @NotNull(message = "请提供评价内容") Given given,
      RoutingContext http) {
    limit.count("lookup", config.lookupsPerMinute(), http.request());
    CaseFile file = file(token);
    Caller caller = Caller.orVisitor(identity);
    if (caller.worksHere()) {
      throw new Problem.Forbidden("评价链接供企业使用；工作人员请退出登录，电话回访的评价请在办件上登记。");
    }
    EventRequest rating = EventRequest.rating(given.score(), given.comment(), file.trackingCode());
    return view(acts.act(file.id(), rating, caller, CommandOrigin.RATING_LINK));
  }

  private CaseFile file(String token) {
    return store.load(links.caseOf(token)).orElseThrow(() -> new Problem.NotFound("评价链接对应的办件不存在。"));
  }

  private static Rated view(CaseFile file) {
    CaseState standing = file.standing();
    return new Rated(
        file.number(),
        file.appeal().title(),
        standing.department() == null ? null : standing.department().name(),
        standing.answeredAt() == null ? null : standing.reply(),
        CaseViewer.time(standing.answeredAt()),
        standing.score(),
        standing.score() == null && AppealStates.TABLE.possible(EventType.RATE, standing.state()));
  }
}
