package cn.zhitong.assistant.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Single sign-on at the issuer that {@link KeycloakServer} starts. */
public class KeycloakProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.scheduler.enabled", "false");
  }
}
