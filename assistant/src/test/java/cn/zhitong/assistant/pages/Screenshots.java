package cn.zhitong.assistant.pages;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the pictures of docs/img from a service started with {@code --demo}: {@code Screenshots URL
 * ACCOUNT PASSWORD OUT}, with a supervisor's or the administrator's account.
 */
final class Screenshots {
  private Screenshots() {}

  public static void main(String[] args) throws Exception {
    String url = args[0];
    Path out = Files.createDirectories(Path.of(args[3]));
    try (Browser browser = new Browser(url, 1280, 900)) {
      browser.ask("企业咨询多久能得到答复？");
      browser.picture(out.resolve("home.png"));
      String link = browser.page().locator("a.marker").first().getAttribute("href");
      browser.visit(link);
      browser.page().locator("mark").first().waitFor();
      browser.picture(out.resolve("citation.png"));
      browser.visit("/library");
      browser.page().getByText("份，第").waitFor();
      browser.picture(out.resolve("library.png"));
      browser.logIn(args[1], args[2]);
      browser.visit("/supervisor/triage");
      browser.page().getByText("类别混淆矩阵").waitFor();
      browser.picture(out.resolve("supervisor.png"));
      browser.visit("/desk");
      browser.page().locator("button.item").first().click();
      browser
          .page()
          .getByRole(
              AriaRole.HEADING,
              new com.microsoft.playwright.Page.GetByRoleOptions().setName("分办建议"))
          .waitFor();
      browser.press("生成拟答复");
      browser.page().getByText("依据").first().waitFor();
      browser.picture(out.resolve("desk.png"));
      browser.visit("/publish");
      browser.page().getByLabel("政策文件").waitFor();
      browser.picture(out.resolve("publish.png"));
    }
    try (Browser phone = new Browser(url, 390, 844)) {
      phone.ask("火星上有水吗？");
      phone.press("转为来件，请部门答复");
      phone.picture(out.resolve("phone.png"));
      phone.visit("/my");
      phone.page().getByLabel("查询码").waitFor();
      phone.picture(out.resolve("my.png"));
    }
  }
}
