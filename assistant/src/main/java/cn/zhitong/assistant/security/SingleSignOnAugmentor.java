package cn.zhitong.assistant.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives who comes by single sign-on this program's roles; names nobody mapped give none. */
@ApplicationScoped
class SingleSignOnAugmentor implements SecurityIdentityAugmentor {
  private final SingleSignOnConfig config;

  SingleSignOnAugmentor(SingleSignOnConfig config) {
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            identity.getPrincipal() instanceof JsonWebToken token
                ? own(identity, token)
                : identity);
  }

  private SecurityIdentity own(SecurityIdentity identity, JsonWebToken token) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(token)
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes())
            .addAttribute(Caller.DISPLAY_NAME, displayName(token))
            .addRoles(Role.effective(roles(identity.getRoles())));
    String department = token.getClaim(config.departmentClaim());
    if (department != null) {
      builder.addAttribute(Caller.DEPARTMENT, department);
    }
    return builder.build();
  }

  Set<Role> roles(Set<String> names) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      String code = config.roleNames().getOrDefault(name, name);
      Role.find(code).ifPresent(roles::add);
    }
    return roles;
  }

  static String displayName(JsonWebToken token) {
    String name = token.getClaim("name");
    return name == null || name.isBlank() ? token.getName() : name;
  }
}
