package cn.zhitong.assistant.push;

import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Anybody's subscriptions to new items. */
@Path("/api/subscriptions")
@Tag(name = "政策订阅")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class SubscriptionResource {
  private static final int LONGEST = 100;
  private static final int LONGEST_ADDRESS = 254;
  private static final Set<String> TIMES = Set.of("daily", "weekly");

  private final Subscriptions subscriptions;
  private final VisitorLimit limit;
  private final PushConfig config;

  SubscriptionResource(Subscriptions subscriptions, VisitorLimit limit, PushConfig config) {
    this.subscriptions = subscriptions;
    this.limit = limit;
    this.config = config;
  }

  @Schema(
      example =
          "{\"email\":\"firm@example.com\",\"search\":{\"theme\":\"科技创新\"},\"every\":\"weekly\"}")
  record SubscriptionRequest(
      String email,
      Subscription.Search search,
      @Schema(description = "daily 每日、weekly 每周（缺省）") String every) {}

  record AskedBody(String message) {}

  /**
   * @param endToken by which it is ended
   */
  record SubscriptionBody(String described, String every, boolean confirmed, String endToken) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "订阅新发布的事项", description = "向邮箱发确认信，确认后才生效。不论邮箱是否订阅过，回答相同。")
  @APIResponse(responseCode = "202", description = "已发确认信")
  public Response ask(SubscriptionRequest request, RoutingContext http) {
    limit.count("subscribe", config.subscriptionsPerMinute(), http.request());
    String email = request == null || request.email() == null ? "" : request.email().strip();
    if (email.length() > LONGEST_ADDRESS
        || !email.matches("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,}")) {
      throw new Problem.InvalidRequest("email：应为邮箱地址。");
    }
    String every = request.every() == null ? "weekly" : request.every();
    if (!TIMES.contains(every)) {
      throw new Problem.InvalidRequest("every：应为 daily 或 weekly。");
    }
    Subscription.Search search =
        request.search() == null
            ? new Subscription.Search(null, null, null, null, null, null)
            : request.search();
    requireShort(search);
    subscriptions.ask(email, search, every);
    return Response.accepted(new AskedBody("确认信已发往 " + email + "，请打开信中的链接确认。")).build();
  }

  private static void requireShort(Subscription.Search search) {
    boolean tooLong =
        Stream.of(
                search.words(),
                search.theme(),
                search.region(),
                search.industry(),
                search.kind(),
                search.mode())
            .anyMatch(one -> one != null && one.length() > LONGEST);
    if (tooLong) {
      throw new Problem.InvalidRequest("search：每项最多 " + LONGEST + " 字。");
    }
  }

  @POST
  @Path("{token}/confirmation")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "确认订阅", description = "token 来自确认信。")
  @APIResponse(responseCode = "404", description = "链接无效，或已过确认期")
  public SubscriptionBody confirm(@PathParam("token") String token) {
    Subscription one = found(Subscriptions.CONFIRM, token);
    if (!subscriptions.confirm(one)) {
      throw gone();
    }
    return new SubscriptionBody(
        subscriptions.described(one.search()), one.every(), true, subscriptions.endToken(one.id()));
  }

  @GET
  @Path("{token}")
  @Operation(summary = "一个订阅", description = "token 来自信中的退订链接。")
  public SubscriptionBody subscription(@PathParam("token") String token) {
    Subscription one = found(Subscriptions.END, token);
    return new SubscriptionBody(
        subscriptions.described(one.search()), one.every(), one.confirmedAt() != null, token);
  }

  @POST
  @Path("{token}/unsubscription")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @Operation(summary = "退订", description = "邮箱地址随之删除；也供邮件程序一键退订（RFC 8058）。")
  @APIResponse(responseCode = "204", description = "已退订")
  public void end(@PathParam("token") String token) {
    subscriptions.end(found(Subscriptions.END, token));
  }

  private Subscription found(String purpose, String token) {
    return subscriptions.of(purpose, token).orElseThrow(SubscriptionResource::gone);
  }

  private static Problem.NotFound gone() {
    return new Problem.NotFound("链接无效，或订阅已退订、已过确认期；可以重新订阅。");
  }
}
