package cn.zhitong.assistant.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Single sign-on at an issuer that WireMock plays. */
public class SingleSignOnProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "zhitong.oidc.enabled", "true",
        "zhitong.oidc.issuer", "${keycloak.url}/realms/quarkus",
        "zhitong.oidc.client-id", "zhitong",
        "zhitong.oidc.client-secret", "a-secret-of-the-test-that-is-long-enough",
        "zhitong.oidc.roles-claim", "groups",
        "zhitong.oidc.role-names.city-agents", "agent",
        "zhitong.oidc.role-names.handlers", "handler",
        "zhitong.oidc.role-names.inspectors", "inspector",
        "quarkus.scheduler.enabled", "false");
  }
}
