package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of departments. */
@Path("/api/departments")
@Tag(name = "departments", description = "部门目录")
@Produces(MediaType.APPLICATION_JSON)
class DepartmentResource {
  private final Catalogue catalogue;

  DepartmentResource(Catalogue catalogue) {
    this.catalogue = catalogue;
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
          d.duties());
    }
  }

  record Loaded(int departments) {}

  @GET
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.SUPERVISOR_CODE,
    Role.ADMINISTRATOR_CODE
  })
  @Operation(summary = "全部部门")
  public DepartmentList list() {
    List<DepartmentBody> items = catalogue.all().stream().map(DepartmentBody::of).toList();
    return new DepartmentList(items, items.size(), 1, items.size());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.SUPERVISOR_CODE,
    Role.ADMINISTRATOR_CODE
  })
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
              + "按 id 新增或替换，整个文件要么全部生效，要么都不生效。")
  public Loaded load(InputStream file) {
    try {
      return new Loaded(catalogue.load(file));
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }
}
