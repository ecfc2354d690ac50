package cn.zhitong.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void longWordsComeWithTheWordsInsideThem() {
    assertThat(Words.words("对高新技术企业给予奖励。"))
        .contains("高新技术", "技术", "企业", "给予", "奖励")
        .doesNotContain("。");
  }

  @Test
  void pairsStopAtPunctuationAndKeepLatinRunsWhole() {
    assertThat(Words.bigrams("减税，降费5G网络")).containsExactly("减税", "降费", "5g", "网络");
  }

  @Test
  void singleCharactersLeaveOutPunctuation() {
    assertThat(Words.singles("（三）2025年")).containsExactly("三", "2025", "年");
  }

  @Test
  void widthAndCaseAreFolded() {
    assertThat(Words.words("ＡＢＣ公司２０２５年")).isEqualTo(Words.words("abc公司2025年"));
    assertThat(Words.fold("（Ａ）　B")).isEqualTo("(a) b");
  }

  @Test
  void manyThreadsCutAlike() {
    String text = "四川省经济和信息化厅关于支持中小微企业数字化转型的若干措施";
    List<String> expected = Words.words(text);
    boolean same =
        IntStream.range(0, 2000).parallel().allMatch(i -> Words.words(text).equals(expected));
    assertThat(same).isTrue();
  }
}
