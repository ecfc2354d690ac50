package cn.zhitong.assistant.casework;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Casework beside a scripted triage. */
public class CaseworkProfile implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(ScriptedTriage.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        // Tests call the retry themselves.
        "quarkus.scheduler.enabled", "false");
  }
}
