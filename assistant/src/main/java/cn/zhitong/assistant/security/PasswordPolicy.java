package cn.zhitong.assistant.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The rule of {@link PasswordFilter} for what is no resource: tools for agents, metrics and the
 * description of the interface. Nobody uses them with a password that somebody else chose.
 */
@ApplicationScoped
class PasswordPolicy implements HttpSecurityPolicy {
  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext context,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    String path = context.normalizedPath();
    boolean concerned = path.equals("/mcp") || path.startsWith("/mcp/") || path.startsWith("/q/");
    if (!concerned || !HttpAuthentication.hasCookie(context.request())) {
      return CheckResult.permit();
    }
    return identity
        .onItem()
        .transform(
            who ->
                Boolean.TRUE.equals(who.getAttribute(Caller.PASSWORD_CHANGE_DUE))
                    ? CheckResult.DENY
                    : CheckResult.PERMIT);
  }
}
