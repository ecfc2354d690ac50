package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.tables.Export;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published items for other programs: one as DMN, all of them as a table. */
@Path("/api/items")
@Tag(name = "items", description = "事项库")
@PermitAll
class ItemExportResource {
  private static final List<String> HEADER =
      List.of(
          "事项编号", "事项", "方式", "种类", "部门", "金额", "申报期", "条件序号", "条件", "字段", "比较", "值", "单位", "期间",
          "强度", "判断方式", "原文");

  private final Items items;
  private final ItemLibrary library;
  private final ConditionWords words;
  private final Clock clock;

  ItemExportResource(Items items, ItemLibrary library, ConditionWords words, Clock clock) {
    this.items = items;
    this.library = library;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @Path("{id}/model.dmn")
  @Operation(
      summary = "事项的条件（DMN 1.5）",
      description = "一个决策 met，FEEL 表达式；已发布的事项。输入没有数据时给 null，结果为 null 即待核实。")
  public Response dmn(@PathParam("id") String id) {
    StoredItem item = items.published(uuid(id)).orElseThrow(() -> notFound(id));
    return Response.ok(DmnExport.of(item))
        .type("application/xml;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=item-" + item.id() + ".dmn")
        .build();
  }

  @GET
  @Path("items.{format: csv|xlsx}")
  @Operation(summary = "全部已发布事项及其条件（CSV 或 XLSX）", description = "一行一个条件。")
  public Response table(@PathParam("format") String format) {
    List<List<Object>> rows = new ArrayList<>();
    for (ItemLibrary.Published published : library.on(LocalDate.now(clock))) {
      List<ConditionLeaf> leaves = ConditionLeaves.of(published.tree());
      for (int i = 0; i < leaves.size(); i++) {
        rows.add(row(published.item(), i, leaves.get(i)));
      }
    }
    List<ExportTable> tables = List.of(new ExportTable("事项", HEADER, rows));
    boolean csv = "csv".equals(format);
    return Response.ok(csv ? Export.csv(tables) : Export.xlsx(tables))
        .type(
            csv
                ? "text/csv;charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("Content-Disposition", "attachment; filename=items." + format)
        .build();
  }

  private List<Object> row(StoredItem item, int index, ConditionLeaf leaf) {
    ItemContent content = item.content();
    return ExportTable.row(
        item.id().toString(),
        content.title(),
        content.mode(),
        content.kind(),
        content.department(),
        content.amount(),
        content.window() == null ? null : content.window().text(),
        index + 1,
        words.of(leaf),
        leaf.field(),
        leaf.op() == null ? null : leaf.op().code(),
        String.join("、", leaf.values().stream().map(value -> value.text()).toList()),
        leaf.unit(),
        leaf.period() == null ? null : leaf.period().code(),
        leaf.strength().code(),
        leaf.mode().code(),
        leaf.quote());
  }

  private static UUID uuid(String id) {
    return Ids.parse(id).orElseThrow(() -> notFound(id));
  }

  private static Problem.NotFound notFound(String id) {
    return new Problem.NotFound("没有编号为 " + id + " 的已发布事项。");
  }
}
