package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed heads of the case log, to be kept somewhere else. */
@Path("/api/cases/log-heads")
@Tag(name = "办件")
public class LogHeadsResource {
  private static final int MAX_PAGE = 400;

  private final LogHeadStore store;

  LogHeadsResource(LogHeadStore store) {
    this.store = store;
  }

  /** A head as it was signed. */
  public record Head(LocalDate day, @Schema(description = "原样保存；最后一行是 Ed25519 签名") String text) {}

  public record HeadPage(List<Head> items, long total, int page, int pageSize) {}

  @GET
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(
      summary = "办件记录的每日签名总账",
      description = "每天零点后对全部办件的记录签名，最近的在前。请保存在本平台之外；校验时用它查出此后被改动、删除的记录。")
  public HeadPage list(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("30") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    List<Head> items =
        store.page(pageSize, (page - 1L) * pageSize).stream()
            .map(head -> new Head(head.day(), head.text()))
            .toList();
    return new HeadPage(items, store.count(), page, pageSize);
  }
}
