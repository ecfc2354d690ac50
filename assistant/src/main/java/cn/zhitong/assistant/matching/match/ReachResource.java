package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom an item reaches, before and after it is published. */
@Path("/api/items/{id}/reach")
@Tag(name = "matching", description = "政策匹配")
@Produces(MediaType.APPLICATION_JSON)
class ReachResource {
  private final Reach reach;
  private final Items items;
  private final MatchQuery query;

  ReachResource(Reach reach, Items items, MatchQuery query) {
    this.reach = reach;
    this.items = items;
    this.query = query;
  }

  @GET
  @RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(
      summary = "一个事项惠及多少企业",
      description = "三种结果的企业数，按地区、行业、规模，和缺得最多的数据；发布前也可看。给 tag（标签编号）时只数确实具有该标签的企业。")
  public Reach.ReachBody reach(
      @PathParam("id") String id, @QueryParam("asOf") String asOf, @QueryParam("tag") String tag) {
    StoredItem item = newest(id);
    return reach.of(item.content().tree(), item, query.tag(tag), query.day(asOf));
  }

  private StoredItem newest(String id) {
    return Ids.parse(id)
        .flatMap(items::item)
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的事项。"));
  }
}
