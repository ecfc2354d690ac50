package cn.zhitong.assistant.report;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The day, the lists, the trends and what to look at again. */
@Path("/api/reports")
@Tag(name = "报表")
@RolesAllowed(Role.SUPERVISOR_CODE)
public class DayReportsResource {
  private static final int LARGEST_PAGE = 200;

  private final DayReports reports;
  private final Gazetteer gazetteer;

  DayReportsResource(DayReports reports, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.reports = reports;
  }

  /** Query parameters of a day's reports. */
  public static final class DayQuery {
    @QueryParam("date")
    @Parameter(description = "日期，缺省为今天", example = "2025-09-26")
    String date;

    @QueryParam("department")
    @Parameter(description = "牵头部门名称或编号，缺省为全部")
    String department;

    Period day(LocalDate today) {
      return Period.day(DayReportsResource.date(date, today), department);
    }
  }

  @GET
  @Path("/today")
  @Operation(summary = "今日数字", description = "当日收到、确定、派单、退回、答复、办结、满意率，和截至当日的在办、超期、临期；date 可取过去某日。")
  public DayFigures today(@BeanParam DayQuery query) {
    return reports.figures(query.day(reports.today()));
  }

  @GET
  @Path("/daily")
  @Operation(
      summary = "一日一报告",
      description = "当日数字与前一日对比、超期和临期办件、近 30 天热点和苗头、含紧急或群体等词的来件。标题中的个人信息已隐去。")
  public DailyReport daily(@BeanParam DayQuery query) {
    return reports.daily(query.day(reports.today()));
  }

  @GET
  @Path("/daily.txt")
  @Produces("text/plain;charset=UTF-8")
  @Operation(summary = "一日一报告的公文式文本", description = "可直接打印或粘贴。")
  public String dailyText(@BeanParam DayQuery query) {
    return DailyText.of(reports.daily(query.day(reports.today())));
  }

  @GET
  @Path("/lists")
  @Operation(
      summary = "三张清单",
      description =
          "重点企业（期间三件以上、超期、不满意或已督办）、企业需求（未答复的诉求和建议）、" + "协调任务（退回过、涉及多部门、超期、催办或督办的未答复办件）；时间按提出之日。")
  public ListsReport lists(@BeanParam ReportResource.Query query) {
    return reports.lists(period(query));
  }

  @GET
  @Path("/trends")
  @Operation(summary = "趋势", description = "采纳率、类别和部门准确率按作出决定之日，按期率按提出之日，满意率按评价之日。")
  public TrendsReport trends(
      @BeanParam ReportResource.Query query,
      @QueryParam("step") @Parameter(description = "day、week（缺省）或 month", example = "week")
          String step) {
    return reports.trends(period(query), TrendsReport.Step.of(step));
  }

  @GET
  @Path("/low-confidence")
  @Operation(
      summary = "低置信复核",
      description = "分办建议弃权或有疑点的来件，尚未由人工确定的在前，最没有把握的在前；undecided=true 只列未确定的。")
  public LowConfidenceReport lowConfidence(
      @BeanParam ReportResource.Query query,
      @QueryParam("undecided") @DefaultValue("false") boolean undecided,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > LARGEST_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 起，pageSize 为 1 至 " + LARGEST_PAGE + "。");
    }
    return LowConfidenceReport.of(reports.lowConfidence(period(query), undecided), page, pageSize);
  }

  @GET
  @Path("/{report: daily|lists|trends|low-confidence}.{format: csv|xlsx}")
  @Operation(summary = "日报、清单、趋势、复核的 CSV 或 XLSX")
  @APIResponse(responseCode = "200", description = "CSV 为带 BOM 的 UTF-8；XLSX 每表一页")
  public Response export(
      @PathParam("report") String report,
      @PathParam("format") String format,
      @BeanParam ReportResource.Query query,
      @QueryParam("date") String date,
      @QueryParam("step") String step) {
    LocalDate today = reports.today();
    Period period =
        report.equals("daily")
            ? Period.day(date(date, today), query.department)
            : query.period(today);
    List<ExportTable> tables =
        switch (report) {
          case "daily" -> reports.daily(period).tables();
          case "lists" -> reports.lists(period).tables(gazetteer);
          case "trends" -> reports.trends(period, TrendsReport.Step.of(step)).tables();
          default -> LowConfidenceReport.tables(reports.lowConfidence(period, false));
        };
    return DownloadStreams.of(report, period, format, tables);
  }

  private Period period(ReportResource.Query query) {
    return query.period(reports.today());
  }

  private static LocalDate date(String text, LocalDate today) {
    try {
      return text == null || text.isBlank() ? today : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest("date（日期）请写成 2025-09-26 这样的形式。");
    }
  }
}
