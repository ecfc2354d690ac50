package cn.zhitong.assistant.security;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where the widget may be embedded. */
@ConfigMapping(prefix = "zhitong.widget")
public interface WidgetConfig {

  /**
   * Origins such as {@code https://www.example.gov.cn}, comma-separated; none beside our own by
   * default.
   */
  Optional<List<String>> allowedOrigins();
}
