package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.department.TestDepartments;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An enterprise applies with the form that its file has filled in; the office handles it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ApplicationPathsTest extends PageTest {
  /** Where pictures go for who wants to look: {@code -Dzhitong.pictures=DIR}. */
  private static final String PICTURES = System.getProperty("zhitong.pictures");

  private static final String OFFICE = "市数字经济局";
  private static final String TITLE = "数字化改造补贴";
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static void picture(Browser browser, String name) {
    if (PICTURES != null) {
      browser.settle();
      browser.fullPicture(Path.of(PICTURES, name + ".png"));
    }
  }

  private static void pressExactly(Browser browser, String name) {
    browser
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** Without publicity, so that it is approved within the test. */
  private String item() {
    String id =
        TestItems.published(
            TITLE,
            100,
            Map.of("department", TestDepartments.listed(OFFICE), "materials", List.of("改造合同")));
    TestLogin.as(Role.PUBLISHER)
        .body(Map.of("publicityDays", 0))
        .put("/api/applications/rules/" + id)
        .then()
        .statusCode(200);
    return id;
  }

  @Test
  void enterprise_appliesOnAPhone_officeApproves_enterpriseSeesIt() {
    String code = TestItems.code("91350100MA8", 77);
    TestItems.enterprise(code, "青岚数控有限公司", null, "region", "350102");
    String item = item();
    String account = TestLogin.newEnterprise(code);
    try (Browser browser = browser(390, 844)) {
      browser.logIn(account, PASSWORD);
      apply(browser, item);
    }
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newHandlerOf(OFFICE), PASSWORD);
      handle(browser);
    }
    try (Browser browser = browser(390, 844, ColorScheme.DARK)) {
      browser.logIn(account, PASSWORD);
      browser.visit("/enterprise");
      browser.press("查看进度");
      Page page = browser.page();
      assertThat(page.getByText("80,000.00").first()).isVisible();
      assertThat(page.getByText("待拨付").first()).isVisible();
      picture(browser, "application-approved-phone-dark");
      assertThat(browser.seriousFindings()).isEmpty();
      assertThat(browser.faults()).isEmpty();
    }
    boards();
  }

  private void apply(Browser browser, String item) {
    Page page = browser.page();
    browser.visit("/items/" + item);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去申报")).click();
    // The matches below ask for it as well, and may be there before the form is.
    Locator staff = page.locator("zt-apply").getByLabel("从业人数");
    staff.fill("35");
    page.getByLabel("申请金额").fill("80000");
    assertThat(page.getByText("已保存")).isVisible();
    browser.press("提交申报");
    assertThat(page.getByText("请上传“改造合同”")).isVisible();
    picture(browser, "application-form-phone");
    page.reload();
    assertThat(staff).hasValue("35");
    assertThat(page.getByLabel("申请金额")).hasValue("80000");
    page.getByLabel("上传 改造合同").setInputFiles(new FilePayload("合同.pdf", "application/pdf", PDF));
    assertThat(page.getByText("合同.pdf")).isVisible();
    assertThat(browser.seriousFindings()).isEmpty();
    browser.press("提交申报");
    assertThat(page.getByText("已提交，编号")).isVisible();
    assertThat(page.getByText("待受理").first()).isVisible();
    picture(browser, "application-own-phone");
    assertThat(browser.seriousFindings()).isEmpty();
    assertThat(browser.faults()).isEmpty();
  }

  private void handle(Browser browser) {
    Page page = browser.page();
    browser.visit("/applications");
    browser.press(TITLE);
    assertThat(page.getByText("青岚数控有限公司").first()).isVisible();
    pressExactly(browser, "受理");
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("受理"))
        .click();
    assertThat(page.getByText("已受理。")).isVisible();
    pressExactly(browser, "要求补正");
    page.getByLabel("要补正什么").fill("合同缺盖章页");
    // What is written stays when the page goes away.
    page.reload();
    assertThat(page.getByLabel("要补正什么")).hasValue("合同缺盖章页");
    picture(browser, "application-detail");
    assertThat(browser.seriousFindings()).isEmpty();
    pressExactly(browser, "取消");
    pressExactly(browser, "审核");
    page.getByLabel("审核意见").selectOption("agree");
    page.getByLabel("说明").fill("材料齐全，符合条件");
    pressExactly(browser, "确定");
    assertThat(page.getByText("已审核。")).isVisible();
    pressExactly(browser, "批准");
    assertThat(page.getByLabel("批准金额")).hasValue("80000");
    pressExactly(browser, "确定");
    assertThat(page.getByText("已批准。")).isVisible();
    picture(browser, "application-approved");
    assertThat(browser.faults()).isEmpty();
  }

  private void boards() {
    try (Browser browser = browser(390, 844, ColorScheme.DARK)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/applications");
      assertThat(browser.page().getByText(TITLE).first()).isVisible();
      picture(browser, "applications-phone-dark");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.visit("/applications/waiting");
      assertThat(browser.page().getByText(TITLE).first()).isVisible();
      picture(browser, "applications-waiting-phone-dark");
      assertThat(browser.seriousFindings()).isEmpty();
      assertThat(browser.faults()).isEmpty();
    }
  }
}
