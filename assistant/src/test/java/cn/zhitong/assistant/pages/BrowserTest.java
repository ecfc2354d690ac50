package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main path of each kind of user in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BrowserTest {
  private static final String POLICY =
      """
      枫林省人民政府关于支持企业招用残疾职工的若干措施
      枫政〔2025〕88号

      一、招用奖励。企业每招用一名残疾职工并签订两年以上劳动合同的，按照每人9600元的标准给予一次性奖励。（责任单位：省残联、财政厅）

      二、申领方式。企业登录省政务服务网提出申请，省残联应当在12个工作日内审核拨付。

      本措施自2025年1月1日起施行。

      枫林省人民政府
      2025年1月1日
      """;

  @TestHTTPResource("/")
  URL root;

  private Browser browser(int width, int height) {
    return new Browser(root.toString().replaceAll("/$", ""), width, height);
  }

  @BeforeEach
  void needsChromium() {
    if (!Browser.available()) {
      assertThat(Boolean.getBoolean("zhitong.ci")).as("Chromium is needed in CI").isFalse();
      assumeTrue(false, "no Chromium; ./zhitong setup installs it");
    }
    TestLogin.token()
        .contentType(ContentType.MULTIPART)
        .multiPart("file", "browser.txt", POLICY.getBytes(StandardCharsets.UTF_8))
        .post("/api/policies")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  @Test
  void aCitationOpensTheClauseWithItsWordsMarked() {
    try (Browser browser = browser(1280, 900)) {
      browser.ask("企业招用残疾职工奖励多少钱？");
      assertThat(browser.page().getByText("9600元").first()).isVisible();
      String link = browser.page().locator("a.marker").first().getAttribute("href");
      browser.visit(link);
      assertThat(browser.page().locator("mark").first()).containsText("9600元");
      assertThat(browser.page().locator("mark").first()).isInViewport();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void whatCannotBeAnsweredBecomesAnAppealThatCanBeFollowed() {
    try (Browser browser = browser(390, 844)) {
      browser.ask("火星上可以开工厂吗？");
      browser.press("转为来件，请部门答复");
      browser.page().getByLabel("具体情况").fill("想了解在月球和火星开办工厂需要办理哪些手续。");
      browser.press("提交来件");
      assertThat(browser.page().getByText("来件已受理")).isVisible();
      String number = browser.page().locator(".notice strong").first().innerText();
      String code = browser.page().locator(".notice strong").nth(1).innerText();
      // Remembered after a reload.
      browser.visit("/");
      assertThat(browser.page().getByText(number)).isVisible();
      browser.visit("/my?number=" + number);
      browser.page().getByLabel("查询码").fill(code);
      browser.press("查询");
      assertThat(browser.page().getByText("办理过程")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void anAgentChangesASuggestionAndTheSupervisorSeesIt() {
    String id =
        TestLogin.token()
            .body(
                Map.of(
                    "channel", "hotline",
                    "title", "浏览器测试：货款被拖欠",
                    "text", "某单位拖欠我公司货款半年，请求协调支付。"))
            .post("/api/cases")
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    try (Browser browser = browser(1280, 900)) {
      String password = "a long password";
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), password);
      browser.visit("/desk?case=" + id);
      assertThat(browser.page().getByText("某单位拖欠我公司货款半年").first()).isVisible();
      browser.press("改定");
      browser.page().getByLabel("类别").selectOption("demand");
      browser.page().getByLabel("牵头部门").fill("浏览器测试局");
      browser.page().getByLabel("改定理由").fill("属于该局职责");
      browser.press("确定");
      assertThat(browser.page().getByText("已改定并记录。")).isVisible();
      browser.visit("/supervisor/triage");
      assertThat(browser.page().getByText("类别混淆矩阵")).isVisible();
      assertThat(browser.page().getByText("已确定").first()).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void visitorsSeeNoAppeals() {
    try (Browser browser = browser(1280, 900)) {
      browser.visit("/desk");
      assertThat(browser.page().getByText("前往登录")).isVisible();
    }
  }

  @Test
  void aPublisherSeesWhatWasRecognisedBeforePublishing() {
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), "a long password");
      browser.visit("/publish");
      browser
          .page()
          .getByLabel("政策文件")
          .setInputFiles(
              new com.microsoft.playwright.options.FilePayload(
                  "preview.txt",
                  "text/plain",
                  POLICY.replace("88号", "89号").getBytes(StandardCharsets.UTF_8)));
      browser.press("预览识别结果");
      assertThat(browser.page().getByLabel("发文字号")).hasValue("枫政〔2025〕89号");
      browser.press("发布");
      assertThat(browser.page().getByText("已发布")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }
}
