package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The widget with answers of every outcome, on our start page and on pages of other sites. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WidgetTest extends PageTest {
  private static final String QUESTION = "首台套什么时候申报？";

  private static final String CLAUSE =
      "二、(一)首台套奖励。经认定的，按照下列标准给予奖励：\n1.国内首台套最高200万元；\n2.省内首台套最高80万元。";

  private static final String CITATION =
      """
      {"marker":1,"policyId":"p1","title":"枫林省支持首台套的若干措施","documentNumber":"枫政〔2025〕6号",
       "issuer":"枫林省人民政府","clause":"二、(一)","quote":"%s","start":1,"end":9,"status":"in_force",
       "url":"/policies/p1","sourceUrl":null}\
      """
          .formatted(CLAUSE.replace("\n", "\\n"));

  private static String answer(String outcome, String sentences, String more) {
    return """
    {"id":"a1","conversationId":"c1","outcome":"%s","mode":"extractive","text":"没有找到直接回答这个问题的规定，以下条款可能有关。",
     "options":[],"sentences":%s,"citations":[%s],"reason":null,"tookMillis":3%s}\
    """
        .formatted(outcome, sentences, CITATION, more);
  }

  @Test
  void clauses_relatedToTheQuestion_areShownWholeWithWaysToGoOn() {
    try (Browser browser = browser(390, 844)) {
      Page page = browser.page();
      String notes =
          ",\"notes\":[{\"kind\":\"carried_over\",\"text\":\"按上文理解。\"},{\"kind\":\"window_closed\",\"text\":\"2025年的申报已截止。\"}],\"understoodAs\":\"首台套奖励的申报时间\"";
      stub(page, "related", answer("related", "[]", notes));
      ask(browser, QUESTION);
      Locator clauses = list(page, "可能有关的条款");
      assertThat(clauses).containsText("1.国内首台套最高200万元；");
      assertThat(clauses).containsText("2.省内首台套最高80万元。");
      assertThat(page.getByText("没有找到直接回答这个问题的规定")).isVisible();
      assertThat(page.getByText("按上文理解为“首台套奖励的申报时间”")).isVisible();
      assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("提示")))
          .containsText("2025年的申报已截止。");
      browser.press("问得更具体一些");
      assertThat(page.getByLabel("您的问题")).hasValue(QUESTION);
      assertThat(page.getByLabel("您的问题")).isFocused();
      browser.press("转为来件，请部门答复");
      assertThat(page.getByLabel("具体情况")).hasValue(QUESTION);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void smallTalk_answered_offersNoAppeal() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      stub(
          page,
          "stage",
          "{\"id\":\"a\",\"conversationId\":\"c\",\"outcome\":\"refused\",\"mode\":null,\"text\":\"您好，请问想了解哪项政策？\","
              + "\"options\":[],\"sentences\":[],\"citations\":[],\"reason\":\"small_talk\",\"tookMillis\":1}");
      ask(browser, "你好");
      assertThat(page.getByText("请问想了解哪项政策")).isVisible();
      assertThat(button(page, "转为来件")).hasCount(0);
    }
  }

  @Test
  void answer_longOnAPhone_showsItsBeginningAndMarksItsSourcesAtTheEnd() {
    StringBuilder sentences = new StringBuilder("[{\"text\":\"《若干措施》二：\",\"markers\":[1]}");
    for (int i = 1; i <= 30; i++) {
      sentences
          .append(",{\"text\":\"")
          .append(i)
          .append(".第")
          .append(i)
          .append("项材料；\\n\",\"markers\":[1]}");
    }
    try (Browser browser = browser(390, 844)) {
      Page page = browser.page();
      stub(page, "stage", answer("answered", sentences + "]", ""));
      ask(browser, QUESTION);
      assertThat(page.locator(".intro")).hasText("《若干措施》二：");
      assertThat(page.locator("a.marker")).hasCount(1);
      assertThat(page.locator(".quoted"))
          .hasText(java.util.regex.Pattern.compile("30.第30项材料；\\s*1$"));
      assertThat(page.locator(".question").last()).isInViewport();
      assertThat(page.locator(".intro")).isInViewport();
    }
  }

  /** Asked something that was not answered, and the appeal about it typed. */
  private Page appealBegun(Browser browser) {
    Page page = browser.page();
    stub(page, "stage", answer("related", "[]", ""));
    ask(browser, QUESTION);
    browser.press("转为来件，请部门答复");
    page.getByLabel("具体情况").fill("我厂的首台套设备想申报奖励。");
    return page;
  }

  @Test
  void receipt_conversationRenewedAndPageReloaded_isStillThere() {
    try (Browser browser = browser(390, 844)) {
      Page page = appealBegun(browser);
      page.keyboard().press("Escape");
      assertThat(button(page, "转为来件，请部门答复")).isFocused();
      page.reload();
      browser.press("转为来件，请部门答复");
      assertThat(page.getByLabel("具体情况")).hasValue("我厂的首台套设备想申报奖励。");
      button(page, "提交来件").click();
      assertThat(page.getByText("已收到您的来件，等待受理。")).isVisible();
      String number = page.locator(".receipt .number").innerText();
      String code = page.locator(".receipt .code").innerText();
      browser.press("新对话");
      browser.press("开始新对话");
      assertThat(page.getByLabel("您的问题")).isFocused();
      page.reload();
      page.getByText("在这里提交过的来件").click();
      assertThat(page.getByText("编号 " + number + "，查询码 " + code)).isVisible();
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void appeal_answerLost_isFiledOnceAndItsReceiptShownAfterAll() {
    try (Browser browser = browser(1280, 900)) {
      Page page = appealBegun(browser);
      List<String> numbers = new ArrayList<>();
      page.route(
          "**/api/cases",
          route -> {
            numbers.add(route.fetch().text());
            route.abort();
          });
      button(page, "提交来件").click();
      assertThat(page.getByText("内容仍在表单中，可以再次提交。")).isVisible();
      page.unroute("**/api/cases");
      page.reload();
      browser.press("转为来件，请部门答复");
      page.getByLabel("具体情况").fill("我厂的首台套设备想申报奖励，共两台。");
      button(page, "提交来件").click();
      Locator told = page.getByText("您上一次提交的来件其实已经收到");
      assertThat(told).isVisible();
      String number = told.innerText().replaceAll("(?s).*编号 (\\S+?)，.*", "$1");
      assertThat(numbers).hasSize(1).first().asString().contains(number);
      assertThat(page.getByLabel("具体情况")).hasValue("我厂的首台套设备想申报奖励，共两台。");
      button(page, "提交来件").click();
      assertThat(page.getByText("已收到您的来件，等待受理。")).isVisible();
      assertThat(page.locator(".receipt .number")).not().hasText(number);
      browser.press("新对话");
      browser.press("开始新对话");
      page.getByText("在这里提交过的来件（2）").click();
      assertThat(page.getByText("编号 " + number)).isVisible();
    }
  }

  @Test
  void question_longerThanTaken_isKeptWholeAndSaidSo() {
    try (Browser browser = browser(1280, 900)) {
      browser.visit("/");
      Page page = browser.page();
      page.getByLabel("您的问题").fill("长".repeat(1200));
      assertThat(page.getByText("现在 1200 字")).isVisible();
      assertThat(button(page, "发送")).isDisabled();
      page.reload();
      assertThat(page.getByLabel("您的问题")).hasValue("长".repeat(1200));
    }
  }

  @Test
  void turn_failed_isAskedAgain() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      page.route(
          "**/api/questions", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
      ask(browser, QUESTION);
      assertThat(button(page, "重试")).isVisible();
      page.unroute("**/api/questions");
      stub(page, "stage", answer("related", "[]", ""));
      browser.press("重试");
      assertThat(list(page, "可能有关的条款")).isVisible();
      assertThat(page.locator(".question")).hasCount(1);
      assertThat(page.getByLabel("您的问题")).isFocused();
    }
  }

  @Test
  void widgets_twoRegionsOnOnePage_keepTheirOwnConversations() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      stub(page, "stage", answer("related", "[]", ""));
      site(
          page,
          "",
          "<zhitong-chat region='990100' heading='澜州'></zhitong-chat><zhitong-chat region='990200'"
              + " heading='望川'></zhitong-chat>");
      page.getByLabel("您的问题").first().fill(QUESTION);
      page.keyboard().press("Enter");
      assertThat(page.locator(".clauses")).hasCount(1);
      page.reload();
      assertThat(region(page, "澜州").locator(".question")).hasText("您问：" + QUESTION);
      assertThat(region(page, "望川").locator(".question")).hasCount(0);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void window_hostileCssOfThePage_looksLikeItself() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      site(
          page,
          "html{font-size:62.5%} body{text-align:center;color:#fff}"
              + " *{letter-spacing:3px!important;font-family:serif!important;line-height:1!important}"
              + " button{background:lime!important}",
          "<zhitong-chat></zhitong-chat>");
      page.getByLabel("您的问题").waitFor();
      Map<?, ?> style =
          (Map<?, ?>)
              page.evaluate(
                  """
                  () => { const window = document.querySelector('zhitong-chat').shadowRoot.querySelector('.window');
                    const style = getComputedStyle(window);
                    const box = getComputedStyle(window.querySelector('textarea'));
                    return {size: style.fontSize, align: style.textAlign, spacing: style.letterSpacing,
                      family: style.fontFamily, box: box.fontSize}; }\
                  """);
      assertThat(style.get("size")).isEqualTo("16px");
      assertThat(style.get("box")).isEqualTo("16px");
      assertThat(style.get("align")).isEqualTo("start");
      assertThat(style.get("spacing")).isEqualTo("normal");
      assertThat(style.get("family")).asString().startsWith("system-ui");
    }
  }

  @Test
  void call_originNotAllowed_isExplainedToTheWebmaster() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      site(page, "", "<zhitong-chat></zhitong-chat>");
      page.getByLabel("您的问题").fill(QUESTION);
      page.keyboard().press("Enter");
      assertThat(page.getByText("请把 " + siteOrigin() + " 加入政企直通服务的允许来源")).isVisible();
      assertThat(button(page, "转为来件，请部门答复")).hasCount(0);
    }
  }

  @Test
  void answer_calledUseless_asksWhyAndTellsTheService() {
    for (int width : List.of(1280, 390)) {
      try (Browser browser = browser(width, 844)) {
        Page page = browser.page();
        List<String> given = new ArrayList<>();
        stub(page, "stage", answer("related", "[]", ""));
        page.route(
            "**/api/questions/a1/feedback",
            route -> {
              given.add(route.request().postData());
              route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
        ask(browser, QUESTION);
        browser.press("没用");
        page.getByLabel("不完整").check();
        browser.press("提交");
        assertThat(page.getByText("感谢您的评价。")).isVisible();
        assertThat(given).hasSize(1);
        assertThat(given.get(0)).contains("\"useful\":false").contains("不完整");
        page.reload();
        assertThat(page.getByText("感谢您的评价。")).isVisible();
        assertThat(browser.faults()).isEmpty();
      }
    }
  }

  @Test
  void conversation_renewed_isOpenedAgainFromTheHistory() {
    try (Browser browser = browser(390, 844)) {
      Page page = browser.page();
      stub(page, "stage", answer("related", "[]", ""));
      ask(browser, QUESTION);
      assertThat(page.locator(".clauses")).hasCount(1);
      browser.press("新对话");
      browser.press("开始新对话");
      page.reload();
      page.getByText("以前的对话（1）").click();
      button(page, "打开").click();
      assertThat(page.locator(".question")).hasText("您问：" + QUESTION);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void frame_pageInEnglish_isInEnglishAndTextsStayChinese() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      stub(page, "stage", answer("related", "[]", ""));
      site(page, "", "<zhitong-chat lang='en'></zhitong-chat>");
      page.getByLabel("Your question").fill(QUESTION);
      button(page, "Send").click();
      assertThat(page.getByText("No clause answers this directly.")).isVisible();
      assertThat(list(page, "Clauses that may be related")).containsText("国内首台套最高200万元");
      assertThat(button(page, "File an appeal to the department")).isVisible();
    }
  }

  @Test
  void place_chosen_isKeptAndSent() {
    try (Browser browser = browser(390, 844)) {
      Page page = browser.page();
      List<String> asked = new ArrayList<>();
      stub(page, "stage", answer("related", "[]", ""));
      page.onRequest(
          request -> {
            if (request.url().endsWith("/api/questions")) {
              asked.add(request.postData());
            }
          });
      browser.visit("/");
      browser.press("选择地区");
      page.getByLabel("选择地区").fill("福州市（350100）");
      browser.press("确定");
      page.reload();
      assertThat(page.getByText("福州市")).isVisible();
      page.getByLabel("您的问题").fill(QUESTION);
      page.keyboard().press("Enter");
      assertThat(page.locator(".clauses")).hasCount(1);
      assertThat(asked).hasSize(1);
      assertThat(asked.get(0)).contains("\"region\":\"350100\"");
    }
  }

  @Test
  void launcher_openedAndEscaped_closesAndHasTheFocus() {
    for (int width : List.of(1280, 390)) {
      try (Browser browser = browser(width, 844)) {
        Page page = browser.page();
        site(page, "", "<zhitong-chat launcher='政策问答'></zhitong-chat>");
        button(page, "政策问答").click();
        assertThat(page.getByLabel("您的问题")).isFocused();
        assertThat(page.getByLabel("您的问题")).isInViewport();
        page.keyboard().press("Escape");
        assertThat(page.getByLabel("您的问题")).hasCount(0);
        assertThat(button(page, "政策问答")).isFocused();
        assertThat(browser.faults()).isEmpty();
      }
    }
  }

  /** The service's answers as they will be, whatever it finds today. */
  private static void stub(Page page, String event, String answer) {
    String first =
        event.equals("related")
            ? "{\"citations\":[" + CITATION.replace("\n", "") + "]}"
            : "{\"name\":\"retrieve\"}";
    String stream =
        "event: "
            + event
            + "\ndata: "
            + first
            + "\n\nevent: answer\ndata: "
            + answer.replace("\n", "")
            + "\n\n";
    page.route(
        "**/api/questions",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/event-stream")
                    .setHeaders(
                        Map.of(
                            "Access-Control-Allow-Origin",
                            "*",
                            "Access-Control-Allow-Headers",
                            "*"))
                    .setBody(stream)));
  }

  private static void ask(Browser browser, String question) {
    browser.visit("/");
    browser.page().getByLabel("您的问题").fill(question);
    browser.page().keyboard().press("Enter");
  }

  private HttpServer site;

  @AfterEach
  void stopSite() {
    if (site != null) {
      site.stop(0);
    }
  }

  private String siteOrigin() {
    return "http://127.0.0.1:" + site.getAddress().getPort();
  }

  /** A page of another site with the widget's script. */
  private void site(Page page, String css, String body) {
    String html =
        "<!doctype html><html lang='zh'><head><meta charset='utf-8'><meta name='viewport'"
            + " content='width=device-width'><title>某市工信局</title><style>"
            + css
            + "</style></head><body><script src='"
            + root
            + "widget.js' defer></script>"
            + body
            + "</body></html>";
    stopSite();
    try {
      site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    site.createContext("/", exchange -> answer(exchange, html.getBytes(StandardCharsets.UTF_8)));
    site.start();
    page.navigate(siteOrigin() + "/");
  }

  private static void answer(HttpExchange exchange, byte[] html) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, html.length);
    exchange.getResponseBody().write(html);
    exchange.close();
  }

  private static Locator region(Page page, String name) {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator list(Page page, String name) {
    return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
