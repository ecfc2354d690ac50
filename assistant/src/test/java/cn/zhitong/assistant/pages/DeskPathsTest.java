package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.department.TestDepartments;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.assistant.triage.BlindCases;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What an agent's desk shows besides the main path: blind decisions, repeats, several matters. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeskPathsTest extends PageTest {

  @Test
  void blindCase_onTheDesk_isDecidedBeforeItsSuggestionIsShown() {
    QuarkusMock.installMockForType(BlindCases.of(1), BlindCases.class);
    String id =
        TestLogin.visitor()
            .body(Map.of("channel", "widget", "title", "营业执照如何办理", "text", "请问营业执照如何办理？"))
            .post("/api/cases")
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      assertThat(page.getByText("这一件抽中独立判断")).isVisible();
      assertThat(button(page, "采纳建议")).hasCount(0);
      assertThat(page.getByText("把握 ")).hasCount(0);
      browser.press("独立判断");
      assertThat(page.getByLabel("牵头部门")).hasValue("");
      page.getByLabel("类别", new Page.GetByLabelOptions().setExact(true))
          .selectOption("consultation");
      page.getByLabel("牵头部门").fill(TestDepartments.listed("浏览器测试市场监管局"));
      browser.press("确定");
      assertThat(page.getByText("已改定并记录。")).isVisible();
      assertThat(page.getByText("这一件抽中独立判断")).hasCount(0);
      page.getByText("当时的建议和理由").click();
      assertThat(page.getByText("个工作日，应于").first()).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void repeat_onTheDesk_isMergedByOnePress() {
    String title = "锅炉房噪音扰民" + System.nanoTime();
    String text = "厂区东侧锅炉房夜间噪音很大，员工宿舍无法休息，多次反映没有结果，请尽快治理。" + title;
    filed(title, text);
    String again = filed(title, text);
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + again);
      Page page = browser.page();
      assertThat(page.getByText("疑似重复来件")).isVisible();
      browser.press("并入 ");
      assertThat(page.getByText("答复随主办件")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void matters_onTheDesk_standWithTheirOwnOwners() {
    String id = filed("两件事", "有两件事：1、请问高新技术企业认定需要什么条件，什么时候申报？2、员工被拖欠工资三个月，劳动监察一直没有结果，要求尽快处理。");
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + id);
      assertThat(browser.page().getByText("来件包含 2 个事项")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void personalData_shownByAPress_isOnRecord() {
    String id = filed("路灯不亮" + System.nanoTime(), "园区路灯不亮，请回电13800138000。");
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      assertThat(page.getByText("138****8000")).isVisible();
      assertThat(readings(id)).isZero();
      browser.press("显示个人信息");
      assertThat(page.getByText("13800138000")).isVisible();
      assertThat(readings(id)).isEqualTo(1);
      browser.press("遮蔽个人信息");
      assertThat(page.getByText("138****8000")).isVisible();
    }
  }

  @Test
  void case_printed_hasTextReplyAndLogAndNothingToPress() throws IOException {
    String end = "以上是第六十条情况";
    String text =
        IntStream.range(0, 60).mapToObj("园区供水第%d次中断，"::formatted).collect(joining("\n")) + end;
    String id = filed("园区供水", text);
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      browser.press("备注");
      page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("备注")).fill("已电话核实");
      browser.press("确定");
      assertThat(page.getByText("已备注。")).isVisible();
      browser.press("生成拟答复");
      assertThat(page.getByLabel("答复正文")).isVisible();
      String reply = page.getByLabel("答复正文").inputValue().strip();
      String printed = text(page.pdf());
      assertThat(printed).contains("园区供水", end, "办理记录", "已电话核实");
      assertThat(reply).isNotEmpty();
      assertThat(printed.replaceAll("\\s", "")).contains(reply.replaceAll("\\s", ""));
      assertThat(printed).doesNotContain("坐席工作台", "重新生成", "不予受理", "任何期限");
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void draft_onTheDesk_showsMattersAndPastReplies() {
    String past =
        "{\"id\":\"DESK-H\",\"title\":\"蜂箱转场检疫\",\"text\":\"蜂箱转场过省界要办哪些检疫手续？\",\"department\":\"测试农业局\","
            + "\"category\":\"咨询\",\"repliedAt\":\"2024-05-06\",\"reply\":\"蜂箱转场前请到起运地动物卫生监督机构申报检疫，领取检疫证明后起运。\"}\n";
    TestLogin.token()
        .contentType("application/x-ndjson")
        .body(past.getBytes(StandardCharsets.UTF_8))
        .post("/api/cases/history")
        .then()
        .statusCode(200);
    String id = filed("蜂箱转场检疫手续", "我合作社的蜂箱转场过省界，要办哪些检疫手续？");
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      browser.press("生成拟答复");
      Locator matters = list(page, "来件的事项");
      assertThat(matters).containsText("蜂箱转场");
      assertThat(matters).containsText("参照往复");
      assertThat(list(page, "参照的往复")).containsText("测试农业局 · DESK-H · 2024-05-06");
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static Locator list(Page page, String name) {
    return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(name));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static int readings(String id) {
    return TestLogin.token().queryParam("case", id).get("/api/audit/reads").path("total");
  }
}
