package cn.zhitong.assistant.application;

import cn.zhitong.assistant.matching.enterprise.EnterpriseMask;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is made public just now, for anybody to object to. */
@Path("/api/applications/publicity")
@Tag(name = "申报")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class PublicityResource {
  private final ApplicationListStore store;
  private final ApplicationDeadlines deadlines;

  PublicityResource(ApplicationListStore store, ApplicationDeadlines deadlines) {
    this.store = store;
    this.deadlines = deadlines;
  }

  /** One application: what anybody needs to know in order to object. */
  record PublicRow(
      UUID applicationId,
      String number,
      UUID itemId,
      String itemTitle,
      String enterpriseName,
      String department,
      String mode,
      BigDecimal appliedYuan,
      LocalDate until) {}

  record PublicPage(List<PublicRow> items, long total, int page, int pageSize) {}

  @GET
  @Operation(
      summary = "正在公示的申报",
      description = "公示到 until 当日；有异议的，用 POST /api/applications/{id}/events 的 object 提出，不用登录。")
  public PublicPage list(
      @QueryParam("item") UUID item,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    ApplicationQueue.requirePage(page, pageSize);
    LocalDate today = deadlines.today();
    List<PublicRow> rows =
        store.inPublicity(today, item, pageSize, (page - 1L) * pageSize).stream()
            .map(
                one ->
                    new PublicRow(
                        one.id(),
                        one.number(),
                        one.itemId(),
                        one.itemTitle(),
                        EnterpriseMask.published(one.enterpriseName(), one.creditCode()),
                        one.department(),
                        one.mode(),
                        Yuan.of(one.appliedFen()),
                        one.publicityUntil()))
            .toList();
    return new PublicPage(rows, store.inPublicity(today, item), page, pageSize);
  }
}
