package cn.zhitong.assistant.report;

import cn.zhitong.assistant.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What many appeals are about. */
@Path("/api/reports")
@Tag(name = "报表")
@RolesAllowed(Role.SUPERVISOR_CODE)
public class HotIssuesResource {
  private final HotIssues issues;
  private final Reports reports;

  HotIssuesResource(HotIssues issues, Reports reports) {
    this.issues = issues;
    this.reports = reports;
  }

  @GET
  @Path("/hot-issues")
  @Operation(
      summary = "热点问题",
      description =
          "把期间内说同一件事的来件归为一类，按集中程度和件数排序，最多 20 类；时间按提出之日，不含撤回。"
              + "marks 标注：苗头性（此前少见、集中出现在期末）、普遍性（涉及三个以上地区，或三分之二以上的周都有）。"
              + "trend.previous 是此前同样长时间内的同类件数。标题和摘录中的个人信息已隐去。")
  public HotIssuesReport hotIssues(@BeanParam ReportResource.Query query) {
    return issues.report(period(query));
  }

  @GET
  @Path("/hot-issues.{format: csv|xlsx}")
  @Operation(summary = "热点问题的 CSV 或 XLSX")
  @APIResponse(responseCode = "200", description = "CSV 为带 BOM 的 UTF-8；XLSX 每表一页")
  public Response export(
      @PathParam("format") String format, @BeanParam ReportResource.Query query) {
    Period period = period(query);
    return DownloadStreams.of("hot-issues", period, format, issues.report(period).tables());
  }

  private Period period(ReportResource.Query query) {
    return query.period(reports.today());
  }
}
