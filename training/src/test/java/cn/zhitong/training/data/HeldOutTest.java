package cn.zhitong.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.artefact.HeldOut;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class HeldOutTest {
  @Test
  void of_manyDocuments_holdsOutAFifth() {
    long test = count(HeldOut.TEST);
    assertThat(test).isBetween(1850L, 2150L);
    assertThat(count(HeldOut.CALIBRATION)).isBetween(700L, 900L);
  }

  @Test
  void of_aDocument_staysWhereTheDataReadmePutsIt() {
    // The SHA-256 of doc-0 as a number leaves 4 when divided by 5, that of doc-1 does not.
    assertThat(HeldOut.of("doc-0")).isEqualTo(HeldOut.TEST);
    assertThat(HeldOut.of("doc-1")).isEqualTo(HeldOut.TRAINED);
    assertThat(new LabelledQuestion("q", "short", null, "doc-0", null, 0, 1).part())
        .isEqualTo(HeldOut.TEST);
  }

  @Test
  void ofAll_documentsOfTwoKinds_isNeitherTrainedOnNorMeasured() {
    assertThat(HeldOut.ofAll(List.of("doc-0", "doc-1"))).isEmpty();
    assertThat(HeldOut.ofAll(List.of("doc-0"))).contains(HeldOut.TEST);
    assertThat(HeldOut.ofAll(List.of("doc-1"))).contains(HeldOut.TRAINED);
    // d29 calibrates: a question that it answers too must not be trained on.
    assertThat(HeldOut.ofAll(List.of("doc-1", "d29"))).contains(HeldOut.CALIBRATION);
  }

  private static long count(HeldOut part) {
    return IntStream.range(0, 10_000).filter(i -> HeldOut.of("doc-" + i) == part).count();
  }
}
