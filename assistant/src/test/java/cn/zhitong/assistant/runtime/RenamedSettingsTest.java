package cn.zhitong.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {
  private static SmallRyeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .withInterceptors(new RenamedSettings())
        .build();
  }

  @Test
  void setting_underItsOldName_isReadUnderTheNewOne() {
    SmallRyeConfig config = config(Map.of("zhitong.admission.places", "7"));
    assertThat(config.getValue("zhitong.admission.max-concurrent-requests", Integer.class))
        .isEqualTo(7);
    List<String> names = new ArrayList<>();
    config.getPropertyNames().forEach(names::add);
    assertThat(names)
        .contains("zhitong.admission.max-concurrent-requests")
        .doesNotContain("zhitong.admission.places");
  }

  @Test
  void setting_underBothNames_takesTheNewOne() {
    SmallRyeConfig config =
        config(
            Map.of(
                "zhitong.llm.circuit-delay", "PT9S", "zhitong.llm.circuit-open-duration", "PT3S"));
    assertThat(config.getValue("zhitong.llm.circuit-open-duration", String.class))
        .isEqualTo("PT3S");
  }
}
