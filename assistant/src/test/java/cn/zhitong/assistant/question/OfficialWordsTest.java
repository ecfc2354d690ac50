package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfficialWordsTest {
  @Test
  void phrase_whereverItStands_isFound() {
    List<OfficialWords.Said> said = OfficialWords.in("想关门，关门要办什么");

    assertThat(said)
        .filteredOn(one -> one.official().contains("歇业"))
        .extracting(OfficialWords.Said::start, OfficialWords.Said::end)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 3), org.assertj.core.groups.Tuple.tuple(4, 6));
  }

  @Test
  void everydayWords_searched_nameNothing() {
    assertThat(OfficialWords.ofEverything("招不到人有人管吗")).isNotEmpty();
    assertThat(OfficialWords.of("招不到人有人管吗")).isEmpty();
    assertThat(OfficialWords.said()).contains("高企").doesNotContain("招不到人");
  }

  @Test
  void word_saidAlready_isNotAddedAgain() {
    assertThat(OfficialWords.of("高企就是高新技术企业吗")).doesNotContain("高新技术企业");
  }
}
