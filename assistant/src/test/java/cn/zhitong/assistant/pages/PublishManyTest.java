package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thirty files chosen at once on the publisher's page. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublishManyTest extends PageTest {
  private static final int FILES = 30;

  @Test
  void upload_thirtyFiles_showsAResultForEachAndAsksAboutTheSameOne() {
    String mark = Long.toString(System.nanoTime());
    List<FilePayload> files = new ArrayList<>();
    for (int i = 1; i < FILES; i++) {
      files.add(file("p" + i + "-" + mark + ".txt", mark + "第" + i));
    }
    files.add(
        new FilePayload(
            "bad-" + mark + ".pdf", "application/pdf", "%PDF-x".getBytes(StandardCharsets.UTF_8)));
    try (Browser browser = browser(1280, 900)) {
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/publish");
      Page page = browser.page();
      choose(page, files);
      browser.press("逐份发布");
      assertThat(page.getByText("完成：共 30 份，入库 29 份，没有入库 1 份"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
      assertThat(
              page.getByRole(
                  com.microsoft.playwright.options.AriaRole.ROWHEADER,
                  new Page.GetByRoleOptions().setName("p7-" + mark + ".txt")))
          .isVisible();
      choose(
          page,
          List.of(
              file("again-" + mark + ".txt", mark + "第3"),
              file("new-" + mark + ".txt", mark + "另")));
      browser.press("逐份发布");
      browser.press("是副本，两份都保留：again-" + mark + ".txt");
      assertThat(page.getByText("两份都保留").last()).isVisible();
      assertThat(browser.seriousFindings()).isEmpty();
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static void choose(Page page, List<FilePayload> files) {
    page.getByLabel("政策文件").setInputFiles(files.toArray(new FilePayload[0]));
  }

  private static FilePayload file(String name, String matter) {
    String text =
        "枫林省关于支持"
            + matter
            + "的若干措施\n枫政〔2026〕"
            + (matter.hashCode() & 0xffff)
            + "号\n一、奖励\n给予一次性奖励。\n枫林省人民政府\n2026年6月3日\n";
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }
}
