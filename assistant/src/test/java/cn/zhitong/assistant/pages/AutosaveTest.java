package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing typed is lost: by another case, a key, a reload, an expired session, a conflict. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AutosaveTest extends PageTest {
  private static final String REPLY = "已派人现场查看，三日内修复。";
  private String id;

  @BeforeEach
  void file() {
    id = filed("园区路面破损" + System.nanoTime(), "园区道路破损三个月，请修复。");
    Cases.known(id).decided("demand", "浏览器测试局");
  }

  @Test
  void reply_otherCaseOpenedAndPageReloaded_isStillThere() {
    try (Browser browser = browser(1280, 900)) {
      Page page = atCase(browser);
      page.getByLabel("答复正文").fill(REPLY);
      String other = filed("另一件", "另一件事。");
      Cases.known(other).decided("demand", "浏览器测试局");
      browser.visit("/desk?case=" + other);
      assertThat(page.getByLabel("答复正文")).hasValue("");
      browser.visit("/desk?case=" + id);
      assertThat(page.getByLabel("答复正文")).hasValue(REPLY);
      assertThat(page.getByText("写的、还没有发出的答复")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void reply_sessionEndedAndLoggedInAgain_isStillThereAndGoesOut() {
    String name = TestLogin.newAccount(Role.SUPERVISOR);
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(name, PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      page.getByLabel("答复正文").fill(REPLY);
      page.context().clearCookies();
      browser.press("发出答复");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("前往登录")).first().click();
      browser.fillIn(name, PASSWORD);
      assertThat(page.getByLabel("答复正文")).hasValue(REPLY);
      send(browser);
      assertThat(page.getByText("答复已发出。")).isVisible();
      page.reload();
      assertThat(page.getByText(REPLY).first()).isVisible();
      assertThat(page.getByText("还没有发出的答复")).hasCount(0);
    }
  }

  @Test
  void reply_otherPersonOnTheSameBrowser_isNotShown() {
    try (Browser browser = browser(1280, 900)) {
      atCase(browser).getByLabel("答复正文").fill(REPLY);
      browser.press("退出");
      browser.press("保留并退出");
      browser.page().waitForURL(root.toString());
      atCase(browser);
      assertThat(browser.page().getByLabel("答复正文")).hasValue("");
    }
  }

  @Test
  void reply_newDraftAskedFor_canBeCalledBack() {
    try (Browser browser = browser(1280, 900)) {
      Page page = atCase(browser);
      page.getByLabel("答复正文").fill(REPLY);
      button(page, "生成拟答复").click();
      browser.press("保留我写的");
      assertThat(page.getByLabel("答复正文")).hasValue(REPLY);
      button(page, "生成拟答复").click();
      button(page, "重新生成").click();
      page.getByText("恢复我写的文字").click();
      assertThat(page.getByLabel("答复正文")).hasValue(REPLY);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void moveForm_caseChangedMeanwhile_keepsItsTextAndShowsTheChange() {
    try (Browser browser = browser(1280, 900)) {
      Page page = atCase(browser);
      button(page, "转办").click();
      page.getByLabel("理由").fill("属于上级职责，应由省级办理");
      Cases.known(id).decided("demand", "浏览器测试二局");
      browser.press("确定");
      assertThat(page.getByText("这件办件有 1 处变化")).isVisible();
      assertThat(page.getByText("浏览器测试二局").first()).isVisible();
      assertThat(page.getByLabel("理由")).hasValue("属于上级职责，应由省级办理");
      page.reload();
      assertThat(page.getByLabel("理由")).hasValue("属于上级职责，应由省级办理");
      browser.press("确定");
      assertThat(page.getByText("已转办。")).isVisible();
      page.reload();
      assertThat(button(page, "备注")).isVisible();
      assertThat(page.getByText("已恢复您")).hasCount(0);
    }
  }

  @Test
  void reply_writtenInAnotherBrowser_isFoundHereAndGoneWhenSent() {
    String name = TestLogin.newAccount(Role.SUPERVISOR);
    try (Browser there = browser(1280, 900);
        Browser here = browser(1280, 900)) {
      there.logIn(name, PASSWORD);
      there.visit("/desk?case=" + id);
      there
          .page()
          .waitForResponse(
              response -> response.url().endsWith("/work-copies/reply"),
              () -> there.page().getByLabel("答复正文").fill(REPLY));
      here.logIn(name, PASSWORD);
      here.visit("/desk?case=" + id);
      assertThat(here.page().getByLabel("答复正文")).hasValue(REPLY);
      here.page()
          .waitForResponse(
              response -> response.request().method().equals("DELETE"), () -> send(here));
      assertThat(here.page().getByText("答复已发出。")).isVisible();
    }
  }

  private Page atCase(Browser browser) {
    browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
    browser.visit("/desk?case=" + id);
    return browser.page();
  }

  private static void send(Browser browser) {
    browser.press("发出答复");
    browser.press("仍然发出");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
