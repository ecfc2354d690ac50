package cn.zhitong.assistant.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How many keys and clicks a person needs on the desk for a condition. The page itself counts the
 * events that the browser gives it, so that nothing done here goes uncounted.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ItemActsTest extends PageTest {
  private static final int MOST = 15;

  /** A chord is one act, and so is marking words by dragging. */
  private static final String COUNTER =
      """
      addEventListener('pointerdown', event => count(event), true);
      addEventListener('keydown', event =>
        ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key) || count(event), true);
      function count(event) {
        if (event.isTrusted) {
          sessionStorage.acts = Number(sessionStorage.acts ?? 0) + 1;
        }
      }""";

  private static final String WORDS =
      """
      words => {
        const clause = document.querySelector('zt-item-edit').shadowRoot.querySelector('.clause');
        const texts = document.createTreeWalker(clause, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const at = texts.currentNode.data.indexOf(words);
          if (at >= 0) {
            const range = document.createRange();
            range.setStart(texts.currentNode, at);
            range.setEnd(texts.currentNode, at + words.length);
            const lines = [...range.getClientRects()];
            const ends = [lines[0], lines[lines.length - 1]];
            const [from, to] = ends.map(line => line.top + line.height / 2);
            return [ends[0].left + 1, from, ends[1].right - 1, to];
          }
        }
        return null;
      }""";

  private final Map<String, Integer> acts = new LinkedHashMap<>();

  @Test
  void anItem_fromDraftToPublication_takesFewActsACondition() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      page.addInitScript(COUNTER);
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/items/" + draft() + "/edit");
      open(page, 5);
      int before = counted(page);
      Keyboard keys = page.keyboard();

      act(page, "confirm", () -> keys.press("Enter"));
      open(page, 4);
      act(
          page,
          "number",
          () -> {
            keys.press("v");
            keys.type("500");
            keys.press("Enter");
          });
      open(page, 3);
      act(page, "field", () -> search(page, "lr", "利润"));
      open(page, 2);
      act(page, "operator", () -> choose(page, "o", "op", "<="));
      open(page, 1);
      act(
          page,
          "into the negative list",
          () -> {
            keys.press("x");
            keys.press("Enter");
          });
      open(page, 0);
      act(
          page,
          "missing one",
          () -> {
            mark(page, "注册资本不低于100万元");
            keys.press("n");
            keys.press("Enter");
          });
      open(page, 0);
      act(
          page,
          "either of two",
          () -> {
            keys.press("ArrowUp");
            keys.press("ArrowUp");
            keys.press("j");
          });
      act(
          page,
          "publication",
          () -> {
            button(page, "按当前条件生成样例").click();
            button(page, "发布").click();
            button(page.getByRole(AriaRole.DIALOG), "发布").click();
          });
      assertThat(page.getByText("已发布。")).isVisible();
      int all = counted(page) - before;
      System.out.println("acts: " + acts + ", " + all + " in all for 6 conditions");
      assertThat(acts).allSatisfy((what, n) -> assertThat(n).as(what).isBetween(1, MOST));
      assertThat(all / 6.0).isLessThanOrEqualTo(MOST);
      assertThat(browser.faults()).isEmpty();
    }
  }

  @Test
  void words_markedByAPerson_becomeWhatTheExtractionReads() {
    try (Browser browser = browser(1280, 900)) {
      Page page = browser.page();
      browser.logIn(TestLogin.newAccount(Role.PUBLISHER), PASSWORD);
      browser.visit("/items/" + draft() + "/edit");
      open(page, 5);
      mark(page, "近三年未发生安全事故");
      page.keyboard().press("n");
      // The page's own guess is 安全事故 = true.
      assertThat(page.getByText("6. 安全事故 never true")).isVisible();
      open(page, 6);
      assertThat(browser.faults()).isEmpty();
    }
  }

  private void act(Page page, String name, Runnable what) {
    int before = counted(page);
    what.run();
    acts.put(name, counted(page) - before);
  }

  private static int counted(Page page) {
    return ((Number) page.evaluate("() => Number(sessionStorage.acts ?? 0)")).intValue();
  }

  private static void open(Page page, int conditions) {
    String words = conditions == 0 ? "条件已全部确认" : "还有 " + conditions + " 条待确认";
    assertThat(page.getByText(words)).isVisible();
  }

  /** Arrows through a list, as somebody does who knows where the option stands. */
  private static void choose(Page page, String key, String part, String option) {
    page.keyboard().press(key);
    Locator list = page.locator(".leaf.chosen [data-part=" + part + "]");
    for (int i = 0; i < MOST && !option.equals(list.inputValue()); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(list).hasValue(option);
    page.keyboard().press("Enter");
  }

  /** By the first letters of how it is read, however far off it stands in the catalogue. */
  private static void search(Page page, String typed, String name) {
    page.keyboard().press("f");
    page.keyboard().type(typed);
    Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("字段"));
    assertThat(box).hasAttribute("aria-expanded", "true");
    assertThat(page.getByRole(AriaRole.OPTION).first()).containsText(name);
    page.keyboard().press("Enter");
  }

  @SuppressWarnings("unchecked") // what WORDS returns
  private static void mark(Page page, String words) {
    double[] ends =
        ((List<Number>) page.evaluate(WORDS, words))
            .stream().mapToDouble(Number::doubleValue).toArray();
    page.mouse().move(ends[0], ends[1]);
    page.mouse().down();
    page.mouse().move(ends[2], ends[3]);
    page.mouse().up();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String draft() {
    return DraftedItem.of(
        "动作试验奖励",
        "职工不少于30人，营业收入不低于500万元，利润不低于50万元，负债不超过20万元，未列入失信名单。注册资本不低于100万元。近三年未发生安全事故。",
        List.of(
            DraftedItem.leaf("staff", ">=", 30, "人", "职工不少于30人"),
            DraftedItem.leaf("revenue", ">=", 5000, "万元", "营业收入不低于500万元"),
            DraftedItem.leaf("revenue", ">=", 50, "万元", "利润不低于50万元"),
            DraftedItem.leaf("assets", ">=", 20, "万元", "负债不超过20万元"),
            DraftedItem.leaf("dishonesty", "=", true, "", "列入失信名单")));
  }
}
