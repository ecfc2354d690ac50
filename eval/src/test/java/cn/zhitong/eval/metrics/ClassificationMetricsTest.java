package cn.zhitong.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.common.metrics.Bootstrap;
import cn.zhitong.common.metrics.Calibration;
import cn.zhitong.common.metrics.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassificationMetricsTest {
  @Test
  void macroF1_ofManyLabels_isTheMeanOverGoldLabels() {
    Confusion confusion = new Confusion();
    confusion.add("a", "a");
    confusion.add("a", "b");
    confusion.add("b", "b");
    assertThat(confusion.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
    // a: precision 1, recall .5, F1 2/3; b: precision .5, recall 1, F1 2/3
    assertThat(confusion.macroF1()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(confusion.worst(5)).containsExactly(new Confusion.Cell("a", "b", 1));
  }

  @Test
  void label_onlyPredicted_doesNotEnterMacroF1() {
    Confusion confusion = new Confusion();
    confusion.add("a", "z");
    confusion.add("a", "a");
    assertThat(confusion.macroF1()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void wilson_atTheEdges_holds() {
    assertThat(Confusion.wilson(0, 10).low()).isZero();
    assertThat(Confusion.wilson(0, 10).high()).isCloseTo(.2775, within(1e-3));
    assertThat(Confusion.wilson(10, 10).high()).isCloseTo(1, within(1e-9));
  }

  @Test
  void overconfidence_measured_showsInTheCalibrationError() {
    List<Calibration.Point> points = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      points.add(new Calibration.Point(.95, i < 50));
    }
    assertThat(Calibration.ece(points)).isCloseTo(.45, within(1e-9));
  }

  @Test
  void perfectConfidences_measured_areNearWhatSimulationExpects() {
    Random random = new Random(3);
    List<Calibration.Point> points = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double confidence = random.nextDouble();
      points.add(new Calibration.Point(confidence, random.nextDouble() < confidence));
    }
    assertThat(Calibration.ece(points) - Calibration.eceOfPerfect(points))
        .isCloseTo(0, within(.015));
  }

  @Test
  void rows_byConfidence_haveTheSurestFirst() {
    List<Calibration.Point> points = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      points.add(new Calibration.Point(i / 10.0, i >= 5));
    }
    double[] coverage = Calibration.coverageAccuracy(points);
    assertThat(coverage[4]).isEqualTo(1);
    assertThat(coverage[9]).isEqualTo(.5);
  }

  @Test
  void bootstrapInterval_again_holdsTheMeanAndRepeats() {
    double[] values = new Random(1).doubles(300).toArray();
    Bootstrap.Interval first = Bootstrap.mean(values);
    assertThat(first.low()).isLessThan(first.mean());
    assertThat(first.high()).isGreaterThan(first.mean());
    assertThat(Bootstrap.mean(values)).isEqualTo(first);
  }

  @Test
  void pairedTest_ofAShiftAndNoise_tellsThemApart() {
    double[] shift = new Random(1).doubles(200, 0, 1).toArray();
    double[] noise = new Random(1).doubles(200, -1, 1).toArray();
    assertThat(Bootstrap.pairedP(shift)).isLessThan(.01);
    assertThat(Bootstrap.pairedP(noise)).isGreaterThan(.05);
  }

  @Test
  void goldAnswers_acrossWhiteSpace_areFound() {
    assertThat(QuoteOverlap.contains(List.of("补贴 50\n万元。"), "补贴50万元")).isTrue();
    assertThat(QuoteOverlap.contains(List.of("补贴50", "万元"), "补贴50万元")).isFalse();
    assertThat(QuoteOverlap.bigramRecall(List.of("补贴50"), "补贴50万"))
        .isCloseTo(3 / 4.0, within(1e-12));
  }
}
