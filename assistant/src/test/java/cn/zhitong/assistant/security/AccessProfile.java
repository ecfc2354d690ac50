package cn.zhitong.assistant.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Behind a proxy at 127.0.0.1, with bounds so low that a test meets them, and with single sign-on
 * at an issuer that WireMock plays.
 */
public class AccessProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("zhitong.access.trusted-proxies", "127.0.0.1,10.0.0.0/8"),
        Map.entry("zhitong.access.mcp-sessions-per-minute", "3"),
        Map.entry("zhitong.access.body-timeout", "PT2S"),
        Map.entry("zhitong.access.bodies-per-address", "20"),
        Map.entry("zhitong.oidc.enabled", "true"),
        Map.entry("zhitong.oidc.issuer", "${keycloak.url}/realms/quarkus"),
        Map.entry("zhitong.oidc.client-id", "zhitong"),
        Map.entry("zhitong.oidc.client-secret", "a-secret-of-the-test-that-is-long-enough"),
        Map.entry("zhitong.oidc.roles-claim", "groups"),
        Map.entry("zhitong.oidc.role-names.city-agents", "agent"),
        Map.entry("zhitong.oidc.role-names.handlers", "handler"),
        Map.entry("zhitong.oidc.role-names.inspectors", "inspector"),
        Map.entry("quarkus.scheduler.enabled", "false"));
  }
}
