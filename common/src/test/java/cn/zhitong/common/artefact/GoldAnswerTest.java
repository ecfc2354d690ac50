package cn.zhitong.common.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoldAnswerTest {
  private final GoldAnswer answer = new GoldAnswer("迁移路灯的费用由申请人承担");

  @Test
  void isIn_passageWithMostOfIt_holds() {
    assertThat(answer.share("第一条 迁移路灯的费用由申请人承担。")).isEqualTo(1);
    assertThat(answer.isIn("迁移路灯的费用由主管部门核定")).isTrue();
    assertThat(answer.isMissingFrom("迁移路灯的费用由主管部门核定")).isFalse();
  }

  @Test
  void isMissingFrom_passageOnSomethingElse_holds() {
    assertThat(answer.isMissingFrom("擅自拆除的，责令改正。")).isTrue();
    assertThat(answer.isIn("擅自拆除的，责令改正。")).isFalse();
  }

  @Test
  void share_collectionWithoutAnswers_isNone() {
    assertThat(new GoldAnswer("").share("迁移路灯")).isZero();
  }
}
