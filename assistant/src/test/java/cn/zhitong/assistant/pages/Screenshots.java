package cn.zhitong.assistant.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Takes the pictures of docs/img from a service started with {@code --demo}: {@code Screenshots URL
 * ACCOUNT PASSWORD OUT}, with an administrator's account whose first password was changed.
 */
final class Screenshots {
  private static final int WIDE = 1280;
  private static final int PHONE = 390;

  private final Path out;
  private final Browser browser;
  private final String suffix;

  private Screenshots(Path out, Browser browser, String suffix) {
    this.out = out;
    this.browser = browser;
    this.suffix = suffix;
  }

  public static void main(String[] args) throws Exception {
    String url = args[0];
    Path out = Files.createDirectories(Path.of(args[3]));
    try (Browser browser = new Browser(url, WIDE, 900)) {
      Screenshots wide = new Screenshots(out, browser, "");
      wide.visitors();
      wide.staff(args[1], args[2]);
    }
    try (Browser browser = new Browser(url, WIDE, 900, ColorScheme.DARK)) {
      browser.logIn(args[1], args[2]);
      new Screenshots(out, browser, "-dark").take("supervisor-triage", "/supervisor/triage");
    }
    try (Browser browser = new Browser(url, PHONE, 844)) {
      Screenshots phone = new Screenshots(out, browser, "-phone");
      browser.ask("火星上有水吗？");
      browser.press("转为来件，请部门答复");
      browser.picture(out.resolve("phone.png"));
      phone.take("library", "/library");
      browser.logIn(args[1], args[2]);
      phone.take("supervisor", "/supervisor");
      phone.take("departments", "/departments");
      phone.desk();
    }
    try (Stream<Path> pictures = Files.list(out)) {
      for (Path picture : pictures.filter(one -> one.toString().endsWith(".png")).toList()) {
        Palette.apply(picture);
      }
    }
    Chromium.stop();
  }

  private void visitors() {
    take("start", "/");
    browser.ask("企业咨询多久能得到答复？");
    browser.picture(out.resolve("home.png"));
    String link = browser.page().locator("a.marker").first().getAttribute("href");
    browser.visit(link);
    browser.page().locator("mark").first().waitFor();
    browser.picture(out.resolve("citation.png"));
    take("library", "/library");
    take("my", "/my?new=1");
    take("login", "/login");
  }

  private void staff(String account, String password) {
    browser.logIn(account, password);
    take("account", "/account");
    desk();
    take("department", "/department");
    take("supervisor", "/supervisor");
    for (String report :
        new String[] {
          "daily",
          "triage",
          "deadlines",
          "satisfaction",
          "drafts",
          "hot-issues",
          "lists",
          "review",
          "models"
        }) {
      take("supervisor-" + report, "/supervisor/" + report);
    }
    take("publish", "/publish");
    take("departments", "/departments");
    take("calendar", "/calendar");
    take("admin", "/admin");
  }

  /** The most urgent case with its draft beside the sources. */
  private void desk() {
    browser.visit("/desk");
    Page page = browser.page();
    page.locator("button.item").filter(new Locator.FilterOptions().setHasText("平台答复要几天")).click();
    page.getByText("分办建议").first().waitFor();
    browser.settle();
    // The press scrolled to it, over the page's head.
    page.evaluate("() => scrollTo(0, 0)");
    browser.picture(out.resolve("desk" + suffix + ".png"));
    page.keyboard().press("d");
    page.getByLabel("答复正文").waitFor();
    page.getByLabel("答复正文").scrollIntoViewIfNeeded();
    browser.settle();
    browser.picture(out.resolve("draft" + suffix + ".png"));
  }

  private void take(String name, String path) {
    browser.visit(path);
    browser.settle();
    browser.picture(out.resolve(name + suffix + ".png"));
  }
}
