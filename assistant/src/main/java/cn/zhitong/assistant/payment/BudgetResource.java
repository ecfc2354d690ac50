package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budgets of items and their use. */
@Path("/api/payments/budgets")
@Tag(name = "拨付")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
class BudgetResource {
  private final Budgets budgets;
  private final PaymentRights rights;
  private final SecurityIdentity identity;

  BudgetResource(Budgets budgets, PaymentRights rights, SecurityIdentity identity) {
    this.budgets = budgets;
    this.rights = rights;
    this.identity = identity;
  }

  @Schema(example = "{\"year\":2026,\"amount\":5000000}")
  record BudgetRequest(Integer year, @Schema(description = "元") BigDecimal amount) {}

  record BudgetList(List<Budgets.Budget> items, List<String> warnings) {}

  @GET
  @Operation(
      summary = "预算和使用",
      description =
          "按事项和年度，单位元：budget 预算、approved 已批准、paid 已拨付、left 预算减已拨付、unpromised 预算减已批准；超预算的有 warning。")
  public BudgetList list(@QueryParam("year") Integer year) {
    List<Budgets.Budget> items = budgets.all(year, rights.seeing(Caller.of(identity)));
    return new BudgetList(items, Budgets.warnings(items));
  }

  @PUT
  @Path("{itemId}")
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "设定一个事项的年度预算", description = "再次设定为更改；单位元。")
  public BudgetList put(@PathParam("itemId") UUID item, BudgetRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 year 和 amount。");
    }
    budgets.put(item, request.year(), request.amount(), Caller.of(identity).name());
    return list(request.year());
  }
}
