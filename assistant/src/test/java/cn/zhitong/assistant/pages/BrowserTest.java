package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.TestLogin;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main path of each kind of user in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BrowserTest extends PageTest {
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

  @BeforeEach
  void publish() {
    TestLogin.token()
        .contentType(ContentType.MULTIPART)
        .multiPart("file", "browser.txt", POLICY.getBytes(StandardCharsets.UTF_8))
        .post("/api/policies")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  @Test
  void citation_pressed_opensTheClauseWithItsWordsMarked() {
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
  void question_notAnswered_becomesAnAppealThatCanBeFollowed() {
    try (Browser browser = browser(390, 844)) {
      browser.ask("火星上可以开工厂吗？");
      browser.press("转为来件，请部门答复");
      browser.page().getByLabel("具体情况").fill("想了解在月球和火星开办工厂需要办理哪些手续。");
      browser.press("提交来件");
      assertThat(browser.page().getByText("已收到您的来件，等待受理。")).isVisible();
      String number = browser.page().locator(".receipt .number").innerText();
      String code = browser.page().locator(".receipt .code").innerText();
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
  void appeals_openedByAVisitor_areNotShown() {
    try (Browser browser = browser(1280, 900)) {
      browser.visit("/desk");
      assertThat(browser.page().getByText("前往登录")).isVisible();
    }
  }
}
