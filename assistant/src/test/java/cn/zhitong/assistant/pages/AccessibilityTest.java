package cn.zhitong.assistant.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * axe-core finds nothing serious on any page, wide by day and narrow by night; nothing sticks out.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccessibilityTest extends PageTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/library",
          "/my?new=1",
          "/login",
          "/account",
          "/desk",
          "/department",
          "/supervisor",
          "/supervisor/daily",
          "/supervisor/triage",
          "/supervisor/deadlines",
          "/supervisor/satisfaction",
          "/supervisor/drafts",
          "/supervisor/hot-issues",
          "/supervisor/lists",
          "/supervisor/review",
          "/supervisor/models",
          "/publish",
          "/departments",
          "/calendar",
          "/subscribe",
          "/match-board",
          "/publicity",
          "/applications",
          "/applications/direct",
          "/applications/waiting",
          "/arrears",
          "/supervisor/inspections",
          "/visits",
          "/visit",
          "/cockpit",
          "/payments",
          "/results",
          "/inspection",
          "/admin");

  @Test
  void pages_wideByDay_areAccessible() {
    check(1280, ColorScheme.LIGHT);
  }

  @Test
  void pages_narrowByNight_areAccessible() {
    check(390, ColorScheme.DARK);
  }

  private void check(int width, ColorScheme scheme) {
    String id = filed("税收优惠如何申报", "请问研发费用加计扣除如何申报？");
    List<String> findings = new ArrayList<>();
    try (Browser browser = browser(width, 900, scheme)) {
      browser.logIn(TestLogin.newAccount(Role.ADMINISTRATOR), PASSWORD);
      List<String> pages = new ArrayList<>(PAGES);
      pages.add("/desk?case=" + id);
      for (String page : pages) {
        browser.visit(page);
        findings.addAll(browser.seriousFindings());
        Object outside =
            browser.page().evaluate("() => document.documentElement.scrollWidth - innerWidth");
        if (((Number) outside).intValue() > 0) {
          findings.add(page + " is " + outside + " px wider than its window of " + width);
        }
      }
      assertThat(browser.faults()).isEmpty();
    }
    assertThat(findings).isEmpty();
  }
}
