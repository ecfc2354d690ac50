package cn.zhitong.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageRiskCurveTest {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  @Test
  void curve_ofAnswers_runsFromRefusingAllToAnsweringAll() {
    List<CoverageRiskCurve.Point> curve =
        CoverageRiskCurve.curve(new double[] {.9, .6, .4, NEVER}, new double[] {.5, .1});
    assertThat(curve.get(0)).isEqualTo(new CoverageRiskCurve.Point(Double.POSITIVE_INFINITY, 0, 1));
    assertThat(curve)
        .contains(new CoverageRiskCurve.Point(.6, .5, 1), new CoverageRiskCurve.Point(.4, .75, .5));
    assertThat(curve.get(curve.size() - 1)).isEqualTo(new CoverageRiskCurve.Point(.1, .75, 0));
    assertThat(CoverageRiskCurve.refusedAt(curve, .5)).isEqualTo(1);
    assertThat(CoverageRiskCurve.refusedAt(curve, .7)).isEqualTo(.5);
    assertThat(CoverageRiskCurve.refusedAt(curve, .8)).isZero();
  }

  @Test
  void area_withTies_countsPairsAndHalvesTies() {
    assertThat(CoverageRiskCurve.area(new double[] {.9, .5}, new double[] {.5, .1}))
        .isCloseTo(3.5 / 4, within(1e-12));
    assertThat(CoverageRiskCurve.area(new double[] {NEVER}, new double[] {.5})).isZero();
    assertThat(CoverageRiskCurve.area(new double[0], new double[] {.5})).isEqualTo(.5);
  }

  @Test
  void runs_ofDifferentQuestions_arePairedWhereBothHaveThem() {
    PairedComparison paired =
        PairedComparison.of(
            Map.of("a", 1., "b", .5, "old", 1.), Map.of("a", .5, "b", .5, "new", 0.));
    assertThat(paired.shared()).isEqualTo(2);
    assertThat(paired.changes()).containsExactly(new PairedComparison.Change("a", 1, .5));
    assertThat(paired.interval().mean()).isEqualTo(-.25);
    assertThat(paired.worse()).isEqualTo(1);
    assertThat(paired.better()).isZero();
  }
}
