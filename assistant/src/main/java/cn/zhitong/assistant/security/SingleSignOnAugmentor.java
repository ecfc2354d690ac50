package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives who comes by single sign-on this program's roles and name. A person at the login has an ID
 * token, a system an access token of which the audience was checked before; either is bound by
 * issuer and subject to an account here, whose state counts.
 */
@ApplicationScoped
class SingleSignOnAugmentor implements SecurityIdentityAugmentor {
  /** Claims that only ID tokens have (OpenID Connect Core 1.0, 2 and 3.3.2.11). */
  private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

  private final SingleSignOnConfig config;
  private final Accounts accounts;

  SingleSignOnAugmentor(SingleSignOnConfig config, Accounts accounts) {
    this.config = config;
    this.accounts = accounts;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return identity.getCredential(IdTokenCredential.class) != null
        ? Uni.createFrom().item(person(identity, token))
        : context.runBlocking(() -> system(identity, token));
  }

  /** At the login itself; {@link SingleSignOnResource} binds the account. */
  private SecurityIdentity person(SecurityIdentity identity, JsonWebToken token) {
    return builder(identity, token).setPrincipal(token).build();
  }

  private SecurityIdentity system(SecurityIdentity identity, JsonWebToken token) {
    if (isIdToken(token)) {
      throw new AuthenticationFailedException("an ID token is no bearer token");
    }
    if (token.getSubject() == null || token.getSubject().isBlank()) {
      throw new AuthenticationFailedException("a token without subject");
    }
    try {
      Account account =
          accounts.bySubject(
              subject(token),
              userName(token),
              displayName(token),
              roles(identity.getRoles()),
              token.getClaim(config.departmentClaim()));
      return builder(identity, token).setPrincipal(new QuarkusPrincipal(account.name())).build();
    } catch (Problem.Forbidden e) {
      throw new AuthenticationFailedException(e);
    }
  }

  private QuarkusSecurityIdentity.Builder builder(SecurityIdentity identity, JsonWebToken token) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes())
            .addAttribute(Caller.DISPLAY_NAME, displayName(token))
            .addRoles(Role.effective(roles(identity.getRoles())));
    String department = token.getClaim(config.departmentClaim());
    if (department != null) {
      builder.addAttribute(Caller.DEPARTMENT, department);
    }
    return builder;
  }

  private static boolean isIdToken(JsonWebToken token) {
    return "ID".equalsIgnoreCase(String.valueOf((Object) token.getClaim("typ")))
        || OF_ID_TOKENS.stream().anyMatch(token::containsClaim);
  }

  /**
   * Roles that the operator mapped names to. Where nothing is mapped but the claim was named, its
   * values are this program's codes.
   */
  Set<Role> roles(Set<String> names) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      String code = config.roleNames().get(name);
      if (code == null && config.roleNames().isEmpty() && config.rolesClaim().isPresent()) {
        code = name;
      }
      if (code != null) {
        Role.find(code).ifPresent(roles::add);
      }
    }
    return roles;
  }

  static String subject(JsonWebToken token) {
    return token.getIssuer() + " " + token.getSubject();
  }

  static String userName(JsonWebToken token) {
    return token.getName() == null ? token.getSubject() : token.getName();
  }

  static String displayName(JsonWebToken token) {
    String name = token.getClaim("name");
    return name == null || name.isBlank() ? userName(token) : name;
  }
}
