package cn.zhitong.assistant.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's Chromium with one page, and what people do on ours, by accessible names. */
final class Browser implements AutoCloseable {
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> faults = new ArrayList<>();

  Browser(String base, int width, int height) {
    this.base = base;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN"));
    context.setDefaultTimeout(30_000);
    page = context.newPage();
    page.onPageError(faults::add);
  }

  static boolean available() {
    return Files.isExecutable(CHROMIUM);
  }

  Page page() {
    return page;
  }

  /** Faults of our own scripts on the pages visited. */
  List<String> faults() {
    return faults;
  }

  void visit(String path) {
    page.navigate(base + path);
  }

  void logIn(String name, String password) {
    visit("/login");
    page.getByLabel("账号").fill(name);
    page.getByLabel("密码").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true))
        .click();
    page.waitForURL(base + "/");
  }

  /** Asks on the start page and waits for the end of the answer. */
  void ask(String question) {
    visit("/");
    page.getByLabel("您的问题").fill(question);
    page.keyboard().press("Enter");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("停止")).waitFor();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送")).waitFor();
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
