package cn.zhitong.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void longWords_cut_comeWithTheWordsInsideThem() {
    assertThat(Words.words("对高新技术企业给予奖励。"))
        .contains("高新技术", "技术", "企业", "给予", "奖励")
        .doesNotContain("。");
  }

  @Test
  void pairs_ofAText_stopAtPunctuationAndKeepLatinRunsWhole() {
    assertThat(Words.bigrams("减税，降费5G网络")).containsExactly("减税", "降费", "5g", "网络");
  }

  @Test
  void singleCharacters_ofAText_leaveOutPunctuation() {
    assertThat(Words.singles("（三）2025年")).containsExactly("三", "2025", "年");
  }

  @Test
  void widthAndCase_ofAText_areFolded() {
    assertThat(Words.words("ＡＢＣ公司２０２５年")).isEqualTo(Words.words("abc公司2025年"));
    assertThat(Words.fold("（Ａ）　B")).isEqualTo("(a) b");
  }

  @Test
  void words_cutByManyThreads_areAlike() {
    String text = "四川省经济和信息化厅关于支持中小微企业数字化转型的若干措施";
    List<String> expected = Words.words(text);
    boolean same =
        IntStream.range(0, 2000).parallel().allMatch(i -> Words.words(text).equals(expected));
    assertThat(same).isTrue();
  }
}
