package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tags that a published item's conditions name. */
@Path("/api/items/{id}/tags")
@Tag(name = "tags", description = "企业标签：有名字的条件")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ItemTagResource {
  private final Items items;
  private final EnterpriseTags tags;

  ItemTagResource(Items items, EnterpriseTags tags) {
    this.items = items;
    this.tags = tags;
  }

  record NamedTag(String tagId, String name) {}

  @GET
  @Operation(
      summary = "一个事项的条件点到的企业标签",
      description = "事项的条件里有与标签相同的要求（字段、比较、值、期间相同）；在“不得”之下的不算。已发布的事项。")
  @APIResponse(responseCode = "404", description = "没有这个事项，或尚未发布")
  public List<NamedTag> tags(@PathParam("id") String id) {
    return tags.namedBy(published(id).content().tree()).stream()
        .map(tag -> new NamedTag(tag.id().toString(), tag.name()))
        .toList();
  }

  private StoredItem published(String id) {
    return Ids.parse(id)
        .flatMap(items::published)
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的已发布事项。"));
  }
}
