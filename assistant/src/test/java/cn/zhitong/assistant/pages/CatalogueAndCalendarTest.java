package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The owner's departments and days off, kept by those who answer for them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CatalogueAndCalendarTest extends PageTest {
  private static final String HEAD = "编号,名称,行政区划,并入,职责\n";

  @Test
  void catalogue_loadedTwice_isSearchedAndKeepsItsReforms() {
    String id = "p" + System.nanoTime();
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      Page page = browser.page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("部门目录")).first().click();
      page.getByText("导入部门目录（").click();
      load(browser, HEAD + id + ",甲国土局,35,,管地\n,乙局,350100,,管水\n");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("2 处错误");
      Locator errors = page.getByRole(AriaRole.REGION, region("有误的行"));
      assertThat(errors.getByRole(AriaRole.ROW)).hasCount(3);
      assertThat(errors).containsText("六位行政区划代码");
      load(browser, HEAD + id + ",甲国土局" + id + ",350100,,管理" + id + "土地\n");
      assertThat(page.getByText("已导入 1 个部门。")).isVisible();
      load(browser, HEAD + id + ",甲自然资源局" + id + ",350100,,管理" + id + "土地\n");
      page.getByLabel("查找").fill("管理" + id);
      Locator row = page.getByRole(AriaRole.REGION, region("部门列表")).getByRole(AriaRole.ROW).nth(1);
      assertThat(row).containsText("甲自然资源局");
      assertThat(row).containsText("曾用名：甲国土局");
      Locator history = page.getByRole(AriaRole.REGION, region("更名和合并记录"));
      assertThat(history.getByRole(AriaRole.ROW).nth(1)).containsText("更名");
      assertThat(history.getByRole(AriaRole.ROW).nth(1)).containsText("甲国土局" + id);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void year_typedInFromTheAnnouncement_isLoaded() {
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.ADMINISTRATOR), PASSWORD);
      Page page = browser.page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("工作日历")).first().click();
      Locator years = page.getByRole(AriaRole.REGION, region("各年的放假和调休"));
      years.waitFor();
      assertThat(years).containsText("2026");
      assertThat(years).containsText("随系统提供");
      page.getByLabel("年份", new Page.GetByLabelOptions().setExact(true)).fill("2033");
      page.getByLabel("放假的日子").fill("元旦放三天");
      browser.press("保存这一年");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("看不懂“元旦放三天”");
      page.getByLabel("放假的日子").fill("2033-01-01 至 2033-01-03\n2033-5-1");
      page.getByLabel("调休上班").fill("2033-01-08");
      browser.press("保存这一年");
      assertThat(page.getByText("已保存 2033 年的日历，5 个特殊日子。")).isVisible();
      Locator row =
          years
              .getByRole(AriaRole.ROW)
              .filter(new Locator.FilterOptions().setHasText("2033"))
              .first();
      assertThat(row).containsText("4 天");
      assertThat(row).containsText("1 天");
      TestLogin.token()
          .get("/api/calendar")
          .then()
          .statusCode(200)
          .body("items.find { it.year == 2033 }.days[0].date", equalTo("2033-01-01"))
          .body("items.find { it.year == 2025 }.importedBy", nullValue());
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static void load(Browser browser, String table) {
    browser
        .page()
        .getByLabel("目录文件")
        .setInputFiles(
            new FilePayload("部门.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    browser.press("核对并导入");
  }

  private static Page.GetByRoleOptions region(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
