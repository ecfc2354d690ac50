package cn.zhitong.training.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RankingCurveTest {
  @Test
  void area_onePairOfFourTheWrongWayRound_isThreeQuarters() {
    double area =
        RankingCurve.area(new double[] {.9, .3, .4, .1}, new boolean[] {true, true, false, false});
    assertThat(area).isEqualTo(.75);
  }

  @Test
  void area_allValuesEqual_isOneHalf() {
    double area = RankingCurve.area(new double[] {1, 1, 1}, new boolean[] {true, false, false});
    assertThat(area).isEqualTo(.5);
  }

  @Test
  void error_probabilitiesAsSeen_isZero() {
    double[] said = {.25, .25, .25, .25};
    assertThat(Reliability.error(said, new boolean[] {true, false, false, false}))
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void fit_oneFeatureWithKnownOdds_findsThem() {
    double[][] rows = new double[400][1];
    boolean[] right = new boolean[400];
    for (int i = 0; i < 400; i++) {
      rows[i][0] = i % 2;
      // Of the rows with 0 a quarter is right, of those with 1 three quarters.
      right[i] = i % 2 == 0 ? i % 8 == 0 : i % 8 != 1;
    }
    LogisticRegression fitted = LogisticRegression.fit(rows, right);
    assertThat(fitted.probability(0)).isCloseTo(.25, within(.01));
    assertThat(fitted.probability(1)).isCloseTo(.75, within(.01));
  }
}
