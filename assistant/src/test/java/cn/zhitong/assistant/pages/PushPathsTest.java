package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.push.PushProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From an item to the enterprises, back to the boards, and to visits. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PushPathsTest extends PageTest {
  /** Where pictures go for who wants to look: {@code -Dzhitong.pictures=DIR}. */
  private static final String PICTURES = System.getProperty("zhitong.pictures");

  private static final Pattern DRAWN = Pattern.compile("名单（[1-9]\\d*）");

  @Inject Jdbc jdbc;

  private static void picture(Browser browser, String name) {
    if (PICTURES != null) {
      browser.settle();
      browser.fullPicture(Path.of(PICTURES, name + ".png"));
    }
  }

  /** Other buttons have the word in their names, too. */
  private static void pressExactly(Browser browser, String name) {
    browser
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private String code(int i) {
    return TestItems.code("91350100MA7", i);
  }

  private String fiveEnterprisesAndAnItem() {
    jdbc.update("update assistant.item set state = 'stopped'");
    jdbc.update("delete from assistant.enterprise");
    String[] names = {"甲机械有限公司", "乙软件有限公司", "丙商贸有限公司", "丁纺织有限公司", "戊物流有限公司"};
    String[] trades = {"C34", "I65", "F51", "C17", "G54"};
    for (int i = 0; i < names.length; i++) {
      TestItems.enterprise(
          code(i),
          names[i],
          50 + i,
          "region",
          i < 3 ? "350102" : "350203",
          "industry",
          trades[i],
          "scale",
          i < 2 ? "小型" : "微型");
      TestItems.contact(code(i), "e" + i + "@example.com", "1380000000" + i);
    }
    return TestItems.published("用工补贴", 100, Map.of());
  }

  @Test
  void item_pushedByAPublisher_isTriedApprovedAndAnswered() {
    String item = fiveEnterprisesAndAnItem();
    String publisher = TestLogin.newAccount(Role.PUBLISHER);
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(publisher, PASSWORD);
      browser.visit("/items/" + item);
      browser.press("试算");
      assertThat(browser.page().getByText("将推送 5 家")).isVisible();
      assertThat(browser.page().getByText("贵企业符合一项政策：用工补贴")).isVisible();
      picture(browser, "push-try");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.press("推送给 5 家");
      pressExactly(browser, "推送");
      assertThat(browser.page().getByText("由另一人批准后发送").first()).isVisible();
      picture(browser, "push-waiting");
      assertThat(browser.faults()).isEmpty();
    }
    try (Browser browser = browser(390, 844, ColorScheme.DARK)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/match-board");
      assertThat(browser.page().getByText("待批准的推送（1）")).isVisible();
      picture(browser, "push-approve-phone");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.press("批准并发送");
      assertThat(browser.page().getByText("待批准的推送")).isHidden();
      assertThat(browser.page().getByText("准确率").first()).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
    answer();
    boards();
  }

  private void answer() {
    try (Browser browser = browser(390, 844)) {
      browser.logIn(TestLogin.newEnterprise(code(0)), PASSWORD);
      browser.visit("/enterprise");
      assertThat(browser.page().getByText("1 条未读")).isVisible();
      browser.press("与我无关");
      browser.page().getByLabel("为什么与本企业无关").selectOption("other_business");
      picture(browser, "push-inbox-phone");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.press("提交");
      assertThat(browser.page().getByText("您说过与本企业无关")).isVisible();
      browser.page().getByText("接收方式和退订").click();
      browser.page().getByLabel("每周汇总").check();
      browser.press("保存");
      assertThat(browser.page().getByText("已保存")).isVisible();
      picture(browser, "push-choice-phone");
      assertThat(browser.faults()).isEmpty();
    }
  }

  private void boards() {
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/match-board");
      assertThat(browser.page().getByText("各事项的推送准确率").first()).isVisible();
      picture(browser, "push-accuracy");
      browser.visit("/cockpit");
      assertThat(browser.page().getByText("从符合到兑付")).isVisible();
      picture(browser, "cockpit");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.press("比较");
      assertThat(browser.page().getByText("不能证明是政策的作用")).isVisible();
      browser.visit("/visits");
      browser.page().getByText("抽取名单").click();
      browser.page().getByLabel("每层家数").fill("2");
      browser.press("抽取");
      // Two of each city and item; other tests' pushes are drawn from as well.
      assertThat(browser.page().getByText(DRAWN)).isVisible();
      browser.press("登记结果");
      picture(browser, "visits");
      assertThat(browser.seriousFindings()).isEmpty();
      for (String option : new String[] {"知道", "已申报", "按时", "满意"}) {
        browser.page().getByLabel(option, new Page.GetByLabelOptions().setExact(true)).check();
      }
      pressExactly(browser, "登记");
      assertThat(browser.page().getByText("逐题结果").first()).isVisible();
      picture(browser, "visits-done");
      assertThat(browser.faults()).isEmpty();
    }
    try (Browser browser = browser(390, 844, ColorScheme.DARK)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/cockpit");
      assertThat(browser.page().getByText("从符合到兑付")).isVisible();
      picture(browser, "cockpit-phone-dark");
    }
  }

  @Test
  void anybody_subscribes_atAPhone() {
    try (Browser browser = browser(390, 844)) {
      browser.visit("/subscribe");
      browser.page().getByLabel("邮箱").fill("reader@example.com");
      browser.page().getByLabel("含有的字").fill("补贴");
      picture(browser, "subscribe-phone");
      browser.press("订阅");
      assertThat(browser.page().getByText("确认信已发往 reader@example.com")).isVisible();
      assertThat(browser.seriousFindings()).isEmpty();
      browser.visit("/subscribe?again#end=AAAA");
      assertThat(browser.page().getByText("链接无效")).isVisible();
      browser.visit("/visit#t=AAAA");
      assertThat(browser.page().getByText("链接无效")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }
}
