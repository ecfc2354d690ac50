package cn.zhitong.assistant.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who a session cookie belongs to; nobody when it has expired, since visitors have rights too. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionAuthenticationRequest> {
  private final Accounts accounts;

  SessionIdentityProvider(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<SessionAuthenticationRequest> getRequestType() {
    return SessionAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionAuthenticationRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () -> accounts.bySession(request.token()).map(this::identity).orElse(null));
  }

  private SecurityIdentity identity(Account account) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(account.name()))
            .addRoles(Role.effective(account.roles()))
            .addAttribute(Caller.DISPLAY_NAME, account.displayName())
            .addAttribute(Caller.PASSWORD_CHANGE_DUE, account.passwordChangeDue());
    if (account.department() != null) {
      builder.addAttribute(Caller.DEPARTMENT, account.department());
    }
    return builder.build();
  }
}
