package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReplyTest {
  private static final List<String> PLACES = List.of("澜州市冷库租金补贴多少", "望川市冷库租金补贴多少");
  private static final List<String> TITLES =
      List.of("《关于工业企业上规模的奖励办法》奖励多少", "《关于外贸企业上规模的奖励办法》奖励多少");

  @ParameterizedTest
  @CsvSource({
    "澜州市,0",
    "澜州,0",
    "澜州的,0",
    "我们在望川,1",
    "望川吧,1",
    "第二个,1",
    "1,0",
    "问的是望川市的企业,1",
    "我在澜州开厂,0",
    "我们公司注册地是望川市,1",
    "不是澜州是望川,1"
  })
  void chosen_placeOrOrdinal_isThatOption(String reply, int option) {
    assertThat(OptionReply.chosen(reply, PLACES)).contains(PLACES.get(option));
  }

  @ParameterizedTest
  @CsvSource({"外贸的那个,1", "工业企业,0", "是外贸的,1"})
  void chosen_wordOfOneTitle_isThatOption(String reply, int option) {
    assertThat(OptionReply.chosen(reply, TITLES)).contains(TITLES.get(option));
  }

  @ParameterizedTest
  @ValueSource(strings = {"补贴", "清江市", "第三个", "那出口退税什么时候能到账呢，我们已经等了两个月了"})
  void chosen_anythingElse_isNoOption(String reply) {
    assertThat(OptionReply.chosen(reply, PLACES)).isEmpty();
  }

  @Test
  void chosen_withoutOptions_isNone() {
    assertThat(OptionReply.chosen("澜州", List.of())).isEmpty();
  }
}
