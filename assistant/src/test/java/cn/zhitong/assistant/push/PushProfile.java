package cn.zhitong.assistant.push;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small numbers, and tests send themselves. */
public class PushProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.scheduler.enabled", "false",
        // A hundred thousand messages in one request, on a machine that may be busy.
        "quarkus.http.test-timeout", "120s",
        "zhitong.push.approval-above", "2",
        "zhitong.push.weekly-budget", "2",
        "zhitong.push.subscriptions-per-minute", "1000",
        "zhitong.notices.mail.enterprises", "true");
  }
}
