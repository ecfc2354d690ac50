package cn.zhitong.assistant.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Who a bearer token belongs to: a system with a key, or the operator of the machine. */
@ApplicationScoped
class BearerIdentityProvider implements IdentityProvider<BearerRequest> {
  private final AdministratorToken administrator;
  private final ApiKeys keys;

  BearerIdentityProvider(AdministratorToken administrator, ApiKeys keys) {
    this.administrator = administrator;
    this.keys = keys;
  }

  @Override
  public Class<BearerRequest> getRequestType() {
    return BearerRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      BearerRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request));
  }

  private SecurityIdentity identity(BearerRequest request) {
    if (request.token().startsWith(ApiKeys.PREFIX)) {
      KeyScope.Use use = new KeyScope.Use(request.method(), request.path(), request.personal());
      ApiKey key = keys.use(request.token(), use);
      return identity(
          "key:" + key.name(), "接口密钥“" + key.name() + "”", KeyScope.roles(key.scopes(), use));
    }
    if (!administrator.is(request.token())) {
      throw new AuthenticationFailedException("unknown token");
    }
    return identity("system", "系统接口", Role.effective(Set.of(Role.ADMINISTRATOR)));
  }

  private static SecurityIdentity identity(String name, String displayName, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(roles)
        .addAttribute(Caller.DISPLAY_NAME, displayName)
        .build();
  }
}
