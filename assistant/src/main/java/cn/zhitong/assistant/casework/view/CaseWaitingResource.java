package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller, for the head of the first page. */
@Path("/api/cases/waiting")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "办件")
public class CaseWaitingResource {
  private final CaseWaiting waiting;
  private final SecurityIdentity identity;

  CaseWaitingResource(CaseWaiting waiting, SecurityIdentity identity) {
    this.waiting = waiting;
    this.identity = identity;
  }

  public record WaitingList(
      String label,
      @Schema(description = "是否有人在等") boolean pressing,
      @Schema(description = "办件列表的筛选参数，total 与 count 相同") Map<String, String> filter,
      long count) {}

  public record WaitingLists(List<WaitingList> items) {}

  @GET
  @Operation(summary = "等本人处理的", description = "按角色：坐席的受理派单、承办人的签收办理、督办的裁定和延期；每项可按 filter 打开办件列表。")
  public WaitingLists list() {
    return new WaitingLists(
        waiting.of(Caller.of(identity)).stream()
            .map(one -> new WaitingList(one.label(), one.pressing(), one.filter(), one.count()))
            .toList());
  }
}
