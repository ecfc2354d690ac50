package cn.zhitong.assistant.triage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskFlagsTest {
  @ParameterizedTest
  @CsvSource({
    "车间里易燃易爆物品乱放，存在安全隐患, 安全生产",
    "我们一百多名工人联名反映, 群体",
    "老板拖欠我们三个月工资, 欠薪",
    "工资一直没发, 欠薪",
    "供货方突然断供，生产线停了, 断供",
    "小区停水四天了, 断供",
    "再不解决我就跳楼, 极端言论",
    "楼下正在着火, 紧急",
    "此案法院已经立案, 诉讼",
    "已经申请劳动仲裁, 仲裁",
    "去年信访局答复过, 信访",
  })
  void riskyAppeal_read_raisesTheFlagAndShowsTheWords(String text, String kind) {
    assertThat(RiskFlags.of(text))
        .anySatisfy(
            flag -> {
              assertThat(flag.kind()).isEqualTo(kind);
              assertThat(flag.words()).isNotEmpty().allSatisfy(w -> assertThat(text).contains(w));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "请问高新技术企业怎么申报",
        "跑了三趟累死我了，窗口电脑又死机",
        "建议增设公交站台",
        "工资个人所得税怎么申报",
      })
  void harmlessAppeal_read_raisesNoFlag(String text) {
    assertThat(RiskFlags.of(text)).isEmpty();
  }
}
