package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arrears and a meeting, from the desk to the enterprise's own page and to the lists. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ArrearsPathsTest extends PageTest {
  /** Where pictures go for who wants to look: {@code -Dzhitong.pictures=DIR}. */
  private static final String PICTURES = System.getProperty("zhitong.pictures");

  private static void picture(Browser browser, String name) {
    if (PICTURES != null) {
      browser.settle();
      browser.fullPicture(Path.of(PICTURES, name + ".png"));
    }
  }

  @Test
  void debtAndMeeting_writtenAtTheDesk_areSeenByTheEnterpriseAndInTheList() {
    Cases filed =
        Cases.filed(
            Map.of(
                "title",
                "工程款久拖不付",
                "text",
                "江口县建设局拖欠我公司工程款126万元，请督促支付",
                "enterprise",
                "云泽路桥工程有限公司"));
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.AGENT), PASSWORD);
      browser.visit("/desk?case=" + filed.id());
      Page page = browser.page();
      assertThat(page.getByText("来件中写到 1,260,000.00 元")).isVisible();
      browser.press("登记拖欠账款");
      assertThat(page.getByLabel("拖欠金额（元）")).hasValue("1260000");
      page.getByLabel("欠款单位名称").fill("江口县建设局");
      page.getByLabel("双方有无争议").selectOption("true");
      page.getByLabel("交付、验收或结算日期").fill("2025-03-31");
      page.getByLabel("商定的分期").fill("2025-06-30 600000\n2099-06-30 660000");
      picture(browser, "arrears-form");
      browser.press("确定");
      assertThat(page.getByText("应于 2025-04-30 前支付")).isVisible();
      browser.press("登记还款");
      page.getByLabel("到账金额（元）").fill("200000.50");
      page.getByLabel("到账日期").fill("2025-07-01");
      browser.press("确定");
      assertThat(page.getByText("1,059,999.50").first()).isVisible();
      browser.press("约定会议");
      page.getByLabel("会议链接").fill("https://meeting.example.com/j/123");
      page.getByLabel("开始时间").fill("2099-06-30T14:00");
      page.getByLabel("时长（分钟）").fill("60");
      page.getByLabel("参加方").fill("江口县建设局、云泽路桥工程有限公司");
      browser.press("确定");
      assertThat(page.getByText("待召开")).isVisible();
      picture(browser, "arrears-desk");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.visit("/arrears?q=" + "江口县建设局");
      assertThat(page.getByText("逾期的分期（1）")).isVisible();
      picture(browser, "arrears-list");
      assertThat(browser.faults()).isEmpty();
    }
    seenByTheEnterprise(filed);
    listOnAPhone();
  }

  private void seenByTheEnterprise(Cases filed) {
    String number = TestLogin.token().get("/api/cases/" + filed.id()).path("number");
    try (Browser browser = browser(390, 844)) {
      browser.visit("/my");
      Page page = browser.page();
      page.getByLabel("来件编号").fill(number);
      page.getByLabel("查询码").fill(filed.trackingCode());
      browser.press("查询");
      assertThat(page.getByText("尚欠")).isVisible();
      assertThat(page.getByText("进入会议")).isVisible();
      picture(browser, "arrears-enterprise-phone");
      assertThat(browser.seriousFindings()).isEmpty();
      String name = page.waitForDownload(() -> browser.press("加入日历")).suggestedFilename();
      assertThat(List.of(name)).containsExactly("meeting-1.ics");
      assertThat(browser.faults()).isEmpty();
    }
  }

  private void listOnAPhone() {
    Cases.filed(Map.of("text", "城管又来检查，影响生产", "enterprise", "青岚木业有限公司"));
    Cases.filed(Map.of("text", "消防多次到我厂检查", "enterprise", "青岚木业有限公司"));
    try (Browser browser = browser(390, 844, ColorScheme.DARK)) {
      browser.logIn(TestLogin.newAccount(Role.SUPERVISOR), PASSWORD);
      browser.visit("/arrears");
      assertThat(browser.page().getByText("按欠款单位类型").first()).isVisible();
      picture(browser, "arrears-list-phone");
      assertThat(browser.seriousFindings()).isEmpty();
      browser.visit("/supervisor/inspections");
      assertThat(browser.page().getByText("青岚木业有限公司")).isVisible();
      picture(browser, "inspections-phone");
      assertThat(browser.seriousFindings()).isEmpty();
      assertThat(browser.faults()).isEmpty();
    }
  }
}
