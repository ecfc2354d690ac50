package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Who logs in with a password that somebody else chose, and may know, first sets one of their own:
 * until then nothing answers but logging in and out, and the pages' frames. Bearer tokens have no
 * password.
 */
class PasswordFilter {
  private final CurrentIdentityAssociation association;

  PasswordFilter(CurrentIdentityAssociation association) {
    this.association = association;
  }

  @ServerRequestFilter
  Uni<Response> filter(HttpServerRequest request, SimpleResourceInfo resource) {
    boolean concerned = HttpAuthentication.hasCookie(request) && !OpenResources.has(resource);
    return concerned
        ? association.getDeferredIdentity().onItem().transform(PasswordFilter::ownPassword)
        : null;
  }

  private static Response ownPassword(SecurityIdentity identity) {
    if (Boolean.TRUE.equals(identity.getAttribute(Caller.PASSWORD_CHANGE_DUE))) {
      throw new Problem.PasswordChangeDue("您的密码由他人设置，请先在“我的账号”改成自己的密码，再继续使用。");
    }
    return null;
  }
}
