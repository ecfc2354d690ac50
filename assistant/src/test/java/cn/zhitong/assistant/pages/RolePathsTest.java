package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.department.TestDepartments;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A working day of each kind of user, found from the start page and done by accessible names. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RolePathsTest extends PageTest {
  private Browser browser() {
    return browser(1280, 900);
  }

  @Test
  void newUser_fromTheStartPage_findsEveryPage() {
    try (Browser browser = browser()) {
      browser.visit("/");
      for (String name : new String[] {"政策问答", "政策库", "我的来件"}) {
        assertThat(link(browser.page(), name)).isVisible();
      }
      for (String name : new String[] {"坐席工作台", "部门办件", "督办看板", "政策发布", "系统管理"}) {
        assertThat(link(browser.page(), name)).isVisible();
      }
      // What needs a login leads there first, and from there on to the page.
      link(browser.page(), "督办看板").click();
      browser.fillIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.page().waitForURL("**/supervisor");
      assertThat(heading(browser.page(), "督办看板")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void enterprise_withAnAppeal_filesFollowsAndRates() {
    try (Browser browser = browser()) {
      browser.visit("/");
      link(browser.page(), "提交新的来件").click();
      Page page = browser.page();
      page.getByLabel("标题").fill("厂区门口道路何时修复");
      page.getByLabel("具体情况").fill("厂区门口道路破损，货车难以通行，请问何时修复？");
      browser.press("提交来件");
      assertThat(heading(page, "来件已提交")).isVisible();
      String number = page.locator("section strong").first().innerText();
      String code = page.locator("section strong").nth(1).innerText();
      answer(number);
      browser.visit("/my");
      page.getByLabel("来件编号").fill(number);
      page.getByLabel("查询码").fill(code);
      page.getByLabel("在本机记住").check();
      browser.press("查询");
      assertThat(page.getByText("道路将于本月底修复。")).isVisible();
      page.getByLabel("满意", new Page.GetByLabelOptions().setExact(true)).check();
      browser.press("提交评价");
      assertThat(page.getByText("您的评价：满意")).isVisible();
      // Remembered because asked to.
      browser.visit("/my");
      browser.press("厂区门口道路何时修复");
      assertThat(page.getByText("您的评价：满意")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void agent_byKeyboard_decidesAndReplies() {
    String title = "货款被拖欠 " + System.nanoTime();
    String id = filed(title, "某单位拖欠我公司货款半年，请求协调支付。联系电话13800138000。");
    try (Browser browser = browser()) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      assertThat(page.getByText("138****8000")).isVisible();
      browser.press("显示个人信息");
      assertThat(page.getByText("13800138000")).isVisible();
      // A key in a field is a letter, outside it is an act.
      page.keyboard().press("c");
      page.getByLabel("类别", new Page.GetByLabelOptions().setExact(true)).selectOption("demand");
      page.getByLabel("牵头部门").fill(TestDepartments.listed("浏览器测试局"));
      page.getByLabel("改定理由").fill("属于该局职责 abc");
      browser.press("确定");
      assertThat(page.getByText("已改定并记录。")).isVisible();
      page.keyboard().press("?");
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      browser.press("关闭");
      // A form closes its dialog in a task of its own; until then keys are the dialog's.
      assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
      page.keyboard().press("r");
      page.keyboard().type("已协调该单位支付货款。");
      assertThat(page.getByLabel("答复正文")).hasValue("已协调该单位支付货款。");
      browser.pressExactly("检查");
      browser.press("发出答复");
      browser.press("仍然发出");
      assertThat(page.getByText("答复已发出。")).isVisible();
      browser.visit("/supervisor/triage");
      assertThat(heading(page, "类别混淆矩阵")).isVisible();
      assertThat(page.getByRole(AriaRole.LINK, name("XLSX")).first()).isVisible();
      Download kept = page.waitForDownload(() -> browser.press("导出类别混淆矩阵为 CSV"));
      assertThat(kept.suggestedFilename()).isEqualTo("类别混淆矩阵.csv");
      assertThat(kept.path()).content().contains("诉求");
      for (String report : new String[] {"办理时限", "满意度", "低把握复核", "模型", "今日"}) {
        link(page, report).click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(page.locator(".card").first()).isVisible();
      }
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void draft_besideItsSources_isChanged() {
    String id = filed("节水奖励如何申领", "请问企业节水改造奖励如何申领？");
    Cases.known(id).decided("consultation", "浏览器测试水利局");
    try (Browser browser = browser()) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + id);
      Page page = browser.page();
      heading(page, "拟答复").waitFor();
      page.keyboard().press("d");
      Locator reply = page.getByLabel("答复正文");
      // The first draft of a process loads its models.
      assertThat(reply)
          .not()
          .hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(90_000));
      reply.fill(reply.inputValue() + "\n补充：另行电话告知。");
      browser.press("看改动");
      assertThat(page.locator("ins").last()).containsText("另行电话告知");
      browser.pressExactly("检查");
      assertThat(page.getByRole(AriaRole.LIST, name("发出前的检查"))).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void department_withCases_signsForAsksForTimeAndReturns() {
    String department = TestDepartments.listed("浏览器测试水务局" + System.nanoTime());
    String id = filed("园区排水不畅", "园区下雨就积水，请疏通管网。");
    Cases.known(id).decided("demand", department).does("dispatch");
    try (Browser browser = browser()) {
      browser.logIn(TestLogin.newHandlerOf(department), PASSWORD);
      link(browser.page(), "部门办件").first().click();
      Page page = browser.page();
      browser.press("园区排水不畅");
      browser.press("签收办理");
      assertThat(page.getByText("已签收办理。")).isVisible();
      browser.press("申请延期");
      page.getByLabel("延期工作日数").fill("3");
      page.getByLabel("理由").fill("需要现场勘查");
      browser.press("确定");
      assertThat(page.getByText("已申请延期。")).isVisible();
      String other = filed("园区路灯不亮", "园区路灯坏了两周，请修复。");
      Cases.known(other).decided("demand", department).does("dispatch");
      browser.visit("/department?case=" + other);
      browser.press("退回");
      page.getByLabel("理由").fill("属住建部门职责");
      browser.press("确定");
      assertThat(page.getByText("已退回。")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void publisher_withAPolicy_correctsPublishesLinksAndWithdraws() {
    String number = "枫测〔2025〕" + System.nanoTime() % 100_000 + "号";
    try (Browser browser = browser()) {
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      link(browser.page(), "政策发布").first().click();
      Page page = browser.page();
      String text =
          "枫林省人民政府关于支持企业节水的若干措施\n"
              + number
              + "\n\n一、节水奖励。企业节水改造投入超过50万元的，给予一次性奖励。（责任单位：省水利厅）\n\n"
              + "二、申领方式。企业登录省政务服务网提出申请。\n\n枫林省人民政府\n2025年9月26日\n";
      page.getByLabel("政策文件")
          .setInputFiles(
              new FilePayload(
                  "节水" + number + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
      browser.press("预览识别结果");
      assertThat(page.getByLabel("发文字号")).hasValue(number);
      // Friday 26 September 2025; the 28th is worked, 1 to 8 October are off.
      assertThat(page.getByText("2025-10-10")).isVisible();
      page.getByLabel("有效期至").fill("2030-12-31");
      browser.press("发布");
      // Its passages are embedded first.
      page.getByText("已发布：").waitFor();
      page.getByLabel("查找已发布的文件").fill(number);
      browser.press("查找");
      browser.press("改正和关联：枫林省人民政府关于支持企业节水");
      assertThat(page.getByLabel("有效期至")).hasValue("2030-12-31");
      page.getByLabel("索引号").fill("FC-1");
      browser.press("保存改正");
      assertThat(page.getByText("已改正：")).isVisible();
      browser.press("撤回：枫林省人民政府关于支持企业节水");
      page.getByLabel("撤回原因").fill("测试结束");
      browser.press("确定撤回");
      assertThat(page.getByText("已撤回：")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void administrator_withAccountAndKey_seesWhoLooked() {
    String name = "browser-" + System.nanoTime();
    try (Browser browser = browser()) {
      browser.logIn(TestLogin.newAccount(Role.ADMINISTRATOR), PASSWORD);
      link(browser.page(), "系统管理").click();
      Page page = browser.page();
      browser.press("新建账号");
      page.getByLabel("账号名").fill(name);
      page.getByLabel("姓名或岗位").fill("浏览器测试");
      page.getByLabel("坐席").check();
      browser.press("保存");
      Locator said = page.getByText("只显示这一次").first();
      said.waitFor();
      String password = said.locator("strong").nth(1).innerText();
      page.locator("zt-admin-keys summary").click();
      page.getByLabel("用途或使用的系统").fill(name);
      page.getByLabel("查看办件（不含个人信息）").check();
      page.locator("zt-admin-keys form button").click();
      assertThat(page.getByText("的密钥是")).isVisible();
      // What did not come about is said, not that it did.
      page.route("**/api/keys/*", Route::abort);
      browser.press("吊销 " + name);
      browser.press("确定吊销");
      assertThat(page.locator("zt-admin-keys").getByRole(AriaRole.ALERT)).isVisible();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator("zt-admin-keys").getByRole(AriaRole.ALERT)).isVisible();
      page.unroute("**/api/keys/*");
      browser.press("吊销 " + name);
      browser.press("确定吊销");
      assertThat(page.getByText("已吊销“" + name)).isVisible();
      assertThat(heading(page, "个人信息查阅记录")).isVisible();
      browser.press("退出");
      // The log-out leads to the start page; a visit before that would be cut off by it.
      page.waitForURL(root.toString());
      // The first password opens nothing but its own change.
      browser.visit("/login");
      browser.fillIn(name, password);
      page.waitForURL("**/account");
      page.getByLabel("当前密码").fill(password);
      page.getByLabel("新密码（").fill(PASSWORD);
      page.getByLabel("再输一次新密码").fill(PASSWORD);
      browser.press("修改密码");
      assertThat(page.getByText("密码已修改")).isVisible();
      browser.logIn(name, PASSWORD);
      assertThat(link(page, "坐席工作台")).isVisible();
      browser.visit("/admin");
      assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static void answer(String number) {
    String id =
        TestLogin.token()
            .queryParam("q", number)
            .get("/api/cases")
            .then()
            .extract()
            .path("items[0].caseId");
    Cases.known(id).decided("demand", "浏览器测试局").does("reply", "text", "道路将于本月底修复。");
  }

  private static Locator link(Page page, String text) {
    return page.getByRole(AriaRole.LINK, name(text)).first();
  }

  private static Locator heading(Page page, String text) {
    return page.getByRole(AriaRole.HEADING, name(text)).first();
  }

  private static Page.GetByRoleOptions name(String text) {
    return new Page.GetByRoleOptions().setName(text);
  }
}
