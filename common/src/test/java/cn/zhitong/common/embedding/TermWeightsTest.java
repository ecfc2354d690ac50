package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermWeightsTest {
  private static final float[] ONE = {1, 0};
  private static final float[] OTHER = {0, 1};

  @Test
  void token_ofKnownCharacters_countsForTheirMean() {
    TermWeights emphasis = new TermWeights(Map.of('税', 3f, '的', 1f));
    assertThat(emphasis.of("税")).isEqualTo(3);
    assertThat(emphasis.of("的税")).isEqualTo(2);
    assertThat(emphasis.of("税_的")).as("a pair around a gap").isEqualTo(2);
    assertThat(emphasis.of("率")).isEqualTo(1);
    assertThat(TermWeights.EVEN.of("税")).isEqualTo(1);
  }

  @Test
  void readout_ofStates_weighsWithinBounds() {
    TermWeightModel readout = new TermWeightModel(new float[] {1, 100}, -1);
    TermWeights emphasis = readout.of(Map.of('税', ONE, '的', OTHER));
    assertThat(emphasis.of("税")).isEqualTo(1);
    assertThat(emphasis.of("的")).isCloseTo((float) Math.exp(3), within(1e-3f));
    assertThat(readout.of(Map.of())).isEqualTo(TermWeights.EVEN);
  }

  @Test
  void unknownModel_asked_hasNoReadout() {
    TermWeightModel none = TermWeightModel.forModel("another/1");
    assertThat(none.of(Map.of('税', ONE))).isEqualTo(TermWeights.EVEN);
    assertThat(TermWeightModel.forModel("bge-small-zh-v1.5/fp32").direction()).hasSize(512);
  }

  @Test
  void stateOfACharacter_ofManyTokens_isTheirMean() {
    CharSpan[] spans = {
      null, new CharSpan(0, 1), new CharSpan(1, 3), new CharSpan(3, 4), new CharSpan(4, 5), null
    };
    float[][] states = {ONE, ONE, OTHER, OTHER, ONE, ONE};
    Map<Character, float[]> found = TokenHiddenStates.of("税ＡB税𠮷", spans, states);
    assertThat(found).containsOnlyKeys('税', 'a', 'b', "𠮷".charAt(0), "𠮷".charAt(1));
    assertThat(found.get('税')).containsExactly(.5f, .5f);
    assertThat(found.get('a')).containsExactly(0, 1);
    assertThat(found.get("𠮷".charAt(1))).containsExactly(1, 0);
    assertThat(TokenHiddenStates.of("税", spans, new float[0][])).isEmpty();
    assertThat(TokenHiddenStates.of("税", spans, states)).as("spans beyond it").hasSize(1);
  }
}
