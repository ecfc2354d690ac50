package cn.zhitong.assistant.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelRidgeTest {
  private final Random random = new Random(3);

  /** Two classes in a chequered pattern: no line parts them. */
  private final List<Document> documents = new ArrayList<>();

  private int[] chequered(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      boolean right = random.nextBoolean();
      boolean above = random.nextBoolean();
      float[] vector = {
        (right ? .8f : -.8f) + (float) random.nextGaussian() * .1f,
        (above ? .8f : -.8f) + (float) random.nextGaussian() * .1f
      };
      documents.add(new Document("题", "文", List.of(), vector, vector, vector));
      labels[i] = right == above ? 1 : 0;
    }
    return labels;
  }

  private static boolean[] all(int count) {
    boolean[] seen = new boolean[count];
    Arrays.fill(seen, true);
    return seen;
  }

  @Test
  void tellsWhatNoLineCan() {
    int[] labels = chequered(400);
    boolean[] seen = all(400);
    Arrays.fill(seen, 300, 400, false);
    KernelRidge ridge = KernelRidge.Likeness.of(documents).train(seen, labels, 2);
    for (int i = 300; i < 400; i++) {
      double[] scores = ridge.scores(documents.get(i));
      assertThat(scores[1] > scores[0]).isEqualTo(labels[i] == 1);
    }
  }

  @Test
  void labelsOfRowsThatWereLeftOutChangeNothing() {
    int[] labels = chequered(120);
    boolean[] seen = all(120);
    Arrays.fill(seen, 80, 120, false);
    KernelRidge.Likeness likeness = KernelRidge.Likeness.of(documents);
    double[] before = likeness.train(seen, labels, 2).scores(documents.get(100));
    for (int i = 80; i < 120; i++) {
      labels[i] = 1 - labels[i];
    }
    assertThat(likeness.train(seen, labels, 2).scores(documents.get(100))).containsExactly(before);
  }

  @Test
  void scoresAreTheSameOnceStored() throws IOException {
    int[] labels = chequered(50);
    KernelRidge ridge = KernelRidge.Likeness.of(documents).train(all(50), labels, 2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ridge.write(new DataOutputStream(bytes));
    KernelRidge stored =
        KernelRidge.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (Document document : documents) {
      assertThat(stored.scores(document)).containsExactly(ridge.scores(document));
    }
  }

  @Test
  void aSystemOfSeveralBlocksIsSolved() {
    int n = 200;
    float[][] matrix = new float[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = (float) Math.exp(-.01 * (i - j) * (i - j)) + (i == j ? .5f : 0);
        matrix[j][i] = matrix[i][j];
      }
    }
    double[] wanted = random.doubles(n, -1, 1).toArray();
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        right[i] += matrix[i][j] * wanted[j];
      }
    }
    double[] solved = Cholesky.of(matrix).solve(right);
    for (int i = 0; i < n; i++) {
      assertThat(solved[i]).isCloseTo(wanted[i], within(1e-3));
    }
  }
}
