package cn.zhitong.assistant.department;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of departments: all staff read it, supervisors load it. */
@Path("/api/departments")
@Tag(name = "departments", description = "部门目录")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.AGENT_CODE,
  Role.HANDLER_CODE,
  Role.PUBLISHER_CODE,
  Role.SUPERVISOR_CODE,
  Role.ADMINISTRATOR_CODE
})
class DepartmentResource {
  /** Some years of 机构改革. */
  private static final int MOST_REFORMS = 200;

  private final Catalogue catalogue;
  private final SecurityIdentity identity;

  DepartmentResource(Catalogue catalogue, SecurityIdentity identity) {
    this.catalogue = catalogue;
    this.identity = identity;
  }

  record DepartmentList(List<DepartmentBody> items, int total, int page, int pageSize) {}

  /** A department as the API shows it; the level by its code. */
  record DepartmentBody(
      String id,
      String name,
      List<String> shortNames,
      List<String> formerNames,
      String level,
      String region,
      String parent,
      String hotline,
      String successor,
      List<Department.Duty> duties) {
    static DepartmentBody of(Department d) {
      return new DepartmentBody(
          d.id(),
          d.name(),
          d.shortNames(),
          d.formerNames(),
          d.level() == null ? null : d.level().code(),
          d.region(),
          d.parent(),
          d.hotline(),
          d.successor(),
          d.duties());
    }
  }

  record Loaded(int departments) {}

  record ChangeList(List<DepartmentStore.Change> items, int total, int page, int pageSize) {}

  @GET
  @Operation(summary = "全部部门")
  public DepartmentList list() {
    List<DepartmentBody> items = catalogue.all().stream().map(DepartmentBody::of).toList();
    return new DepartmentList(items, items.size(), 1, items.size());
  }

  @GET
  @Path("/changes")
  @Operation(
      summary = "部门更名和合并的记录",
      description = "全部部门最近 200 次：renamed 更名、merged 并入其他部门、restored 恢复。")
  public ChangeList reforms() {
    List<DepartmentStore.Change> items = catalogue.reforms(MOST_REFORMS);
    return new ChangeList(items, items.size(), 1, MOST_REFORMS);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "一个部门")
  public DepartmentBody one(@PathParam("id") String id) {
    return catalogue
        .byId(id)
        .map(DepartmentBody::of)
        .orElseThrow(() -> new Problem.NotFound("部门目录中没有编号 " + id + "。"));
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
  @RolesAllowed({Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(
      summary = "导入部门目录",
      description =
          "YAML 或 JSON：departments: [{id, name, shortNames, formerNames, level, region, parent, hotline, duties}]。"
              + "也可提交 CSV（text/csv）或 XLSX，列名用英文字段名或 编号、名称、简称、曾用名、层级、行政区划、上级、电话、并入、职责。"
              + "按 id 新增或替换，整个文件要么全部生效，要么都不生效；有误时 errors 逐行列出。"
              + "同一 id 换了名称即更名，原名称自动记为曾用名；successor（并入）写明机构改革后由哪个部门承接，历史来件据此推荐承接部门。")
  @APIResponse(responseCode = "400", description = "有误的行在 errors 中逐一列出：{row, field, problem}")
  public Loaded load(InputStream file) {
    return loaded(() -> catalogue.load(file, Caller.of(identity).name()));
  }

  @POST
  @Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
  @RolesAllowed({Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(hidden = true)
  public Loaded loadTable(InputStream file) {
    return loaded(() -> catalogue.loadTable(file, Caller.of(identity).name()));
  }

  @GET
  @Path("/{id}/changes")
  @Operation(
      summary = "一个部门的沿革",
      description = "按时间倒序：added 新增、renamed 更名、merged 并入其他部门、restored 恢复；更名前的名称自动记为曾用名。")
  public ChangeList changes(@PathParam("id") String id) {
    one(id);
    List<DepartmentStore.Change> items = catalogue.changes(id);
    return new ChangeList(items, items.size(), 1, items.size());
  }

  private static Loaded loaded(java.util.function.IntSupplier load) {
    try {
      return new Loaded(load.getAsInt());
    } catch (CatalogueErrors e) {
      throw new Problem.InvalidRequest(e.getMessage(), Map.of("errors", e.errors()));
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }
}
