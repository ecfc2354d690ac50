package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.report.DownloadStreams;
import cn.zhitong.assistant.report.Period;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.WordDocument;
import cn.zhitong.assistant.web.QueryText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 领导驾驶舱. */
@Path("/api/cockpit")
@Tag(name = "领导驾驶舱")
@RolesAllowed({Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
class CockpitResource {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Cockpit cockpit;
  private final Effect effect;
  private final Clock clock;

  CockpitResource(Cockpit cockpit, Effect effect, Clock clock) {
    this.cockpit = cockpit;
    this.effect = effect;
    this.clock = clock;
  }

  /** What narrows it. */
  static class Narrowing {
    @QueryParam("from")
    @Parameter(description = "首日，缺省为近 90 天")
    String from;

    @QueryParam("to")
    @Parameter(description = "末日，缺省为今天")
    String to;

    @QueryParam("itemId")
    UUID itemId;

    @QueryParam("region")
    @Parameter(description = "GB/T 2260 代码，含下级")
    String region;

    @QueryParam("industry")
    @Parameter(description = "GB/T 4754 门类或代码")
    String industry;

    @QueryParam("scale")
    @Parameter(description = "大型、中型、小型、微型")
    String scale;

    CockpitQuery query(LocalDate today) {
      return new CockpitQuery(
          Period.of(from, to, null, today),
          itemId,
          QueryText.region(region),
          QueryText.blankToNull(industry),
          QueryText.blankToNull(scale));
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "从惠及到兑付",
      description =
          "以“企业×事项”计：reach 今天符合条件的，pushed 期间推送的，opened 其中已读的，applied 期间提交的申报，approved、paid"
              + " 其中已批准、已兑付的；takeUp 为今天符合条件的之中期间已申报的份额（Wilson 95% 区间）。"
              + "金额为万元，精确到分；medianDays、mostDays 为从申报到账的天数（中位、九成），inTime 按期拨付率（分期的逐笔计）。企业名称遮蔽。")
  public Cockpit.Figures cockpit(@BeanParam Narrowing narrowing) {
    Cockpit.Figures figures = cockpit.of(narrowing.query(LocalDate.now(clock)));
    return figures.masked();
  }

  @GET
  @Path("effect")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "兑付前后的数字",
      description = "field 的两个年度，已兑付的企业与符合条件而没有兑付的企业的中位数；不足 5 家不显示。不能证明因果。")
  @APIResponse(responseCode = "400", description = "字段不是年度数字，或年度不对")
  public Effect.Comparison effect(
      @BeanParam Narrowing narrowing,
      @QueryParam("field") String field,
      @QueryParam("before") int before,
      @QueryParam("after") int after) {
    return effect.of(narrowing.query(LocalDate.now(clock)), String.valueOf(field), before, after);
  }

  @GET
  @Path("notice.docx")
  @Operation(summary = "季度通报（Word）", description = "公文样式的文字和各表。")
  public Response noticeText(@BeanParam Narrowing narrowing) {
    Cockpit.Figures figures = cockpit.of(narrowing.query(LocalDate.now(clock)));
    QuarterlyNotice notice = new QuarterlyNotice(figures);
    return Response.ok(WordDocument.of(notice.title(), notice.paragraphs(), notice.tables()))
        .type(DOCX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + fileName(figures) + ".docx\"")
        .build();
  }

  @GET
  @Path("notice.xlsx")
  @Operation(summary = "季度通报（表）", description = "一个维度一张表。")
  public Response noticeTables(@BeanParam Narrowing narrowing) {
    Cockpit.Figures figures = cockpit.of(narrowing.query(LocalDate.now(clock)));
    return DownloadStreams.of(fileName(figures), "xlsx", new QuarterlyNotice(figures).tables());
  }

  private static String fileName(Cockpit.Figures figures) {
    return "notice-" + figures.from() + "-" + figures.to();
  }
}
