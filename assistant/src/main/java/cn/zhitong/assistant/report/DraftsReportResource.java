package cn.zhitong.assistant.report;

import cn.zhitong.assistant.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of drafts. */
@Path("/api/reports")
@Tag(name = "报表")
@RolesAllowed(Role.SUPERVISOR_CODE)
public class DraftsReportResource {
  private final DraftsStore store;
  private final Reports reports;

  DraftsReportResource(DraftsStore store, Reports reports) {
    this.store = store;
    this.reports = reports;
  }

  @GET
  @Path("/drafts")
  @Operation(summary = "拟答复使用情况", description = "原样发出的比例、改动比例和改动字数，按部门和类别；时间按答复之日。")
  public DraftsReport drafts(@BeanParam ReportResource.Query query) {
    return report(query.period(reports.today()));
  }

  @GET
  @Path("/drafts.{format: csv|xlsx}")
  @Operation(summary = "拟答复使用情况的 CSV 或 XLSX")
  public Response export(
      @PathParam("format") String format, @BeanParam ReportResource.Query query) {
    Period period = query.period(reports.today());
    return DownloadStreams.of("drafts", period, format, report(period).tables());
  }

  private DraftsReport report(Period period) {
    return DraftsReport.of(period, store.sent(period));
  }
}
