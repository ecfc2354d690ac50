package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An enterprise's own messages about items. */
@Path("/api/pushes/inbox")
@Tag(name = "政策推送")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ENTERPRISE_CODE)
class PushInboxResource {
  private static final int SHOWN = 100;
  private static final int LONGEST = 500;
  private static final int MOST_CHOICES = 20;
  private static final Set<String> DIGESTS = Set.of("each", "daily", "weekly");

  private final PushInboxStore store;
  private final SecurityIdentity identity;
  private final Clock clock;

  PushInboxResource(PushInboxStore store, SecurityIdentity identity, Clock clock) {
    this.store = store;
    this.identity = identity;
    this.clock = clock;
  }

  record MessageBody(
      UUID messageId,
      UUID itemId,
      String title,
      String amount,
      String kind,
      String mode,
      String department,
      String window,
      boolean met,
      @Schema(description = "只差哪一项数据") String missing,
      OffsetDateTime at,
      boolean opened,
      Boolean relevant,
      String reason) {}

  record InboxBody(long unread, List<MessageBody> items, PushInboxStore.Choice choice) {}

  @Schema(example = "{\"relevant\":false,\"reason\":\"other_business\"}")
  record FeedbackRequest(
      @Schema(description = "false 与我无关，true 有用") Boolean relevant,
      @Schema(description = "not_met、other_business、already_had、wrong_data、other") String reason,
      String words) {}

  @GET
  @Operation(summary = "本企业收到的政策推送", description = "最近 100 条，和接收方式。")
  public InboxBody inbox() {
    String code = code();
    return new InboxBody(
        store.unread(code),
        store.page(code, SHOWN).stream().map(PushInboxResource::body).toList(),
        store.choice(code));
  }

  @POST
  @Path("{id}/opening")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "标为已读")
  @APIResponse(responseCode = "204", description = "已记录")
  public void open(@PathParam("id") UUID id) {
    store.opened(id, code(), "inbox", clock.instant());
  }

  @POST
  @Path("{id}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "与我无关，或有用", description = "与我无关的选一个理由；计入推送准确率。可以改。")
  public InboxBody feedback(@PathParam("id") UUID id, FeedbackRequest request) {
    if (request == null || request.relevant() == null) {
      throw new Problem.InvalidRequest("relevant：请填 true（有用）或 false（与我无关）。");
    }
    String reason = request.relevant() ? null : reason(request.reason());
    String words = request.words() == null || request.words().isBlank() ? null : request.words();
    if (words != null && words.length() > LONGEST) {
      throw new Problem.InvalidRequest("words：最多 " + LONGEST + " 字。");
    }
    if (!store.feedback(id, code(), request.relevant(), reason, words, clock.instant())) {
      throw new Problem.NotFound("本企业没有收到这条推送。");
    }
    return inbox();
  }

  @PUT
  @Path("choice")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "接收方式",
      description =
          "mutedKinds 不再接收的种类（奖补、减免、权益、资质、其他），mutedChannels 不用的方式（mail、sms、webhook），"
              + "digest：each 逐条、daily 每日汇总、weekly 每周汇总。消息仍在本页可以看到的只有未退订的种类。")
  public InboxBody choose(PushInboxStore.Choice choice) {
    if (choice == null || choice.digest() == null || !DIGESTS.contains(choice.digest())) {
      throw new Problem.InvalidRequest("digest：应为 each、daily 或 weekly。");
    }
    List<String> kinds = PushInboxStore.copy(choice.mutedKinds());
    List<String> channels = PushInboxStore.copy(choice.mutedChannels());
    boolean known =
        channels.stream().allMatch(one -> Coded.find(PushChannel.class, one).isPresent());
    if (!known || kinds.size() > MOST_CHOICES) {
      throw new Problem.InvalidRequest("mutedChannels：应为 mail、sms 或 webhook；mutedKinds 最多 20 种。");
    }
    store.choose(
        code(), new PushInboxStore.Choice(kinds, channels, choice.digest()), clock.instant());
    return inbox();
  }

  private static String reason(String code) {
    return Coded.find(IrrelevanceReason.class, String.valueOf(code))
        .map(IrrelevanceReason::code)
        .orElseThrow(
            () ->
                new Problem.InvalidRequest(
                    "reason：请从 not_met、other_business、already_had、wrong_data、other 中选一个。"));
  }

  /** An enterprise's account bears its credit code. */
  private String code() {
    return Caller.of(identity).name().toUpperCase(Locale.ROOT);
  }

  private static MessageBody body(PushInboxStore.Message one) {
    PushContent content = one.content();
    return new MessageBody(
        one.id(),
        one.itemId(),
        content.title(),
        content.amount(),
        content.kind(),
        content.mode(),
        content.department(),
        content.window(),
        one.met(),
        one.field() == null ? null : FieldCatalogue.name(one.field()),
        one.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
        one.opened(),
        one.relevant(),
        one.reason());
  }
}
