package cn.zhitong.assistant.casework;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Casework beside a scripted triage; visitors are limited only where a test is about that. */
public class CaseworkProfile implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(ScriptedTriage.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "zhitong.casework.appeals-per-minute", "1000",
        "zhitong.casework.lookups-per-minute", "1000",
        // Tests call the retry themselves.
        "quarkus.scheduler.enabled", "false");
  }
}
