package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.casework.port.CaseDrafts;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts of replies. */
@Path("/api/cases/{id}/draft")
@Tag(name = "拟答复")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
public class DraftResource {
  private final CaseDrafts cases;
  private final Drafts drafts;
  private final SecurityIdentity identity;
  private final Clock clock;

  DraftResource(CaseDrafts cases, Drafts drafts, SecurityIdentity identity, Clock clock) {
    this.clock = clock;
    this.cases = cases;
    this.drafts = drafts;
    this.identity = identity;
  }

  /** An edited reply. */
  public record EditedText(
      @NotBlank(message = "不能为空，请填写答复") @Size(max = 20_000, message = "最多 20000 个字符")
          String text) {}

  @POST
  @Operation(summary = "拟写答复", description = "按公文格式，引用现行政策并逐字核对；只有承办单位知道的内容留作【…】。结果记入办件。")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public Draft draft(
      @PathParam("id") UUID id,
      @QueryParam("occurredAt")
          @Parameter(description = "补录时的实际拟稿时间，仅管理员可填", example = "2025-09-26T09:30:00+08:00")
          String occurredAt) {
    Caller caller = Caller.of(identity);
    CaseFile file = cases.find(id, caller);
    Optional<Instant> at = cases.writtenAt(occurredAt, caller);
    Draft draft = drafts.draft(file, at.orElseGet(clock::instant), caller);
    cases.record(id, draft.recorded(), at, caller);
    return draft;
  }

  @POST
  @Path("/checks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "检查改写后的答复", description = "待填写之处、个人信息和格式。")
  public List<Draft.Check> check(@PathParam("id") UUID id, @NotNull @Valid EditedText edited) {
    CaseFile file = cases.find(id, Caller.of(identity));
    List<Draft.Check> checks = new ArrayList<>(drafts.check(file, edited.text()));
    cases
        .followersNote(file, edited.text())
        .ifPresent(note -> checks.add(new Draft.Check("followers", false, note)));
    return checks;
  }
}
