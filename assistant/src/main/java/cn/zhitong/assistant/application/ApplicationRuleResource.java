package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
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
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How applications for an item are handled. */
@Path("/api/applications/rules")
@Tag(name = "申报")
@Produces(MediaType.APPLICATION_JSON)
class ApplicationRuleResource {
  private static final int MOST_STEPS = 10;
  private static final int MOST_DAYS = 365;
  private static final int MOST_PUBLIC_DAYS = 60;
  private static final int LONGEST = 500;

  private final ApplicationRuleStore rules;
  private final ReviewPlans plans;
  private final Items items;
  private final Catalogue catalogue;
  private final SecurityIdentity identity;
  private final Clock clock;

  ApplicationRuleResource(
      ApplicationRuleStore rules,
      ReviewPlans plans,
      Items items,
      Catalogue catalogue,
      SecurityIdentity identity,
      Clock clock) {
    this.rules = rules;
    this.plans = plans;
    this.items = items;
    this.catalogue = catalogue;
    this.identity = identity;
    this.clock = clock;
  }

  @Schema(example = "{\"steps\":[\"区经信局\",\"市经信局\"],\"workingDays\":20,\"publicityDays\":7}")
  record RuleBody(
      @Schema(description = "依次审核的部门；空为事项的办理部门") List<String> steps,
      @Schema(description = "受理时限，工作日；缺省按设置，下同") Integer acceptDays,
      @Schema(description = "从受理到拨付，工作日") Integer workingDays,
      @Schema(description = "公示天数，0 为不公示") Integer publicityDays,
      @Schema(description = "公示按日历日；缺省按工作日") Boolean calendarDays,
      @Schema(description = "批准金额上限，元；缺省从事项的金额中读取") BigDecimal capYuan,
      @Schema(description = "驳回时告知的救济途径") String objectionWay) {}

  /** What holds for applications that are made now. */
  record PlanBody(
      UUID itemId,
      String department,
      List<String> steps,
      int acceptDays,
      int workingDays,
      int publicityDays,
      boolean calendarDays,
      BigDecimal capYuan,
      String objectionWay) {}

  @GET
  @Path("{itemId}")
  @RolesAllowed({
    Role.PUBLISHER_CODE,
    Role.HANDLER_CODE,
    Role.AGENT_CODE,
    Role.SUPERVISOR_CODE,
    Role.ADMINISTRATOR_CODE,
    Role.INSPECTOR_CODE
  })
  @Operation(summary = "一个事项的办理规则", description = "现在提交的申报适用的审核步骤、时限、公示和金额上限。")
  public PlanBody rule(@PathParam("itemId") UUID itemId) {
    StoredItem item = item(itemId);
    ReviewPlan plan = plans.of(item);
    return new PlanBody(
        itemId,
        plan.department(),
        plan.steps(),
        plan.acceptDays(),
        plan.workingDays(),
        plan.publicityDays(),
        plan.calendarDays(),
        Yuan.of(plan.capFen()),
        plan.objectionWay());
  }

  @PUT
  @Path("{itemId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "设定一个事项的办理规则", description = "整条替换；已经提交的申报仍按提交时的规则办理。")
  @APIResponse(responseCode = "404", description = "没有这个事项")
  public PlanBody put(@PathParam("itemId") UUID itemId, RuleBody body) {
    item(itemId);
    if (body == null) {
      throw new Problem.InvalidRequest("请求体为空，请给出规则；不填的项按设置。");
    }
    List<String> steps = body.steps() == null ? List.of() : body.steps();
    requireSteps(steps);
    requireDays(body.acceptDays(), 1, MOST_DAYS, "acceptDays");
    requireDays(body.workingDays(), 1, MOST_DAYS, "workingDays");
    requireDays(body.publicityDays(), 0, MOST_PUBLIC_DAYS, "publicityDays");
    ApplicationRule rule =
        new ApplicationRule(
            itemId,
            steps.stream().map(String::strip).toList(),
            body.acceptDays(),
            body.workingDays(),
            body.publicityDays(),
            Boolean.TRUE.equals(body.calendarDays()),
            body.capYuan() == null ? null : Yuan.fen(body.capYuan(), "capYuan"),
            PlainText.optional(body.objectionWay(), "objectionWay", LONGEST));
    rules.put(rule, Caller.of(identity).name(), clock.instant());
    return rule(itemId);
  }

  private StoredItem item(UUID id) {
    return items.item(id).orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的事项。"));
  }

  private void requireSteps(List<String> steps) {
    if (steps.size() > MOST_STEPS) {
      throw new Problem.InvalidRequest("steps：最多 " + MOST_STEPS + " 步。");
    }
    for (String step : steps) {
      boolean known =
          step != null
              && !step.isBlank()
              && (catalogue.all().isEmpty() || catalogue.byName(step.strip()).isPresent());
      if (!known) {
        throw new Problem.InvalidRequest("steps：部门目录中没有“" + step + "”，请按目录中的名称填写。");
      }
    }
  }

  private static void requireDays(Integer days, int least, int most, String field) {
    if (days != null && (days < least || days > most)) {
      throw new Problem.InvalidRequest(field + "：应为 " + least + " 到 " + most + "。");
    }
  }
}
