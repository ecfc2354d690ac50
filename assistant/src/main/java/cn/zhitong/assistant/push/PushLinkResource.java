package cn.zhitong.assistant.push;

import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What links in messages do without a login: they are signed for one message. */
@Path("/api/push-links/{token}")
@Tag(name = "政策推送")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class PushLinkResource {
  private final LinkTokens tokens;
  private final PushInboxStore store;
  private final Clock clock;

  PushLinkResource(LinkTokens tokens, PushInboxStore store, Clock clock) {
    this.tokens = tokens;
    this.store = store;
    this.clock = clock;
  }

  /** What the link would end, and whether it has. */
  record UnsubscriptionBody(String kind, boolean unsubscribed) {}

  @POST
  @Path("opening")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "凭消息中的链接记为已读")
  @APIResponse(responseCode = "204", description = "已记录")
  public void open(@PathParam("token") String token) {
    store.opened(message(token), null, "mail", clock.instant());
  }

  @GET
  @Path("unsubscription")
  @Operation(summary = "链接退订的是哪一类推送")
  public UnsubscriptionBody state(@PathParam("token") String token) {
    PushInboxStore.Addressee one = addressee(token);
    boolean muted = store.choice(one.creditCode()).mutedKinds().contains(one.kind());
    return new UnsubscriptionBody(one.kind(), muted);
  }

  @POST
  @Path("unsubscription")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @Operation(summary = "凭消息中的链接退订这一类推送", description = "也供邮件程序一键退订（RFC 8058）。")
  public UnsubscriptionBody unsubscribe(@PathParam("token") String token) {
    PushInboxStore.Addressee one = addressee(token);
    store.mute(one.creditCode(), one.kind(), clock.instant());
    return new UnsubscriptionBody(one.kind(), true);
  }

  private PushInboxStore.Addressee addressee(String token) {
    return store.addressee(message(token)).orElseThrow(PushLinkResource::invalid);
  }

  private UUID message(String token) {
    return tokens.idOf(PushTexts.LINK, token).orElseThrow(PushLinkResource::invalid);
  }

  private static Problem.NotFound invalid() {
    return new Problem.NotFound("链接无效；请登录“企业匹配”页设置接收方式。");
  }
}
