package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What offices see of all items at once, and of conditions that are still being written. */
@Path("/api/matching")
@Tag(name = "matching", description = "政策匹配")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
class MatchBoardResource {
  private final Reach reach;
  private final MatchBoard board;
  private final MatchQuery query;

  MatchBoardResource(Reach reach, MatchBoard board, MatchQuery query) {
    this.reach = reach;
    this.board = board;
    this.query = query;
  }

  /** A tree that need not be stored. */
  record ReachRequest(JsonNode conditions, String asOf, String tag) {}

  @POST
  @Path("reach")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "一组条件惠及多少企业", description = "编辑时看未保存的条件；不存储。给 tag（标签编号）时只数确实具有该标签的企业。")
  public Reach.ReachBody reach(ReachRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 conditions。");
    }
    try {
      Condition tree = ConditionCodec.read(request.conditions());
      return reach.of(tree, null, query.tag(request.tag()), query.day(request.asOf()));
    } catch (InvalidCondition e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }

  @GET
  @Path("board")
  @Operation(
      summary = "匹配看板",
      description = "每个事项三种结果的企业数、缺得最多的数据、三个月内到期的事项。给 tag（标签编号）时只数确实具有该标签的企业。")
  public MatchBoard.Board board(@QueryParam("asOf") String asOf, @QueryParam("tag") String tag) {
    return board.on(query.day(asOf), query.tag(tag));
  }
}
