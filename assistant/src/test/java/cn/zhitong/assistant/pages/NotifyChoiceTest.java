package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkOptionsProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an enterprise is told is chosen where it files, by itself or by telephone. */
@QuarkusTest
@TestProfile(CaseworkOptionsProfile.class)
@WithTestResource(TestDatabase.class)
class NotifyChoiceTest extends PageTest {
  private static final String CHANNELS =
      """
      select k.channels from assistant.case_contact k
        join assistant.appeal_case c on c.id = k.case_id where c.title = ?
      """;

  @Inject Jdbc jdbc;

  @Test
  void enterprise_choosesInTheForm_andAReloadKeepsWhatItTyped() {
    String title = "告知方式" + System.nanoTime();
    try (Browser browser = browser(1280, 900)) {
      browser.visit("/my?new=1");
      Page page = browser.page();
      page.getByLabel("标题").fill(title);
      page.getByLabel("具体情况").fill("请问厂房租金补贴怎么申请");
      page.getByLabel("联系电话").fill("13900002222");
      page.getByLabel("电子邮箱").fill("owner@example.com");
      page.getByLabel("邮件", new Page.GetByLabelOptions().setExact(true)).uncheck();
      page.reload();
      assertThat(page.getByLabel("标题")).hasValue(title);
      page.getByLabel("邮件", new Page.GetByLabelOptions().setExact(true)).uncheck();
      page.getByLabel("平台消息", new Page.GetByLabelOptions().setExact(true)).uncheck();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交来件")).click();
      assertThat(page.getByText("来件已提交")).isVisible();
      assertThat(channels(title)).containsExactly("sms");
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void agent_asksTheCaller_andSeesHowOftenSuchSuggestionsWereRight() {
    String title = "来电告知" + System.nanoTime();
    try (Browser browser = browser(1366, 768)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk");
      Page page = browser.page();
      page.getByText("来电登记").click();
      Locator call = page.locator("zt-desk-call");
      call.getByLabel("标题").fill(title);
      call.getByLabel("诉求内容").fill("请问厂房租金补贴怎么申请");
      call.getByLabel("回电号码").fill("13900003333");
      call.getByLabel("平台消息").uncheck();
      call.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记立案")).click();
      assertThat(call.getByText("已立案")).isVisible();
      // No address for a mail was noted down: it is not promised.
      assertThat(channels(title)).containsExactly("sms");
      assertThat(page.locator("zt-case-decide").getByText("同等把握的").first()).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  private List<String> channels(String title) {
    return jdbc.first(CHANNELS, row -> List.of((String[]) row.getArray(1).getArray()), title)
        .orElseThrow();
  }
}
