package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpsTest {
  private final FollowUps followUps = new FollowUps(Gazetteer.standard());

  @ParameterizedTest
  @ValueSource(strings = {"怎么申请", "什么时候申报", "那补贴多少？", "需要哪些材料", "费率呢", "最高多少钱", "它的期限是多久"})
  void followUp_onlyGenericWords_leansOnTheTopic(String question) {
    assertThat(followUps.isFollowUp(question)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"办卫生许可证要几天", "冷链车奖励多少", "质押贷款贴息比例是多少", "《数据条例》第三条"})
  void followUp_subjectOfItsOwn_standsAlone(String question) {
    assertThat(followUps.isFollowUp(question)).isFalse();
  }

  @Test
  void complete_genericQuestion_carriesTheTopic() {
    Turn turn = new Turn("冷链车购置补贴的条件是什么", "…", List.of());
    assertThat(followUps.complete("什么时候申报", List.of(turn))).contains("冷链车购置补贴").contains("申报");
  }
}
