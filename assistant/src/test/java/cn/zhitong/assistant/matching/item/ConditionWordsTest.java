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
    ConditionLeaf leaf =
        new ConditionLeaf(
            "industry",
            Operator.IN_INDUSTRY,
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
    assertThat(new ConditionWords(Gazetteer.standard()).of(leaf)).isEqualTo("所属行业属于 C");
  }
}
