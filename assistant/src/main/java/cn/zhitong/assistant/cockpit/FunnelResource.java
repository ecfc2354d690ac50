package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.matching.enterprise.EnterpriseMask;
import cn.zhitong.assistant.report.Period;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.text.Coded;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way from match to money, by one dimension. */
@Path("/api/reports/funnel")
@Tag(name = "领导驾驶舱")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
class FunnelResource {
  private static final int PAGE_SIZE = 100;

  /** The contract's word for what files call scale. */
  private static final String SIZE = "size";

  private final Cockpit cockpit;
  private final SecurityIdentity identity;
  private final Clock clock;

  FunnelResource(Cockpit cockpit, SecurityIdentity identity, Clock clock) {
    this.cockpit = cockpit;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * The stages of a time.
   *
   * @param silent enterprises that meet something and applied for nothing
   */
  record Funnel(
      LocalDate from,
      LocalDate to,
      LocalDate reachOn,
      String by,
      StageCounts.Row total,
      List<StageCounts.Row> rows,
      int reached,
      int silent) {}

  record SilentPage(List<Cockpit.Silent> items, int total, int page, int pageSize) {}

  @GET
  @Operation(
      summary = "从符合到兑付的漏斗",
      description =
          "以“企业×事项”计：reach 今天符合条件的，pushed、opened 期间推送和已读的，applied 期间提交（未撤回）的申报，approved、paid"
              + " 其中已批准、已拨付的；金额为万元，精确到分；medianDays、mostDays 为从申报到账的天数（中位、九成），inTime 按期拨付率（分期的逐笔计）、takeUp"
              + " 申报率，附 Wilson 95% 区间。by：item、region、industry、size、month。")
  public Funnel funnel(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("item") UUID item,
      @QueryParam("region") String region,
      @Parameter(description = "item、region、industry、size、month")
          @QueryParam("by")
          @DefaultValue("item")
          String by) {
    Dimension dimension =
        Coded.find(Dimension.class, by.equals(SIZE) ? Dimension.SCALE.code() : by)
            .orElseThrow(
                () -> new Problem.InvalidRequest("by：应为 item、region、industry、size 或 month。"));
    Cockpit.Figures figures = cockpit.of(query(from, to, item, region));
    return new Funnel(
        figures.from(),
        figures.to(),
        figures.reachOn(),
        by,
        figures.total(),
        rows(figures, dimension),
        figures.reached(),
        figures.silent());
  }

  @GET
  @Path("silent")
  @Operation(
      summary = "符合条件而从未申报的企业",
      description = "期间没有申报任何事项的，符合事项多的在前，每页 100 家；名称只对发布员和管理员完整显示。")
  public SilentPage silent(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("item") UUID item,
      @QueryParam("region") String region,
      @QueryParam("page") @DefaultValue("1") int page) {
    if (page < 1) {
      throw new Problem.InvalidRequest("page：从 1 开始。");
    }
    List<Cockpit.Silent> all = cockpit.silent(query(from, to, item, region));
    boolean keeper = Caller.of(identity).has(Role.PUBLISHER);
    int start = (int) Math.min(all.size(), (page - 1L) * PAGE_SIZE);
    return new SilentPage(
        all.subList(start, Math.min(all.size(), start + PAGE_SIZE)).stream()
            .map(one -> keeper ? one : masked(one))
            .toList(),
        all.size(),
        page,
        PAGE_SIZE);
  }

  private static Cockpit.Silent masked(Cockpit.Silent one) {
    return new Cockpit.Silent(
        EnterpriseMask.code(one.creditCode()), EnterpriseMask.name(one.name()), one.items());
  }

  private CockpitQuery query(String from, String to, UUID item, String region) {
    return new CockpitQuery(
        Period.of(from, to, null, LocalDate.now(clock)),
        item,
        QueryText.region(region),
        null,
        null);
  }

  private static List<StageCounts.Row> rows(Cockpit.Figures figures, Dimension dimension) {
    return switch (dimension) {
      case ITEM -> figures.byItem();
      case REGION -> figures.byRegion();
      case INDUSTRY -> figures.byIndustry();
      case SCALE -> figures.byScale();
      case MONTH -> figures.byMonth();
    };
  }
}
