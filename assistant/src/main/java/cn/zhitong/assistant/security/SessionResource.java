package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logging in and out by a cookie that scripts cannot read. */
@Path("/api/session")
@Tag(name = "登录")
public class SessionResource {
  private final Accounts accounts;
  private final SecurityIdentity identity;
  private final SecurityConfig config;
  private final VisitorLimit limit;
  private final SingleSignOnConfig singleSignOn;
  private final VisitorAddresses addresses;
  private final SessionCookies cookies;

  SessionResource(
      Accounts accounts,
      SecurityIdentity identity,
      SecurityConfig config,
      VisitorLimit limit,
      SingleSignOnConfig singleSignOn,
      VisitorAddresses addresses,
      SessionCookies cookies) {
    this.singleSignOn = singleSignOn;
    this.addresses = addresses;
    this.cookies = cookies;
    this.accounts = accounts;
    this.identity = identity;
    this.config = config;
    this.limit = limit;
  }

  /** Name and password. */
  public record LoginRequest(
      @NotBlank(message = "不能为空，请填写账号") @Size(max = 100, message = "过长") String name,
      @NotBlank(message = "不能为空，请填写密码") @Size(max = 200, message = "过长") String password) {}

  public record PasswordRequest(
      @NotBlank(message = "不能为空") String current, @NotNull(message = "不能为空") String next) {}

  /**
   * Who is logged in.
   *
   * @param roles effective role codes
   */
  public record Session(
      boolean authenticated,
      String name,
      String displayName,
      String department,
      List<String> roles,
      @Schema(description = "密码由他人设置：修改之前其他接口返回 403，type 为 password-change-due")
          boolean passwordChangeDue,
      @Schema(description = "统一身份认证的名称，登录页据此显示入口（地址 /api/session/oidc）；未配置时为 null")
          String singleSignOn) {}

  @GET
  @Operation(summary = "当前登录者", description = "未登录时 authenticated 为 false。")
  public Session current() {
    Caller caller = Caller.of(identity);
    return session(
        !identity.isAnonymous(),
        caller.name(),
        caller.displayName(),
        caller.department(),
        caller.roles().stream().sorted().toList(),
        Boolean.TRUE.equals(identity.getAttribute(Caller.PASSWORD_CHANGE_DUE)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "登录", description = "成功后以 HttpOnly、SameSite=Strict 的 Cookie 保持登录。")
  @APIResponse(responseCode = "200", description = "登录者及其角色")
  @APIResponse(responseCode = "401", description = "账号或密码不正确")
  @APIResponse(responseCode = "429", description = "账号已锁定，或尝试过于频繁")
  public Response logIn(
      @NotNull(message = "请提供账号和密码") @Valid LoginRequest request, RoutingContext http) {
    // A page elsewhere must not log people in as somebody else.
    if (!Origins.sameOrigin(http.request(), addresses.host(http.request()))) {
      throw new Problem.Forbidden("只能在本站页面登录。");
    }
    limit.count("login", config.loginsPerMinute(), http.request());
    Accounts.Login login =
        accounts.logIn(
            request.name().strip(), request.password(), addresses.network(http.request()));
    Account account = login.account();
    Session session =
        session(
            true,
            account.name(),
            account.displayName(),
            account.department(),
            Role.effective(account.roles()).stream().sorted().toList(),
            account.passwordChangeDue());
    int seconds = (int) login.validFor().toSeconds();
    return Response.ok(session).cookie(cookies.of(login.token(), seconds, http.request())).build();
  }

  @DELETE
  @Operation(summary = "退出登录")
  @APIResponse(responseCode = "204", description = "已退出")
  public Response logOut(RoutingContext http) {
    String token = cookies.token(http.request());
    if (token != null && Origins.sameOrigin(http.request(), addresses.host(http.request()))) {
      accounts.logOut(token);
    }
    return Response.noContent().cookie(cookies.of("", 0, http.request())).build();
  }

  @PUT
  @Path("/password")
  @Authenticated
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "修改密码", description = "修改后该账号的所有登录失效，请重新登录。")
  @APIResponse(responseCode = "204", description = "已修改")
  public Response changePassword(@NotNull @Valid PasswordRequest request, RoutingContext http) {
    limit.count("login", config.loginsPerMinute(), http.request());
    accounts.changePassword(
        identity.getPrincipal().getName(),
        request.current(),
        request.next(),
        addresses.network(http.request()));
    return Response.noContent().cookie(cookies.of("", 0, http.request())).build();
  }

  private Session session(
      boolean authenticated,
      String name,
      String display,
      String department,
      List<String> roles,
      boolean changeDue) {
    return new Session(
        authenticated,
        authenticated ? name : null,
        display,
        department,
        roles,
        changeDue,
        singleSignOn.enabled() ? singleSignOn.label() : null);
  }
}
