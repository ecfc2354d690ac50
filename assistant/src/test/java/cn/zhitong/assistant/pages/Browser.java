package cn.zhitong.assistant.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's browser, which shares nothing with another's: its page, and what people do on ours,
 * by accessible names.
 */
final class Browser implements AutoCloseable {
  /** Evaluated, not loaded: the pages' security policy allows no foreign script. */
  private static final String AXE = axe();

  /** Asked once a frame: true when no chart has changed for ten frames. */
  private static final String CHARTS_AT_REST =
      """
      () => {
        const canvases = root => [...root.querySelectorAll('*')].flatMap(one =>
          one instanceof HTMLCanvasElement ? [one] : one.shadowRoot ? canvases(one.shadowRoot) : []);
        const drawn = canvases(document).map(one => one.toDataURL()).join();
        const before = window.settled ?? {drawn: null, frames: 0};
        window.settled = {drawn, frames: before.drawn === drawn ? before.frames + 1 : 0};
        return window.settled.frames >= 10;
      }""";

  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> faults = new ArrayList<>();

  Browser(String base, int width, int height) {
    this(base, width, height, ColorScheme.LIGHT);
  }

  Browser(String base, int width, int height, ColorScheme scheme) {
    this.base = base;
    context =
        Chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("zh-CN"));
    context.setDefaultTimeout(30_000);
    // A busy machine files an appeal in more than the five seconds that are usual.
    PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    page = context.newPage();
    page.onPageError(faults::add);
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
    fillIn(name, password);
    page.waitForURL(base + "/");
  }

  /** The login that is shown. */
  void fillIn(String name, String password) {
    page.getByLabel("账号").fill(name);
    page.getByLabel("密码").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true))
        .click();
  }

  /** Asks on the start page and waits for the end of the answer. */
  void ask(String question) {
    visit("/");
    page.getByLabel("您的问题").fill(question);
    page.keyboard().press("Enter");
    // Question and 停止 come together; 停止 itself may be gone before anybody has looked.
    page.getByRole(AriaRole.LOG).getByText(question).first().waitFor();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送")).waitFor();
  }

  /** Of a button whose words may also stand within another's name. */
  void pressExactly(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  /** Waits until the page has its figures and its charts have come to rest. */
  void settle() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate("() => { delete window.settled; }");
    page.waitForFunction(CHARTS_AT_REST);
  }

  /** What axe-core holds to be serious or critical on the page shown, one finding a line. */
  @SuppressWarnings("unchecked")
  List<String> seriousFindings() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate(AXE);
    return (List<String>)
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .filter(found => ['serious', 'critical'].includes(found.impact))
              .flatMap(found => found.nodes.map(node =>
                location.pathname + ' ' + found.id + ' ' + JSON.stringify(node.target) + ' '
                  + node.failureSummary))""");
  }

  private static String axe() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /** The page from its head to its foot. */
  void fullPicture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    try {
      context.close();
    } catch (PlaywrightException e) {
      // It no longer does as it is told: the next test is to have another one.
      Chromium.stop();
      throw e;
    }
  }
}
