package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links by which enterprises rate, for whoever sends them the answer. */
@Path("/api/cases/{id}/rating-link")
@Tag(name = "评价")
public class RatingLinkResource {
  private final RatingLinks links;
  private final CaseAccess desk;
  private final CaseLog log;
  private final SecurityIdentity identity;

  RatingLinkResource(RatingLinks links, CaseAccess desk, CaseLog log, SecurityIdentity identity) {
    this.links = links;
    this.desk = desk;
    this.log = log;
    this.identity = identity;
  }

  /** A link to be sent to the enterprise. */
  public record Link(
      @Schema(example = "https://zt.example.gov.cn/my#rate=AZr…") String url,
      OffsetDateTime expiresAt) {}

  @GET
  @RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
  @Operation(summary = "评价链接", description = "已签名，90 天有效，随答复短信或邮件发给企业；答复时也随 case.answered 提醒发出。")
  @APIResponse(responseCode = "409", description = "还没有答复")
  public Link link(@PathParam("id") UUID id) {
    CaseFile file = desk.forStaff(id, Caller.of(identity));
    if (file.standing().answeredAt() == null) {
      throw new Problem.Conflict(
          "办件还没有答复，答复后才能评价。", Map.of("state", file.standing().state().code()));
    }
    Instant now = log.now();
    return new Link(links.url(id, now), CaseViewer.time(links.expiry(now)));
  }
}
