package cn.zhitong.assistant.notice;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reminders that have not arrived. */
@Path("/api/notices")
@Tag(name = "提醒")
public class NoticeResource {
  private static final int SHOWN = 200;

  private final NoticeStore store;

  NoticeResource(NoticeStore store) {
    this.store = store;
  }

  /** A reminder on its way. */
  public record Pending(
      UUID id,
      UUID caseId,
      String kind,
      String channel,
      String subject,
      OffsetDateTime createdAt,
      OffsetDateTime nextTryAt,
      int tries,
      String lastError) {}

  @GET
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(
      summary = "尚未送达的提醒",
      description =
          "最早的 200 条。提醒以 JSON POST 到 zhitong.notices.webhook.url，按 Standard Webhooks 签名"
              + "（webhook-id、webhook-timestamp、webhook-signature: v1,base64(HMAC-SHA256(密钥, id.timestamp.body))）；"
              + "未返回 2xx 就按 30 秒起加倍、最长一小时的间隔重发，webhook-id 不变，接收方据此去重；同一办件的提醒按 sequence 递增依次送达。"
              + "type：deadline.yellow、deadline.red、deadline.overdue、case.urged、case.supervised、case.contested、case.answered、review.opened、escalation.*。")
  public List<Pending> pending() {
    return store.pending(SHOWN).stream()
        .map(
            waiting ->
                new Pending(
                    waiting.id(),
                    waiting.caseId(),
                    waiting.kind(),
                    waiting.channel(),
                    waiting.subject(),
                    waiting.createdAt().atZone(Infrastructure.ZONE).toOffsetDateTime(),
                    waiting.nextAt().atZone(Infrastructure.ZONE).toOffsetDateTime(),
                    waiting.tries(),
                    waiting.lastError()))
        .toList();
  }
}
