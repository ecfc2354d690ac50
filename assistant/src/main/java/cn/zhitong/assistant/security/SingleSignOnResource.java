package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The way in by single sign-on: the issuer sends people back here, and they get the same session as
 * by a local login. Its roles and department are taken from the issuer at each login.
 */
@Path(SingleSignOnResource.PATH)
@Tag(name = "登录")
@Authenticated
public class SingleSignOnResource {
  static final String PATH = "/api/session/oidc";

  private final Accounts accounts;
  private final SecurityIdentity identity;
  private final Instance<OidcSession> issuerSession;
  private final SessionCookies cookies;

  SingleSignOnResource(
      Accounts accounts,
      SecurityIdentity identity,
      Instance<OidcSession> issuerSession,
      SessionCookies cookies) {
    this.cookies = cookies;
    this.accounts = accounts;
    this.identity = identity;
    this.issuerSession = issuerSession;
  }

  @GET
  @Operation(summary = "统一身份认证登录", description = "在浏览器中打开：转到认证中心，认证后回到本站并保持登录。未配置时为 401。")
  @APIResponse(responseCode = "302", description = "转到认证中心，或认证后转到首页")
  @APIResponse(responseCode = "403", description = "认证中心没有给出本系统的角色，或账号已停用")
  public Response logIn(RoutingContext http) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      // Somebody who is logged in already.
      return Response.seeOther(URI.create("/")).build();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity.getRoles().forEach(code -> roles.add(Role.of(code)));
    if (roles.isEmpty()) {
      throw new Problem.Forbidden("认证成功，但认证中心没有给出本系统的角色，请联系管理员开通。");
    }
    Accounts.Login login =
        accounts.logInBySubject(
            SingleSignOnAugmentor.subject(token),
            SingleSignOnAugmentor.userName(token),
            SingleSignOnAugmentor.displayName(token),
            roles,
            identity.getAttribute(Caller.DEPARTMENT));
    // From here on our own session counts; the issuer's would outlive a log-out.
    issuerSession.get().logout().await().indefinitely();
    int seconds = (int) login.validFor().toSeconds();
    return Response.seeOther(URI.create("/"))
        .cookie(cookies.of(login.token(), seconds, http.request()))
        .build();
  }
}
