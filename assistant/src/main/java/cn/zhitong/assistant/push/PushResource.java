package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.enterprise.EnterpriseMask;
import cn.zhitong.assistant.matching.enterprise.EnterpriseNames;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pushes of items to the enterprises that meet them. */
@Path("/api/pushes")
@Tag(name = "政策推送")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
class PushResource {
  private static final int SHOWN = 50;
  private static final int LONGEST_REASON = 500;

  private final Pushes pushes;
  private final PushStore store;
  private final PushTexts texts;
  private final EnterpriseNames names;
  private final SecurityIdentity identity;

  PushResource(
      Pushes pushes,
      PushStore store,
      PushTexts texts,
      EnterpriseNames names,
      SecurityIdentity identity) {
    this.pushes = pushes;
    this.store = store;
    this.texts = texts;
    this.names = names;
    this.identity = identity;
  }

  @Schema(example = "{\"itemId\":\"0190…\",\"filter\":{\"region\":\"350100\"},\"dryRun\":true}")
  record PushRequest(
      @Schema(description = "已发布、在申报期内的事项") UUID itemId,
      PushFilter filter,
      @Schema(description = "true 只试算：看发给谁、发什么，不发送") Boolean dryRun) {}

  @Schema(example = "{\"decision\":\"approve\"}")
  record ApprovalRequest(
      @Schema(description = "approve 批准（缺省）、reject 不批准") String decision,
      @Schema(description = "不批准的理由") String reason) {}

  /** One enterprise among those told; masked for who sees counts alone. */
  record Example(String name, String creditCode) {}

  /** What is sent. */
  record Texts(String mailSubject, String mail, String sms) {}

  record PushBody(
      UUID pushId,
      UUID itemId,
      int itemVersion,
      String title,
      PushFilter filter,
      String state,
      String stateLabel,
      int recipients,
      List<Push.Skipped> skipped,
      List<Example> examples,
      Texts texts,
      PushStore.Progress progress,
      String createdBy,
      OffsetDateTime createdAt,
      String decidedBy,
      OffsetDateTime decidedAt,
      String reason,
      @Schema(description = "本人能否批准") boolean approvable) {}

  record PushList(List<PushBody> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(
      summary = "推送一个事项",
      description =
          "发给符合条件的企业；filter.oneFactAway、evidenceLeft 为 true 时也发给只差一项数据、只差材料核验的。dryRun 为 true 只试算。"
              + "超过 zhitong.push.approval-above 家的须由另一人批准。同一版事项对一家企业只推送一次。"
              + "skipped.reason：filter、unknown、already_sent、applied、unsubscribed、budget。")
  @APIResponse(responseCode = "409", description = "不在申报期内")
  public PushBody create(PushRequest request) {
    if (request == null || request.itemId() == null) {
      throw new Problem.InvalidRequest("itemId：请给出要推送的事项。");
    }
    PushFilter filter = request.filter() == null ? PushFilter.NONE : request.filter();
    boolean dryRun = Boolean.TRUE.equals(request.dryRun());
    return body(pushes.create(request.itemId(), filter, dryRun, actor()));
  }

  @POST
  @Path("{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "批准或不批准推送", description = "不能是提交人本人；不批准的写明理由。")
  @APIResponse(responseCode = "409", description = "不在待批准状态，或事项已有新版本")
  public PushBody approve(@PathParam("id") UUID id, ApprovalRequest request) {
    String decision =
        request == null || request.decision() == null ? "approve" : request.decision();
    boolean approved = decision.equals("approve");
    if (!approved && !decision.equals("reject")) {
      throw new Problem.InvalidRequest("decision：应为 approve 或 reject。");
    }
    String reason = request == null || request.reason() == null ? "" : request.reason().strip();
    if (!approved && reason.isEmpty()) {
      throw new Problem.InvalidRequest("reason：不批准请写明理由。");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new Problem.InvalidRequest("reason：最多 " + LONGEST_REASON + " 字。");
    }
    return body(pushes.decide(id, approved, reason.isEmpty() ? null : reason, actor()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "一次推送", description = "状态、发给多少家、内容、进度；examples 对督办人员遮蔽。")
  public PushBody push(@PathParam("id") UUID id) {
    return body(pushes.required(id));
  }

  @GET
  @Operation(summary = "推送记录", description = "新的在前，最多 50 次；可按事项和状态筛选。试算只在 state=preview 时列出。")
  public PushList list(@QueryParam("itemId") UUID itemId, @QueryParam("state") String state) {
    String wanted = state == null || state.isBlank() ? null : state;
    if (wanted != null && Coded.find(PushState.class, wanted).isEmpty()) {
      throw new Problem.InvalidRequest("state：应为 preview、awaiting_approval、queued 或 rejected。");
    }
    return new PushList(store.page(itemId, wanted, SHOWN).stream().map(this::body).toList());
  }

  private Push.Actor actor() {
    Caller caller = Caller.of(identity);
    String name = caller.shownName();
    return new Push.Actor(caller.name(), name);
  }

  private PushBody body(Push push) {
    Caller caller = Caller.of(identity);
    boolean awaiting = push.state() == PushState.AWAITING_APPROVAL;
    return new PushBody(
        push.id(),
        push.itemId(),
        push.itemVersion(),
        push.content().title(),
        push.filter(),
        push.state().code(),
        push.state().label(),
        push.recipients(),
        push.skipped(),
        examples(push, caller),
        texts(push),
        store.progress(push.id()),
        push.createdBy().name(),
        time(push.createdAt()),
        push.decidedBy() == null ? null : push.decidedBy().name(),
        push.decidedAt() == null ? null : time(push.decidedAt()),
        push.reason(),
        awaiting && !push.createdBy().account().equals(caller.name()));
  }

  private List<Example> examples(Push push, Caller caller) {
    boolean keeper = caller.has(Role.PUBLISHER) || caller.has(Role.ADMINISTRATOR);
    return names.of(push.examples()).stream()
        .map(
            one ->
                new Example(
                    keeper ? one.name() : EnterpriseMask.name(one.name()),
                    EnterpriseMask.code(one.creditCode())))
        .toList();
  }

  private Texts texts(Push push) {
    PushTexts.Said said = new PushTexts.Said(push.id(), push.itemId(), push.content(), true, null);
    PushTexts.MailText mail = texts.mail(List.of(said));
    String sms = texts.sms(push.id(), "", List.of(said)).text();
    // Its links are an enterprise's own; what is shown here has none that would work.
    return new Texts(mail.subject(), withoutTokens(mail.text()), withoutTokens(sms));
  }

  private static String withoutTokens(String text) {
    return text.replaceAll("#(p|push)=[\\w-]+", "#…");
  }

  private static OffsetDateTime time(Instant at) {
    return at.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
