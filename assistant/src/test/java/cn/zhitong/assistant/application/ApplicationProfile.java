package cn.zhitong.assistant.application;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Time stands still unless a test moves it, and tests run what is scheduled. */
public class ApplicationProfile implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(MovableClock.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.scheduler.enabled", "false",
        // Months go by within a test.
        "zhitong.security.session", "P3650D",
        "zhitong.security.session-idle", "P3650D",
        "zhitong.application.objections-per-minute", "1000",
        "zhitong.deadlines.escalation.remind.after", "5",
        "zhitong.deadlines.escalation.remind.act", "notify",
        "zhitong.notices.mail.enterprises", "true");
  }
}
