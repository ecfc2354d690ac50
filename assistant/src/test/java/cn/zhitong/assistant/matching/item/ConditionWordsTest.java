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
    assertThat(words(Operator.IN_INDUSTRY)).isEqualTo("所属行业属于 C");
    assertThat(words(Operator.NOT_IN_INDUSTRY)).isEqualTo("所属行业不属于 C");
  }

  private static String words(Operator operator) {
    ConditionLeaf leaf =
        new ConditionLeaf(
            "industry",
            operator,
            List.of(FactValue.of("C")),
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
