package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A form belongs to its record: what was typed for one is neither shown nor saved with another. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FormRecordsTest extends PageTest {

  @Test
  void accountForm_otherAccountOpened_hasItsOwnRoles() {
    String first = TestLogin.newAccount(Role.AGENT);
    String second = TestLogin.newAccount(Role.AGENT);
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.ADMINISTRATOR), PASSWORD);
      browser.visit("/admin");
      Page page = browser.page();
      browser.press("修改 " + first);
      page.getByLabel("管理员").check();
      browser.press("修改 " + second);
      browser.press("放弃修改");
      assertThat(heading(page, "修改账号 " + second)).isVisible();
      assertThat(page.getByLabel("管理员")).not().isChecked();
      assertThat(page.getByLabel("坐席")).isChecked();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void correctionForm_otherPolicyOpened_hasItsOwnValuesAndKeepsTheFirst() {
    String a = published("甲");
    String b = published("乙");
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/publish");
      Page page = browser.page();
      correct(browser, a);
      page.getByLabel("索引号").fill("A-INDEX");
      page.getByLabel("有效期至").fill("2027-06-30");
      correct(browser, b);
      assertThat(heading(page, "改正：" + b)).isVisible();
      assertThat(page.getByLabel("索引号")).hasValue("");
      assertThat(page.getByLabel("有效期至")).hasValue("");
      correct(browser, a);
      assertThat(page.getByText("已恢复您")).isVisible();
      assertThat(page.getByLabel("索引号")).hasValue("A-INDEX");
      browser.press("清空重填");
      assertThat(page.getByLabel("索引号")).hasValue("");
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void previewForm_nextFilePreviewed_hasTheValuesOfThatFile() {
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/publish");
      Page page = browser.page();
      preview(browser, "p1");
      page.getByLabel("种类").selectOption("interpretation");
      page.getByLabel("所解读或配套的政策").fill("云政〔2024〕6号");
      preview(browser, "p2");
      browser.press("放弃改正");
      assertThat(page.getByLabel("标题")).hasValue("关于支持p2的若干措施");
      assertThat(page.getByLabel("所解读或配套的政策")).hasValue("");
      assertThat(page.getByLabel("种类")).not().hasValue("interpretation");
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void moveForm_otherMoveOpened_hasNoReasonOfTheFirst() {
    String id = filed("园区绿化", "园区绿化带枯死，请补种。");
    Cases.known(id).decided("demand", "浏览器测试局");
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      exactly(page, "转办").click();
      page.getByLabel("理由").fill("转办的理由");
      exactly(page, "要求补充").click();
      assertThat(page.getByLabel("理由")).hasValue("");
      exactly(page, "转办（未提交）").click();
      assertThat(page.getByLabel("理由")).hasValue("转办的理由");
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static String published(String name) {
    String title = "枫林省关于支持" + name + System.nanoTime() + "的若干措施";
    String text = title + "\n\n一、奖励。给予一次性奖励。\n\n枫林省人民政府\n2025年6月3日\n";
    TestLogin.token()
        .contentType(io.restassured.http.ContentType.MULTIPART)
        .multiPart("file", title + ".txt", text.getBytes(StandardCharsets.UTF_8))
        .post("/api/policies")
        .then()
        .statusCode(201);
    return title;
  }

  private static void correct(Browser browser, String title) {
    browser.page().getByLabel("查找已发布的文件").fill(title);
    browser.press("查找");
    browser.press("改正和关联：" + title);
    assertThat(heading(browser.page(), "改正：" + title)).isVisible();
  }

  private static void preview(Browser browser, String name) {
    String text = "关于支持" + name + "的若干措施\n\n一、奖励。给予一次性奖励。\n";
    browser
        .page()
        .getByLabel("政策文件")
        .setInputFiles(
            new FilePayload(name + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    browser.press("预览识别结果");
  }

  private static com.microsoft.playwright.Locator heading(Page page, String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)).first();
  }

  private static com.microsoft.playwright.Locator exactly(Page page, String button) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
  }
}
