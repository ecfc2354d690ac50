package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts for appeals that are handled elsewhere; nothing is stored. */
@Path("/api/drafts")
@Tag(name = "拟答复")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
public class DraftPreviewResource {
  private final Drafts drafts;
  private final Catalogue catalogue;
  private final SecurityIdentity identity;
  private final Clock clock;

  DraftPreviewResource(Drafts drafts, Catalogue catalogue, SecurityIdentity identity, Clock clock) {
    this.identity = identity;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Schema(
      description = "要答复的来件",
      example =
          "{\"title\":\"技改补助如何申请\",\"text\":\"我公司更新了设备，想申请补助。\",\"category\":\"consultation\",\"department\":\"市工业和信息化局\"}")
  public record DraftRequest(
      @Size(max = 800, message = "最多 800 个字符") String title,
      @Size(max = 20_000, message = "最多 20000 个字符") String text,
      @Schema(description = "consultation、suggestion、demand 或 咨询、建议、诉求；缺省为咨询") String category,
      @Schema(description = "承办部门名称或编号；优先参照它的往复") String department,
      @Schema(description = "所在地，GB/T 2260 六位代码") String region) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "为其他系统中的来件拟写答复", description = "与办件的拟答复相同，但不建办件，也不保存。")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public Draft draft(@NotNull(message = "请提供来件内容") @Valid DraftRequest request) {
    String title = request.title() == null ? "" : request.title().strip();
    String text = request.text() == null ? "" : request.text().strip();
    if (title.isEmpty() && text.isEmpty()) {
      throw new Problem.InvalidRequest("请填写来件的标题或正文。");
    }
    Appeal appeal =
        new Appeal(
            "api", null, clock.instant(), request.region(), title, text, null, null, null, null);
    Optional<Department> office =
        Optional.ofNullable(request.department())
            .flatMap(name -> catalogue.byId(name).or(() -> catalogue.byName(name)));
    Caller caller = Caller.of(identity);
    return drafts.draft(
        new Drafts.Wanted(
            null,
            appeal,
            category(request.category()),
            office.map(Department::name).orElse(request.department()),
            office.orElse(null),
            drafts.onlyOf(caller)));
  }

  private static Category category(String text) {
    if (text == null || text.isBlank()) {
      return Category.CONSULTATION;
    }
    return Category.find(text)
        .orElseThrow(
            () -> new Problem.InvalidRequest("category 请用 consultation、suggestion 或 demand。"));
  }
}
