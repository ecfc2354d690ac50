package cn.zhitong.assistant.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Behind a proxy at 127.0.0.1, with bounds so low that a test meets them. */
public class ProxyProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "zhitong.access.trusted-proxies", "127.0.0.1,10.0.0.0/8",
        "zhitong.access.mcp-sessions-per-minute", "3",
        "zhitong.access.body-timeout", "PT2S",
        "zhitong.access.bodies-per-address", "20",
        "quarkus.scheduler.enabled", "false");
  }
}
