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
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a desk asks before it acts, and how an agent finds a case in the queue. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeskWorkTest extends PageTest {

  @Test
  void dispatch_pressed_asksAndSaysToWhom() {
    Cases filed = decided("园区围墙倒塌");
    try (Browser browser = desk(filed.id())) {
      Page page = browser.page();
      button(page, "派单").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("派给：浏览器测试局");
      page.keyboard().press("Escape");
      assertThat(page.getByText("已派单。")).hasCount(0);
      button(page, "派单").click();
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("派单"))
          .click();
      assertThat(page.getByText("已派单。")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void reply_supportingOfficeStillAtWork_isAskedAbout() {
    Cases filed = decided("园区排水和道路");
    filed
        .does("dispatch")
        .does("start")
        .does("add_support", "supporting", List.of(TestDepartments.listed("浏览器配合局")));
    try (Browser browser = desk(filed.id())) {
      Page page = browser.page();
      page.getByLabel("答复正文").fill("您好，现答复如下。已安排修复。");
      button(page, "发出答复").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("配合单位浏览器配合局还没有提交意见");
      browser.press("回去修改");
      assertThat(page.getByLabel("答复正文")).isFocused();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void rating_toldByTelephone_isEnteredOnTheDesk() {
    Cases filed = decided("路灯不亮");
    filed.does("reply", "text", "路灯已修复。").does("follow_up");
    try (Browser browser = desk(filed.id())) {
      Page page = browser.page();
      button(page, "评价").click();
      page.getByLabel("满意程度").selectOption("4");
      page.getByLabel("企业的说法").fill("来电说已经修好");
      button(page, "确定").click();
      assertThat(page.getByText("已评价。")).isVisible();
      assertThat(page.getByText("企业评价：满意")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void transfer_placeByItsName_hasItsCode() {
    Cases filed = decided("外省企业的事");
    try (Browser browser = desk(filed.id())) {
      Page page = browser.page();
      button(page, "转办").click();
      page.getByLabel("转办到的层级").selectOption("county");
      page.waitForResponse(
          response -> response.url().contains("/api/places"),
          () -> page.getByLabel("地区（选填").fill("福州市鼓楼区"));
      assertThat(page.locator("#m-region-places option").first())
          .hasAttribute("value", "福建省福州市鼓楼区（350102）");
      page.getByLabel("地区（选填").fill("福建省福州市鼓楼区（350102）");
      page.getByLabel("理由").fill("属当地职责");
      button(page, "确定").click();
      assertThat(page.getByText("已转办。")).isVisible();
      assertThat(
              TestLogin.token()
                  .get("/api/cases/" + filed.id())
                  .<String>path("transferredTo.region"))
          .isEqualTo("350102");
    }
  }

  @Test
  void queue_narrowedAndSorted_keepsItInTheAddressAndAsAView() {
    String mark = "视图" + System.nanoTime();
    Cases old = Cases.filed(request(mark + "早", "2025-09-01T09:00:00+08:00"));
    Cases late = Cases.filed(request(mark + "晚", "2025-09-02T09:00:00+08:00"));
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk");
      Page page = browser.page();
      page.getByLabel("查找").first().fill(mark);
      page.keyboard().press("Enter");
      page.getByText("更多筛选和排序").click();
      page.getByLabel("排序").selectOption("newest");
      Locator rows = page.locator("button.item");
      assertThat(rows.first()).hasAttribute("data-id", late.id());
      assertThat(rows.first()).containsText("枫林机械厂");
      page.getByLabel("至", new Page.GetByLabelOptions().setExact(true)).fill("2025-09-01");
      assertThat(rows).hasCount(1);
      assertThat(rows.first()).hasAttribute("data-id", old.id());
      browser.press("存为视图");
      browser.visit("/desk");
      assertThat(page.locator("button.item").first()).isVisible();
      browser.press("未答复 " + mark);
      assertThat(rows).hasCount(1);
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*askedTo=2025-09-01.*"));
      page.reload();
      assertThat(rows).hasCount(1);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void call_writtenDownAndInterrupted_isFiledAndOpened() {
    String title = "来电：供水中断" + System.nanoTime();
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk");
      Page page = browser.page();
      page.getByText("来电登记").click();
      page.getByLabel("标题").fill(title);
      page.getByLabel("诉求内容").fill("园区供水中断两天，影响生产。");
      page.reload();
      page.getByText("来电登记").click();
      assertThat(page.getByText("已恢复您")).isVisible();
      page.getByLabel("来电人").fill("王先生");
      page.getByLabel("回电号码").fill("13800138000");
      button(page, "登记立案").click();
      assertThat(page.getByText("已立案：编号")).isVisible();
      assertThat(
              page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).first())
          .isVisible();
      assertThat(page.getByText("138****8000")).isVisible();
      assertThat(page.getByText("热线").first()).isVisible();
      assertThat(page.getByLabel("诉求内容")).hasValue("");
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void import_columnsNotKnown_areAssignedInThePreviewAndThenImported() {
    String mark = "单" + System.nanoTime();
    String sheet = "单子号码,事情经过详述,谁打来的\n" + mark + ",园区东门路灯坏了两周，夜间货车进出不便，请派人修复。,王先生\n";
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk");
      Page page = browser.page();
      page.getByText("导入热线工单").click();
      page.getByLabel("工单文件")
          .setInputFiles(
              new FilePayload(mark + ".csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
      Locator sheetForm = page.locator("zt-desk-import");
      sheetForm
          .getByLabel("正文", new Locator.GetByLabelOptions().setExact(true))
          .selectOption("事情经过详述");
      assertThat(page.getByText("将立案 1 件")).isVisible();
      sheetForm
          .getByLabel("工单编号", new Locator.GetByLabelOptions().setExact(true))
          .selectOption("单子号码");
      assertThat(page.getByText("没有用到的列：谁打来的")).isVisible();
      assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("前几行")))
          .containsText("园区东门路灯坏了两周");
      button(page, "导入 1 件").click();
      assertThat(page.getByText("新立案 1 件")).isVisible();
      assertThat(TestLogin.token().queryParam("q", mark).get("/api/cases").<Integer>path("total"))
          .isEqualTo(1);
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static Map<String, Object> request(String title, String askedAt) {
    return Map.of(
        "channel",
        "hotline",
        "title",
        title,
        "text",
        "园区供电不稳。",
        "enterprise",
        "枫林机械厂",
        "askedAt",
        askedAt);
  }

  private static Cases decided(String title) {
    return Cases.filed(Map.of("channel", "hotline", "title", title, "text", title + "，请处理。"))
        .decided("demand", "浏览器测试局");
  }

  private Browser desk(String id) {
    Browser browser = browser(1280, 900);
    browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
    browser.visit("/desk?case=" + id);
    return browser;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
