package cn.zhitong.assistant.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** Logging in by an organisation's own single sign-on (OpenID Connect). Off by default. */
@ConfigMapping(prefix = "zhitong.oidc")
public interface SingleSignOnConfig {

  @WithDefault("false")
  boolean enabled();

  /** The issuer's address, as its {@code /.well-known/openid-configuration} stands under. */
  Optional<String> issuer();

  Optional<String> clientId();

  Optional<String> clientSecret();

  /** Who access tokens must be meant for; the client's id where nothing is set. */
  Optional<String> audience();

  /**
   * Path of the claim with the roles, parts separated by {@code /}. Without it and without names
   * below nobody has a role.
   */
  Optional<String> rolesClaim();

  /**
   * From the names in that claim to this program's role codes. Where any is given, no other name
   * counts; where none is, the claim's values are the codes themselves.
   */
  Map<String, String> roleNames();

  /** Claim with the name or id of a handler's department. */
  @WithDefault("department")
  String departmentClaim();

  /** What the login page calls it. */
  @WithDefault("统一身份认证")
  String label();
}
