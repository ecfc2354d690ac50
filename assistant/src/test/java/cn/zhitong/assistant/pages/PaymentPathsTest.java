package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.payment.PaymentTables;
import cn.zhitong.assistant.push.PushProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment list comes in and is decided on; the public and the inspector read what came of it. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PaymentPathsTest extends PageTest {
  private static final String PICTURES = System.getProperty("zhitong.pictures");
  private static final UUID ITEM = UUID.fromString("01900000-0000-7000-8000-000000000737");

  private static final String LIST =
      """
      申报编号,统一社会信用代码,金额（万元）,拨付日期,凭证号
      PP1,%s,5,2026年3月5日,V1
      PP1,%s,5,2026年3月5日,V1
      PP9,,5,2026年3月5日,V2
      PP2,,五万左右,2026年3月5日,V3
      """
          .formatted(code(41), code(41));

  @Inject Jdbc jdbc;

  private static String code(int number) {
    return TestItems.code("91350100MA7", number);
  }

  private static void picture(Browser browser, String name) {
    if (PICTURES != null) {
      browser.settle();
      browser.fullPicture(Path.of(PICTURES, name + ".png"));
    }
  }

  @BeforeEach
  void applications() {
    PaymentTables.empty(jdbc);
    PaymentTables.payRows(jdbc);
    for (int i = 1; i <= 2; i++) {
      PaymentTables.application(
          jdbc, "PP" + i, code(40 + i), "福建企业" + i + "有限公司", ITEM, "技改补助", "approved", 50_000);
    }
  }

  private static void choose(Browser browser) {
    browser
        .page()
        .getByLabel("拨付清单", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(
            new FilePayload("拨付.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void supervisor_importsAList_andDecidesOnWhatIsWrong() {
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/payments");
      choose(browser);
      assertThat(browser.page().getByText("试算，没有改变任何记录")).isVisible();
      assertThat(browser.page().getByText("未读的行（1）")).isVisible();
      picture(browser, "payments-preview");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.press("导入，登记 1 行");
      assertThat(browser.page().getByText("共 2 行").first()).isVisible();
      browser.press("核实第 3 行");
      browser.page().getByLabel("依据").fill("与财政核对，只付了一次");
      browser.press("确定");
      assertThat(browser.page().getByText("共 1 行").first()).isVisible();
      picture(browser, "payments");
      assertThat(browser.seriousFindings()).isEmpty();
      choose(browser);
      assertThat(browser.page().getByText("此前已导入")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void publicAndInspector_read_andActOnNothing() {
    try (Browser browser = browser(390, 844, ColorScheme.DARK)) {
      browser.visit("/results");
      assertThat(browser.page().getByText("福建企业1有限公司")).isVisible();
      picture(browser, "results-phone-dark");
      assertThat(browser.seriousFindings()).isEmpty();
      assertThat(browser.faults()).isEmpty();
    }
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.INSPECTOR), PASSWORD);
      browser.visit("/inspection");
      assertThat(browser.page().getByText("每次查阅都有记录")).isVisible();
      assertThat(browser.page().getByText("预算和使用").first()).isVisible();
      assertThat(browser.page().getByText("导入拨付清单")).hasCount(0);
      picture(browser, "inspection");
      assertThat(browser.seriousFindings()).isEmpty();
    }
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/inspection");
      assertThat(browser.page().getByText("/api/payments?state=open").first()).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void supervisor_correctsAResult_andKeepsAnItemBack_untilItIsCancelled() {
    String correction = "更正：核准金额应为 45000 元";
    try (Browser browser = browser(1280, 900);
        Browser visitor = browser(390, 844, ColorScheme.DARK)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/results");
      Page page = browser.page();
      page.getByLabel("更正哪一条").selectOption(new SelectOption().setLabel("福建企业1有限公司，技改补助"));
      page.getByLabel("更正的内容（公开，不能删除）").fill(correction);
      browser.press("附上更正");
      assertThat(page.getByText("更正已附在原条目下。")).isVisible();
      assertThat(page.getByText(correction)).isVisible();
      assertThat(browser.seriousFindings()).isEmpty();
      visitor.visit("/results");
      assertThat(visitor.page().getByText(correction)).isVisible();
      assertThat(visitor.page().getByText("更正和公开日（督办）")).hasCount(0);
      assertThat(visitor.seriousFindings()).isEmpty();

      page.getByLabel("暂不公开的事项").selectOption(new SelectOption().setLabel("技改补助"));
      page.getByLabel("这一天起公开").fill("2099-01-01");
      browser.press("设定公开日");
      assertThat(page.getByText("该事项的结果 2099-01-01 起公开。")).isVisible();
      visitor.visit("/results");
      assertThat(visitor.page().getByRole(AriaRole.HEADING).first()).isVisible();
      assertThat(visitor.page().getByText("福建企业1有限公司")).hasCount(0);

      browser.press("取消");
      assertThat(page.getByText("已取消公开日。")).isVisible();
      visitor.visit("/results");
      assertThat(visitor.page().getByText("福建企业1有限公司")).isVisible();
      picture(browser, "results-keeper");
      assertThat(browser.faults()).isEmpty();
      assertThat(visitor.faults()).isEmpty();
    }
  }
}
