package cn.zhitong.assistant.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.assistant.casework.Cases;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What tests of pages begin with: a browser at the service under test, and a case to look at. */
abstract class PageTest {
  static final String PASSWORD = "a long password";

  @TestHTTPResource("/")
  URL root;

  @BeforeEach
  void needsChromium() {
    if (!Chromium.available()) {
      assertThat(Boolean.getBoolean("zhitong.ci")).as("Chromium is needed in CI").isFalse();
      assumeTrue(false, "no Chromium; ./zhitong setup installs it");
    }
  }

  Browser browser(int width, int height, ColorScheme scheme) {
    return new Browser(root.toString().replaceAll("/$", ""), width, height, scheme);
  }

  Browser browser(int width, int height) {
    return browser(width, height, ColorScheme.LIGHT);
  }

  /** Id of a new case from the hotline. */
  static String filed(String title, String text) {
    return Cases.filed(Map.of("channel", "hotline", "title", title, "text", text)).id();
  }
}
