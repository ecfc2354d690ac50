package cn.zhitong.assistant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseParticularsTest {
  private static final CaseParticulars SENDER =
      CaseParticulars.of(
          new Appeal(
              "widget",
              null,
              Instant.EPOCH,
              null,
              "反映收费问题",
              "我的电话137-0000-1122",
              "测州市云杉机械有限公司",
              "邝某珍",
              "13700001122",
              null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "测州市云杉机械有限公司：您好",
        "云杉机械有限公司反映的问题",
        "贵公司（云杉机械）的来件",
        "云杉公司的仓库",
        "云杉厂门口",
        "请邝某珍来领取",
        "已联系１３７０００01122",
        "云杉机路8号"
      })
  void in_textThatNamesTheSender_isTrue(String text) {
    assertThat(SENDER.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"测州市机械行业协会", "有限公司应当依法登记", "请拨打12345", "机械设备已核查"})
  void in_textAboutOthers_isFalse(String text) {
    assertThat(SENDER.in(text)).isFalse();
  }

  @Test
  void hidden_textThatNamesTheSender_keepsTheRest() {
    assertThat(SENDER.hidden("测州市云杉机械有限公司的邝某珍：已清理。", "某单位")).isEqualTo("某单位的某单位：已清理。");
  }

  @Test
  void hidden_shortNameBeforeAKind_leavesNoPartOfIt() {
    assertThat(SENDER.hidden("云杉机械公司和云杉厂", "某单位")).isEqualTo("某单位公司和某单位厂");
  }

  private static final CaseParticulars WITHOUT_CITY =
      CaseParticulars.of(
          new Appeal(
              "widget",
              null,
              Instant.EPOCH,
              null,
              "反映收费问题",
              "请保密",
              "测州云青柏酒业有限公司",
              "邝若珍",
              "13700001122",
              null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "云青柏公司的监控有录像",
        "云青柏催办",
        "云青柏的老板说的",
        "云 青 柏 酒 业",
        "测州云青柏",
        "邝女士来过",
        "尊敬的邝总",
        "若珍说的",
        "来电人尾号1122"
      })
  void in_brandBehindABarePlace_isTrue(String text) {
    assertThat(WITHOUT_CITY.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"测州市酒业协会", "酒业公司应当亮证经营", "测州的企业", "总局的通知", "尾号1128"})
  void in_placeOrLineOfBusinessAlone_isFalse(String text) {
    assertThat(WITHOUT_CITY.in(text)).isFalse();
  }

  @Test
  void words_brandBehindABarePlace_hasItButNoLineOfBusiness() {
    assertThat(WITHOUT_CITY.words()).contains("云青柏酒业").doesNotContain("酒业");
    assertThat(SENDER.words()).doesNotContain("机械");
  }
}
