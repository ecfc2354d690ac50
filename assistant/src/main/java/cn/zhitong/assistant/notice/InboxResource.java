package cn.zhitong.assistant.notice;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller is told of: mentions, assignments, reminders; for an enterprise, its cases. */
@Path("/api/inbox")
@Authenticated
@Tag(name = "提醒")
public class InboxResource {
  private static final int SHOWN = 100;

  private final InboxStore store;
  private final Clock clock;
  private final SecurityIdentity identity;

  InboxResource(InboxStore store, Clock clock, SecurityIdentity identity) {
    this.store = store;
    this.clock = clock;
    this.identity = identity;
  }

  public record InboxItem(
      UUID id,
      UUID caseId,
      @Schema(description = "申报的编号；不是申报的为空") UUID applicationId,
      @Schema(description = "事项的编号；不是事项的为空") UUID itemId,
      @Schema(description = "case.mentioned、case.assigned、case.urged 等") String kind,
      String subject,
      OffsetDateTime at,
      boolean read) {}

  public record Inbox(long unread, List<InboxItem> items) {}

  @GET
  @Operation(summary = "本人的消息", description = "最近 100 条；unread=true 只看未读。")
  public Inbox list(@QueryParam("unread") @DefaultValue("false") boolean unread) {
    String account = Caller.of(identity).name();
    return new Inbox(
        store.unread(account),
        store.page(account, unread, SHOWN).stream()
            .map(
                one ->
                    new InboxItem(
                        one.id(),
                        one.caseId(),
                        one.applicationId(),
                        one.itemId(),
                        one.kind(),
                        one.subject(),
                        time(one.at()),
                        one.readAt() != null))
            .toList());
  }

  /**
   * @param id one message; null with a case for all of that case, else for all
   */
  public record ReadRequest(UUID id, UUID caseId) {}

  @POST
  @Path("/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "标为已读", description = "id 为一条，caseId 为一件办件或申报的全部；都不填为本人的全部。")
  public Inbox read(ReadRequest request) {
    String account = Caller.of(identity).name();
    Instant now = clock.instant();
    if (request != null && request.id() == null && request.caseId() != null) {
      store.readCase(account, request.caseId(), now);
    } else {
      store.read(account, request == null ? null : request.id(), now);
    }
    return list(true);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
