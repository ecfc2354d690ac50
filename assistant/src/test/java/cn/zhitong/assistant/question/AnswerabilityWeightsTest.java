package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerabilityWeightsTest {
  private final AnswerabilityWeights weights = AnswerabilityWeights.shipped();

  @Test
  void passage_withoutARival_isClaimedSooner() {
    double alone = weights.claim(new double[] {-1, -6, -7});
    double rivalled = weights.claim(new double[] {-1, -1.1, -7});

    assertThat(alone).isGreaterThan(rivalled + .5);
  }

  @Test
  void passage_besideManyWeakOnes_isStillClaimed() {
    double one = weights.claim(new double[] {2});
    double weak = weights.claim(new double[] {2, -5, -5, -5, -5, -5});

    assertThat(one - weak).isBetween(0., .05);
  }

  @Test
  void passage_likelierToAnswer_isClaimedSooner() {
    assertThat(weights.claim(new double[] {0, -2}))
        .isGreaterThan(weights.claim(new double[] {-1, -3}));
  }
}
