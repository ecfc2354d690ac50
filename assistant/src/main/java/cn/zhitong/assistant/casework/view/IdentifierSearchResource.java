package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The search by personal data. */
@Path("/api/cases/search")
@Tag(name = "办件")
@RolesAllowed(Role.AGENT_CODE)
public class IdentifierSearchResource {
  private final IdentifierSearch search;
  private final SecurityIdentity identity;

  IdentifierSearchResource(IdentifierSearch search, SecurityIdentity identity) {
    this.search = search;
    this.identity = identity;
  }

  @Schema(example = "{\"value\":\"13800000000\",\"reason\":\"来电人询问本人办件进展\"}")
  public record SearchRequest(
      @Schema(description = "完整的电话、证件号、卡号、邮箱或联系人姓名") String value,
      @Schema(description = "检索理由，记录在案") String reason) {}

  public record Found(List<CaseViews.Row> items, int total) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "按个人信息检索办件", description = "整号相符才算找到，部分号码查不到；须说明理由，每次检索和所见办件都有记录，每小时有次数限制。")
  @APIResponse(responseCode = "429", description = "检索过于频繁")
  public Found search(@NotNull(message = "请提供检索内容和理由") SearchRequest request) {
    List<CaseViews.Row> found = search.find(request.value(), request.reason(), Caller.of(identity));
    return new Found(found, found.size());
  }
}
