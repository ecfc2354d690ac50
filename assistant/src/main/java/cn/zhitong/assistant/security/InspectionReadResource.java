package cn.zhitong.assistant.security;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.text.Coded;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What inspectors looked at. */
@Path("/api/inspection/reads")
@Tag(name = "审计")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUPERVISOR_CODE)
class InspectionReadResource {
  private static final int MAX_PAGE = 500;

  private final InspectionReads reads;

  InspectionReadResource(InspectionReads reads) {
    this.reads = reads;
  }

  record ReadingBody(
      OffsetDateTime at,
      String actor,
      String actorName,
      String address,
      String what,
      String whatLabel) {}

  record ReadingPage(List<ReadingBody> items, long total, int page, int pageSize) {}

  @GET
  @Operation(summary = "纪检监督的查阅记录", description = "谁、何时、看了什么；最近的在前。")
  public ReadingPage list(
      @Parameter(description = "起始日期，含当日") @QueryParam("from") String from,
      @Parameter(description = "截止日期，含当日") @QueryParam("to") String to,
      @QueryParam("actor") String actor,
      @Parameter(description = "applications、payments、direct_lists、results、reports、other")
          @QueryParam("what")
          String what,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    InspectionReadStore.Filter filter =
        new InspectionReadStore.Filter(
            QueryText.startOfDay(from, "from", 0),
            QueryText.startOfDay(to, "to", 1),
            QueryText.blankToNull(actor),
            subject(QueryText.blankToNull(what)));
    List<ReadingBody> items =
        reads.page(filter, pageSize, (page - 1L) * pageSize).stream()
            .map(
                one ->
                    new ReadingBody(
                        one.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
                        one.actor(),
                        one.actorName(),
                        one.address(),
                        one.subject().code(),
                        one.subject().label()))
            .toList();
    return new ReadingPage(items, reads.count(filter), page, pageSize);
  }

  private static InspectionReads.Subject subject(String code) {
    return code == null
        ? null
        : Coded.find(InspectionReads.Subject.class, code)
            .orElseThrow(() -> new Problem.InvalidRequest("what：没有“" + code + "”。"));
  }
}
