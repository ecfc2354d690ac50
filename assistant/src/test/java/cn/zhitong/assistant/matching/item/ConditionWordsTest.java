package cn.zhitong.assistant.matching.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.common.region.Gazetteer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionWordsTest {
  @Test
  void of_industries_saysTheFieldOnce() {
    assertThat(words(Operator.IN_INDUSTRY, "C")).isEqualTo("所属行业属于 制造业（C）");
    assertThat(words(Operator.NOT_IN_INDUSTRY, "C")).isEqualTo("所属行业不属于 制造业（C）");
  }

  @Test
  void of_divisionsAndGroups_namesTheDivision() {
    assertThat(words(Operator.IN_INDUSTRY, "I65")).isEqualTo("所属行业属于 软件和信息技术服务业（I65）");
    assertThat(words(Operator.IN_INDUSTRY, "2710")).isEqualTo("所属行业属于 医药制造业（C2710）");
    assertThat(words(Operator.IN_INDUSTRY, "新材料")).isEqualTo("所属行业属于 新材料");
  }

  private static String words(Operator operator, String code) {
    ConditionLeaf leaf =
        new ConditionLeaf(
            "industry",
            operator,
            List.of(FactValue.of(code)),
            true,
            null,
            null,
            "制造业企业",
            null,
            null,
            Strength.HARD,
            LeafMode.DATA,
            null);
    return new ConditionWords(Gazetteer.standard()).of(leaf);
  }
}
