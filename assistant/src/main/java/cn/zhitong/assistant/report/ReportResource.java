package cn.zhitong.assistant.report;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.web.QueryText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What supervisors see. */
@Path("/api/reports")
@Tag(name = "报表")
@RolesAllowed(Role.SUPERVISOR_CODE)
public class ReportResource {
  private final Reports reports;

  ReportResource(Reports reports) {
    this.reports = reports;
  }

  /** Query parameters of every report. */
  public static final class Query {
    @QueryParam("from")
    @Parameter(description = "起始日期，缺省为截止日期前 90 天", example = "2025-07-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "截止日期（含），缺省为今天", example = "2025-09-30")
    String to;

    @QueryParam("department")
    @Parameter(description = "牵头部门名称或编号，缺省为全部")
    String department;

    Period period(LocalDate today) {
      return Period.of(from, to, department, today);
    }
  }

  /** What the report on triage may be narrowed to besides. */
  public static final class TriageQuery {
    @QueryParam("channel")
    @Parameter(description = "渠道，缺省为全部（仅分办准确率）", example = "hotline")
    String channel;

    @QueryParam("model")
    @Parameter(description = "模型版本，缺省为全部（仅分办准确率）", example = "day-one-1")
    String model;
  }

  @GET
  @Path("/triage")
  @Operation(
      summary = "分办准确率",
      description =
          "由人工对分办建议的采纳、改定和退回计算；时间按作出决定之日。blind 是看到建议之前独立作出的决定（比例可配置，缺省 5%），最可信，列在最前；"
              + "其余数字的决定是看着建议作出的，因此偏高。byPeriod 按月，byDepartment、byChannel、byModel 分别按部门、渠道和模型版本；"
              + "returns 是承办单位退回的件数和理由。")
  public TriageReport triage(@BeanParam Query query, @BeanParam TriageQuery which) {
    return triageReport(query, which);
  }

  private TriageReport triageReport(Query query, TriageQuery which) {
    return reports.triage(
        period(query), QueryText.blankToNull(which.channel), QueryText.blankToNull(which.model));
  }

  @GET
  @Path("/deadlines")
  @Operation(summary = "办理时限", description = "按期、超期、临期；时间按提出之日，不含不予受理和撤回。")
  public DeadlinesReport deadlines(@BeanParam Query query) {
    return reports.deadlines(period(query));
  }

  @GET
  @Path("/satisfaction")
  @Operation(summary = "满意度", description = "每件办件以最后一次评价为准；时间按评价之日。")
  public SatisfactionReport satisfaction(@BeanParam Query query) {
    return reports.satisfaction(period(query));
  }

  @GET
  @Path("/{report: triage|deadlines|satisfaction}.{format: csv|xlsx}")
  @Operation(summary = "同一报表的 CSV 或 XLSX")
  @APIResponse(responseCode = "200", description = "CSV 为带 BOM 的 UTF-8；XLSX 每表一页")
  public Response export(
      @PathParam("report") String report,
      @PathParam("format") String format,
      @BeanParam Query query,
      @BeanParam TriageQuery which) {
    Period period = period(query);
    List<ExportTable> tables =
        switch (report) {
          case "triage" -> triageReport(query, which).tables();
          case "deadlines" -> reports.deadlines(period).tables();
          default -> reports.satisfaction(period).tables();
        };
    return DownloadStreams.of(report, period, format, tables);
  }

  private Period period(Query query) {
    return query.period(reports.today());
  }
}
