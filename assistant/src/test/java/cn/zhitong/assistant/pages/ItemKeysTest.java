package cn.zhitong.assistant.pages;

import static cn.zhitong.assistant.security.TestLogin.as;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A publisher's desk for one item, by the keyboard. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ItemKeysTest extends PageTest {
  @Test
  void enter_onAButton_pressesIt_andOnACondition_confirmsIt() {
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/items/" + draft() + "/edit");
      Page page = browser.page();
      Locator open = page.getByText("还有 2 条待确认");
      assertThat(open).isVisible();
      page.getByRole(AriaRole.BUTTON, named("保存")).press("Enter");
      assertThat(page.getByText("已保存。")).isVisible();
      assertThat(open).isVisible();
      page.locator("button.sentence").first().press("Enter");
      assertThat(page.getByText("还有 1 条待确认")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void save_itemWasChangedByAnother_isRefused_andTheWorkStaysUnsaved() {
    try (Browser browser = browser(1280, 900)) {
      String id = draft();
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/items/" + id + "/edit");
      Page page = browser.page();
      page.locator("button.sentence").first().press("Enter");
      assertThat(page.getByText("还有 1 条待确认")).isVisible();
      Map<String, Object> seen =
          as(Role.PUBLISHER).get("/api/items/" + id).jsonPath().getMap("item");
      as(Role.PUBLISHER).body(seen).put("/api/items/" + id).then().statusCode(200);

      page.getByRole(AriaRole.BUTTON, named("保存")).click();

      assertThat(page.getByText("现为第 2 版")).isVisible();
      assertThat(page.getByRole(AriaRole.BUTTON, named("保存 *"))).isVisible();
      assertThat(as(Role.PUBLISHER).get("/api/items/" + id).jsonPath().getList("confirmed"))
          .isEmpty();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static String draft() {
    return DraftedItem.of(
        "按键试验奖励",
        "职工不少于30人，营业收入不低于500万元。",
        List.of(
            DraftedItem.leaf("staff", ">=", 30, "人", "职工不少于30人"),
            DraftedItem.leaf("revenue", ">=", 500, "万元", "营业收入不低于500万元")));
  }
}
