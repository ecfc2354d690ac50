package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One act on many cases. */
@Path("/api/cases/bulk")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "办件")
public class BulkActsResource {
  private final BulkActs bulk;
  private final SecurityIdentity identity;

  BulkActsResource(BulkActs bulk, SecurityIdentity identity) {
    this.bulk = bulk;
    this.identity = identity;
  }

  public record BulkCase(UUID caseId, @Schema(description = "所见的 version") Integer basedOn) {}

  public record BulkRequest(
      @NotNull(message = "请提供操作 act")
          @Schema(description = "同 POST /api/cases/{id}/events 的内容，basedOn 以各件为准")
          EventRequest act,
      @NotNull(message = "请选择办件") List<BulkCase> cases,
      @Schema(description = "true 只预览，不办理") boolean preview) {}

  public record BulkOutcome(
      UUID caseId,
      String number,
      String title,
      @Schema(description = "可以办理，或已办理") boolean possible,
      @Schema(description = "不能办理的原因") String message,
      @Schema(description = "办理后的状态") String after) {}

  public record BulkResult(boolean preview, int possible, int refused, List<BulkOutcome> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "批量办理",
      description = "先以 preview=true 预览每一件能否办理，再办理；逐件生效，一件不能办理不影响其他。答复、不予受理等须逐件办理。")
  public BulkResult act(@Valid @NotNull(message = "请提供操作和办件") BulkRequest request) {
    List<BulkOutcome> items =
        bulk
            .run(
                request.act(),
                request.cases().stream()
                    .map(one -> new BulkActs.Target(one.caseId(), one.basedOn()))
                    .toList(),
                request.preview(),
                Caller.of(identity))
            .stream()
            .map(
                one ->
                    new BulkOutcome(
                        one.caseId(),
                        one.number(),
                        one.title(),
                        one.possible(),
                        one.message(),
                        one.after()))
            .toList();
    int possible = (int) items.stream().filter(BulkOutcome::possible).count();
    return new BulkResult(request.preview(), possible, items.size() - possible, items);
  }
}
