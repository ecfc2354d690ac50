package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that repeat one thing are read in time that grows with their length, not its square. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LongRunsTest {
  /** At a square of this the test would take hours. */
  private static final int LONG = 1_000_000;

  @Test
  void styles_withoutRules_areReadInTime() {
    assertThat(HtmlStyles.RULE.matcher("a".repeat(LONG)).find()).isFalse();
  }

  @Test
  void styles_withRulesInsideAnother_areFound() {
    assertThat(
            HtmlStyles.RULE
                .matcher("@media print{.a{color:red}.b{display:none}} c{margin:0}")
                .results()
                .map(rule -> rule.group(1).strip() + ">" + rule.group(2)))
        .containsExactly(".a>color:red", ".b>display:none", "c>margin:0");
  }

  @Test
  void styles_ofManyRulesForPaper_areLeftOut() {
    String paper = "@media print {" + ".a{color:red}\n".repeat(LONG / 10) + "}";
    assertThat(HtmlStyles.OTHER_MEDIA.matcher(paper + "b{margin:0}").replaceAll(""))
        .isEqualTo("b{margin:0}");
  }

  @Test
  void tabs_amongBlanks_areReadInTime() {
    assertThat(PlainTextReader.TABS.matcher(" ".repeat(LONG)).find()).isFalse();
    assertThat(PlainTextReader.TABS.matcher("甲 \u3000\t \t乙").replaceAll("|")).isEqualTo("甲|乙");
  }

  @Test
  void pageNumbers_ofManyNumerals_areReadInTime() {
    assertThat(PageMarks.DIGITS.matcher("一".repeat(LONG)).find()).isFalse();
    assertThat(PageMarks.DIGITS.matcher("第十二页共30页").replaceAll("#")).isEqualTo("第#页共#页");
  }

  @Test
  void rulers_ofBlanks_areReadInTime() {
    assertThat(MarkdownReader.RULER.matcher(" ".repeat(LONG) + "x").matches()).isFalse();
    for (String ruler : new String[] {"|---|---|", "--- | :-: ", " | -- | --: | "}) {
      assertThat(MarkdownReader.RULER.matcher(ruler).matches()).as(ruler).isTrue();
    }
    assertThat(MarkdownReader.RULER.matcher("|---").matches()).isFalse();
  }
}
