package cn.zhitong.assistant.security;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who read personal data. */
@Path("/api/audit")
@Tag(name = "审计")
@RolesAllowed(Role.ADMINISTRATOR_CODE)
public class AuditResource {
  private static final int MAX_PAGE = 500;

  private final PersonalReads reads;

  AuditResource(PersonalReads reads) {
    this.reads = reads;
  }

  public record ReadBody(
      OffsetDateTime at,
      String actor,
      String actorName,
      UUID caseId,
      String what,
      String whatLabel) {}

  public record ReadPage(List<ReadBody> items, long total, int page, int pageSize) {}

  @GET
  @Path("/reads")
  @Operation(summary = "个人信息查阅记录", description = "谁、何时、看了哪一件的什么；最近的在前。保存期限由配置决定。")
  public ReadPage list(
      @Parameter(description = "起始日期，含当日", example = "2025-09-01") @QueryParam("from") String from,
      @Parameter(description = "截止日期，含当日") @QueryParam("to") String to,
      @Parameter(description = "账号；接口密钥为 key:名称，系统令牌为 system") @QueryParam("actor") String actor,
      @Parameter(description = "办件的 caseId") @QueryParam("case") UUID caseId,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    Instant until = QueryText.startOfDay(to, "to", 1);
    PersonalReadStore.Filter filter =
        new PersonalReadStore.Filter(QueryText.startOfDay(from, "from", 0), until, actor, caseId);
    List<ReadBody> items =
        reads.page(filter, pageSize, (page - 1L) * pageSize).stream()
            .map(
                read ->
                    new ReadBody(
                        read.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
                        read.actor(),
                        read.actorName(),
                        read.caseId(),
                        read.what().code(),
                        read.what().label()))
            .toList();
    return new ReadPage(items, reads.count(filter), page, pageSize);
  }
}
