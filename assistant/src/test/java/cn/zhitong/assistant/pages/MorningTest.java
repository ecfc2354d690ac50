package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.department.TestDepartments;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A morning at the desk, with what interrupts it: a reload, a session that ends, a page that is
 * gone. Slow, since it is done in a browser from beginning to end.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MorningTest extends PageTest {
  private static final int CALLS = 20;
  private static final byte[] PDF =
      "%PDF-1.4\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  /** Where pictures go that somebody wants to look at. */
  private static final Path PICTURES = Path.of("target", "morning");

  @Test
  void agent_twentyCalls_areFiledAcceptedAndAnsweredWithoutLeavingTheDesk() {
    String mark = "晨间" + System.nanoTime();
    String name = TestLogin.newAccount(Role.SUPERVISOR);
    try (Browser browser = browser(1366, 768)) {
      browser.logIn(name, PASSWORD);
      browser.visit("/desk?q=" + mark);
      Page page = browser.page();
      page.getByText("来电登记").click();
      for (int call = 1; call <= CALLS; call++) {
        page.getByLabel("标题").fill(mark + " 第" + call + "件");
        page.getByLabel("诉求内容").fill("园区第" + call + "号路灯不亮，请告知何时修复。");
        if (call == 5) {
          page.reload();
          page.getByText("来电登记").click();
        } else if (call == 10) {
          page.context().clearCookies();
          button(page, "登记立案").click();
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("前往登录"))
              .first()
              .click();
          browser.fillIn(name, PASSWORD);
          page.getByText("来电登记").click();
        } else if (call == 15) {
          Page other = page.context().newPage();
          other.navigate(page.url());
          page.close();
          page = other;
          page.getByText("来电登记").click();
        }
        assertThat(page.getByLabel("标题")).hasValue(mark + " 第" + call + "件");
        button(page, "登记立案").click();
        assertThat(heading(page, mark + " 第" + call + "件")).isVisible();
      }
      acceptAll(page, mark);
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("desk-1366.png")));
      answerAll(page, mark);
      assertThat(total(mark, "answered")).isEqualTo(CALLS);
      assertThat(browser.faults()).isEmpty();
    }
  }

  /** Picked on the page, looked at, and done. */
  private static void acceptAll(Page page, String mark) {
    button(page, "刷新").click();
    button(page, "多选").click();
    button(page, "本页全选").click();
    assertThat(page.getByText("已选 " + CALLS + " 件")).isVisible();
    button(page, "预览").click();
    assertThat(page.getByText("可以受理 " + CALLS + " 件")).isVisible();
    button(page, "受理这 " + CALLS + " 件").click();
    assertThat(page.getByText("已受理 " + CALLS + " 件")).isVisible();
    button(page, "结束多选").click();
    assertThat(total(mark, "awaiting_dispatch")).isEqualTo(CALLS);
  }

  private static void answerAll(Page page, String mark) {
    Locator rows = page.locator("button.item");
    for (int call = 1; call <= CALLS; call++) {
      rows.first().click();
      page.getByLabel("答复正文").fill("您好，路灯已于今日修复。");
      button(page, "发出答复").click();
      Locator anyway =
          page.getByRole(AriaRole.DIALOG)
              .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("仍然发出"));
      Locator sent = page.getByText("答复已发出。");
      assertThat(anyway.or(sent).first()).isVisible();
      if (anyway.isVisible()) {
        anyway.click();
      }
      assertThat(sent).isVisible();
      assertThat(rows).hasCount(CALLS - call);
    }
    assertThat(page.getByText(mark).first()).isVisible();
  }

  @Test
  void files_listLostAndOneRefused_eachIsToldAndTheOthersAreStored() {
    Cases filed = Cases.filed(Map.of("title", "合同备案" + System.nanoTime(), "text", "请问合同备案要多久"));
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      Page page = browser.page();
      page.route("**/api/attachments?caseId=*", Route::abort);
      browser.visit("/desk?case=" + filed.id());
      Locator lost = page.getByText("附件的列表没有读到");
      // What came in, and the answer's.
      assertThat(lost).hasCount(2);
      page.unroute("**/api/attachments?caseId=*");
      for (int left = 1; left >= 0; left--) {
        lost.getByRole(AriaRole.BUTTON).first().click();
        assertThat(lost).hasCount(left);
      }
      page.getByLabel("添加附件")
          .first()
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("合同.pdf", "application/pdf", PDF),
                new FilePayload("程序.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1}),
                new FilePayload(
                    "回执.pdf",
                    "application/pdf",
                    "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
              });
      assertThat(page.getByText("已上传 2 个：合同.pdf、回执.pdf。")).isVisible();
      assertThat(page.getByText("程序.pdf：")).isVisible();
      assertThat(button(page, "合同.pdf")).isVisible();
      assertThat(button(page, "回执.pdf")).isVisible();
    }
  }

  @Test
  void handler_calledInANote_findsItAndAnswersWithAFile() {
    String office = TestDepartments.listed("晨间测试局");
    String handler = TestLogin.newHandlerOf(office);
    Cases filed = Cases.filed(Map.of("title", "合同备案" + System.nanoTime(), "text", "请问合同备案要多久"));
    filed.does("change", "category", "consultation", "department", office, "reason", "属其职责");
    filed.does("dispatch").does("start");
    filed.does("note", "text", "@" + handler + " 请尽快答复");
    try (Browser browser = browser(390, 844)) {
      browser.logIn(handler, PASSWORD);
      browser.visit("/department");
      Page page = browser.page();
      page.getByText("消息").first().click();
      page.getByText("在备注中提到了您").click();
      page.getByLabel("添加答复附件").setInputFiles(new FilePayload("回执.pdf", "application/pdf", PDF));
      assertThat(page.getByText("回执.pdf").first()).isVisible();
      page.getByLabel("答复正文").fill("备案三个工作日办结，回执见附件。");
      // Somebody else writes meanwhile: nothing is lost, and nothing is stale.
      filed.does("note", "text", "企业又来电询问");
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("department-390.png")));
      button(page, "送审").click();
      Locator anyway = page.getByText("仍然送审");
      Locator sent = page.getByText("已送审。");
      assertThat(anyway.or(sent).first()).isVisible();
      if (anyway.isVisible()) {
        anyway.click();
      }
      assertThat(sent).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static Locator heading(Page page, String title) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).first();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private static int total(String mark, String state) {
    return TestLogin.token()
        .queryParam("q", mark)
        .queryParam("state", state)
        .get("/api/cases")
        .path("total");
  }
}
