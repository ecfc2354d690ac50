package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A tag from the administrator's page to the enterprise's and the board. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TagPagesTest extends PageTest {
  private static final String TAG = "页面试验标签";

  @Test
  void tag_madeByAnAdministrator_isShownOnTheBoardAndToTheEnterprise() {
    String code = TestItems.code("91990100MG", 1);
    TestItems.enterprise(code, "页面试验企业", 12);
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.ADMINISTRATOR), PASSWORD);
      browser.visit("/admin");
      Page page = browser.page();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("新建标签")).click();
      page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill(TAG);
      Locator field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("字段"));
      field.fill("cyrs");
      assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("从业人数");
      field.press("Enter");
      assertThat(field).hasValue("从业人数");
      page.getByLabel("比较").selectOption("<=");
      page.getByLabel("值", new Page.GetByLabelOptions().setExact(true)).fill("20");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存")).click();
      assertThat(page.getByText("标签“" + TAG + "”已保存。")).isVisible();
      assertThat(page.getByText("从业人数不超过 20")).isVisible();

      browser.visit("/match-board");
      page.getByLabel("只看具有标签的企业").selectOption(new SelectOption().setLabel(TAG));
      assertThat(page.getByText("家具有“" + TAG + "”的企业")).isVisible();

      browser.visit("/enterprise?code=" + code + "&reason=test");
      Locator tag =
          page.locator("zt-enterprise-tags summary")
              .filter(new Locator.FilterOptions().setHasText(TAG));
      assertThat(tag).containsText("符合");
      tag.click();
      assertThat(page.locator("zt-enterprise-tags").getByText("从业人数 12")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }
}
