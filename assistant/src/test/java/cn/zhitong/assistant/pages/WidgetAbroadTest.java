package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The widget on a page of another site whose style sheet spares nothing and whose policy allows the
 * service and nothing else, while the service is down, slow and restarted.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WidgetAbroadTest extends PageTest {
  private static final String QUESTION = "渔船更新补多少？";

  private static final String HOSTILE =
      "html{font-size:50%} *{letter-spacing:4px!important;line-height:1!important;color:#eee!important;"
          + "float:left!important;text-transform:uppercase!important}"
          + " div,section,form,button,textarea{display:none!important;position:static!important}"
          + " zhitong-chat{display:block!important;width:auto!important}";

  private static final String CITATION =
      "{\"marker\":1,\"policyId\":\"p1\",\"title\":\"岚岫省渔船更新措施\",\"documentNumber\":\"岚政〔2026〕9号\","
          + "\"issuer\":\"岚岫省人民政府\",\"clause\":\"一\",\"quote\":\"一、每艘补助30万元。\",\"start\":1,\"end\":9,"
          + "\"status\":\"in_force\",\"url\":\"/policies/p1\",\"sourceUrl\":null}";

  private static final String ANSWER =
      "{\"id\":\"a1\",\"conversationId\":\"c1\",\"outcome\":\"answered\",\"mode\":\"extractive\",\"text\":\"每艘补助30万元。\","
          + "\"options\":[],\"sentences\":[{\"text\":\"每艘补助30万元。\",\"markers\":[1]}],\"citations\":["
          + CITATION
          + "],\"reason\":null,\"tookMillis\":3}";

  private ServiceGateway gateway;
  private HttpServer site;

  @BeforeEach
  void startBoth() throws Exception {
    gateway =
        new ServiceGateway(
            URI.create(root.toString()), "{\"citations\":[" + CITATION + "]}", ANSWER);
    gateway.start();
    site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    byte[] html =
        ("<!doctype html><html lang='zh'><head><meta charset='utf-8'><meta name='viewport'"
                + " content='width=device-width'><title>某市农业农村局</title><style nonce='n1'>"
                + HOSTILE
                + "</style></head><body><main><h1>渔业专栏</h1><zhitong-chat>政策问答暂时打不开，请致电"
                + " 12345。</zhitong-chat></main><script src='"
                + gateway.origin()
                + "/widget.js' defer></script></body></html>")
            .getBytes(StandardCharsets.UTF_8);
    String policy =
        "default-src 'none'; style-src 'nonce-n1'; script-src %1$s; connect-src %1$s"
            .formatted(gateway.origin());
    site.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.getResponseHeaders().set("Content-Security-Policy", policy);
          exchange.sendResponseHeaders(200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    site.start();
  }

  @AfterEach
  void stopBoth() {
    gateway.close();
    site.stop(0);
  }

  private Page open(Browser browser) {
    Page page = browser.page();
    page.navigate("http://127.0.0.1:" + site.getAddress().getPort() + "/");
    return page;
  }

  private static void ask(Page page) {
    page.getByLabel("您的问题").fill(QUESTION);
    page.keyboard().press("Enter");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void question_onAHostilePage_isAnsweredInSightAndAccessibly(int width) {
    try (Browser browser = browser(width, 844)) {
      Page page = open(browser);
      ask(page);
      assertThat(source(page)).isVisible();
      assertThat(page.locator(".question").last()).isInViewport();
      assertThat(page.getByRole(AriaRole.LOG)).isVisible();
      assertThat(source(page)).hasCSS("letter-spacing", "normal");
      assertThat(page.getByLabel("您的问题")).hasCSS("font-size", "16px");
      assertThat(browser.seriousFindings()).noneMatch(found -> found.contains("zhitong-chat"));
      assertThat(browser.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void service_slow_showsTheRelatedClausesBeforeTheAnswer(int width) {
    try (Browser browser = browser(width, 844)) {
      Page page = open(browser);
      gateway.hold();
      ask(page);
      assertThat(page.locator(".clauses")).containsText("每艘补助30万元。");
      assertThat(button(page, "停止")).isVisible();
      gateway.release();
      assertThat(source(page)).isVisible();
      assertThat(button(page, "发送")).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void service_downAndRestarted_isSaidAndAskedAgain(int width) throws Exception {
    try (Browser browser = browser(width, 844)) {
      Page page = open(browser);
      page.getByLabel("您的问题").waitFor();
      gateway.stop();
      ask(page);
      assertThat(page.getByText("政策问答服务暂时连接不上，请稍后重试，或致电 12345。")).isVisible();
      gateway.start();
      button(page, "重试").click();
      assertThat(source(page)).isVisible();
      assertThat(page.locator(".question")).hasCount(1);
      assertThat(page.getByLabel("您的问题")).isFocused();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void service_downAtLoad_leavesThePagesOwnWords(int width) throws Exception {
    try (Browser browser = browser(width, 844)) {
      gateway.stop();
      Page page = open(browser);
      assertThat(page.getByText("政策问答暂时打不开，请致电 12345。")).isVisible();
      assertThat(page.getByLabel("您的问题")).hasCount(0);
      gateway.start();
      page.reload();
      assertThat(page.getByLabel("您的问题")).isVisible();
    }
  }

  /** The mark behind the answer's sentence. */
  private static Locator source(Page page) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("出处 1：岚岫省渔船更新措施"));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
