package cn.zhitong.assistant.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtraTreesTest {
  private static final int APPEALS = 400;

  /** Right where one of two signs stands but not both: what no weighted sum can say. */
  private static ExtraTrees.Trained exclusive(boolean noise) {
    Random random = new Random(3);
    float[][] rows = new float[2 * APPEALS][];
    boolean[] right = new boolean[rows.length];
    int[] appealOf = new int[rows.length];
    String[] groups = new String[APPEALS];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      right[r] = noise ? random.nextBoolean() : rows[r][0] > .5 != rows[r][1] > .5;
      appealOf[r] = r / 2;
      groups[r / 2] = "g" + r / 2;
    }
    return ExtraTrees.train(rows, right, appealOf, groups);
  }

  @Test
  void trees_ofWhatNoWeightedSumCanSay_learnIt() {
    ExtraTrees forest = exclusive(false).forest();
    assertThat(forest.probability(new float[] {.9f, .1f, .5f})).isGreaterThan(.7f);
    assertThat(forest.probability(new float[] {.1f, .9f, .5f})).isGreaterThan(.7f);
    assertThat(forest.probability(new float[] {.9f, .9f, .5f})).isLessThan(.3f);
    assertThat(forest.probability(new float[] {.1f, .1f, .5f})).isLessThan(.3f);
  }

  @Test
  void probabilities_outOfBag_areNotMemory() {
    ExtraTrees.Trained noise = exclusive(true);
    double far = 0;
    for (float p : noise.outOfBag()) {
      far += Math.abs(p - .5) / noise.outOfBag().length;
    }
    assertThat(far).isLessThan(.2);
  }

  @Test
  void trees_writtenAndRead_stayTheSame() throws IOException {
    ExtraTrees forest = exclusive(false).forest();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    forest.write(new DataOutputStream(bytes));
    ExtraTrees read =
        ExtraTrees.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    float[] row = {.7f, .3f, .2f};
    assertThat(read.probability(row)).isEqualTo(forest.probability(row));
  }
}
