package cn.zhitong.assistant.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeRecognizerTest {

  @ParameterizedTest
  @CsvSource({
    "某局拖欠我公司工程款126万元至今未付,ARREARS,126000000",
    "设备货款 35000.5 元一直没有支付,ARREARS,3500050",
    "尾款迟迟不结清算不算拖欠？对方欠付货款1.2亿元,ARREARS,12000000000",
    "质保金到期后医院迟迟不退，请协调,ARREARS,",
    "公司拖欠员工工资和加班费,,",
    "拖欠税款会影响申报吗,,",
    "银行贷款未支付利息怎么办,,",
    "请问高新技术企业补贴何时拨付,,",
    "上月以来消防、城管多次到我厂检查，影响生产,INSPECTION,",
    "重复检查太多，请协调,INSPECTION,",
    "设备出厂检查报告在哪里办理,,",
  })
  void appeal_byItsWords_isInTheTheme(String text, String theme, Long cents) {
    List<ThemeRecognizer.Recognized> found = ThemeRecognizer.of("", text);
    assertThat(found.stream().map(one -> one.theme().name()))
        .containsExactlyElementsOf(theme == null ? List.of() : List.of(theme));
    if (theme != null) {
      assertThat(found.get(0).cents()).isEqualTo(cents);
      assertThat(found.get(0).words()).isNotEmpty().allMatch(text::contains);
    }
  }
}
