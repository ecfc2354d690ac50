package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who searched by personal data, and why. */
@Path("/api/audit/searches")
@Tag(name = "审计")
@RolesAllowed(Role.ADMINISTRATOR_CODE)
public class SearchAuditResource {
  private static final int MAX_PAGE = 200;

  private final IdentifierSearchStore store;

  SearchAuditResource(IdentifierSearchStore store) {
    this.store = store;
  }

  public record Search(
      OffsetDateTime at, String actor, String actorName, String value, String reason, int found) {}

  public record SearchPage(List<Search> items, long total, int page, int pageSize) {}

  @GET
  @Operation(summary = "按个人信息检索的记录", description = "检索内容已遮蔽。")
  public SearchPage list(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    List<Search> items =
        store.page(pageSize, (page - 1L) * pageSize).stream()
            .map(
                one ->
                    new Search(
                        CaseViewer.time(one.at()),
                        one.actor(),
                        one.actorName(),
                        one.value(),
                        one.reason(),
                        one.found()))
            .toList();
    return new SearchPage(items, store.count(), page, pageSize);
  }
}
