package cn.zhitong.assistant.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.common.embedding.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RidgeTest {
  private static final int FEATURES = 60;
  private static final int FOLDS = 3;
  private static final float PENALTY = .7f;

  private final List<Sparse> texts = new ArrayList<>();
  private final List<float[]> denses = new ArrayList<>();
  private final int[] foldOf;
  private final float[][] wanted;

  RidgeTest() {
    // Two blocks and a part of a third in each fold.
    int rows = FOLDS * 150;
    Random random = new Random(5);
    foldOf = IntStream.range(0, rows).map(i -> i % FOLDS).toArray();
    wanted = new float[rows][2];
    for (int i = 0; i < rows; i++) {
      int[] index = random.ints(8, 0, FEATURES).distinct().sorted().toArray();
      float[] value = new float[index.length];
      for (int k = 0; k < value.length; k++) {
        value[k] = random.nextFloat();
      }
      texts.add(new Sparse(index, value));
      denses.add(new float[] {random.nextFloat() - .5f, random.nextFloat() - .5f});
      wanted[i][0] = index[0] < 10 ? 1 : -1;
      wanted[i][1] = denses.get(i)[0] + random.nextFloat() / 10;
    }
  }

  private Ridge.Solved solve(int[] rows, int[] partOf) {
    return Ridge.solve(
        new LinearKernel(
            IntStream.of(rows).mapToObj(texts::get).toList(),
            IntStream.of(rows).mapToObj(denses::get).toList(),
            FEATURES),
        IntStream.of(rows).map(i -> foldOf[i]).toArray(),
        partOf,
        IntStream.of(rows).mapToObj(i -> wanted[i]).toArray(float[][]::new),
        PENALTY);
  }

  private LinearScores scores(Ridge.Solved solved, int[] rows) {
    return LinearScores.of(
        IntStream.of(rows).mapToObj(texts::get).toList(),
        IntStream.of(rows).mapToObj(denses::get).toList(),
        solved.alpha(),
        solved.constants(),
        FEATURES);
  }

  /** What a row is told, from products with the rows that were learnt from. */
  private double[] told(Ridge.Solved solved, int[] rows, int row) {
    double[] told = ArrayIO.doubles(solved.constants());
    float[] own = new float[FEATURES];
    texts.get(row).addTo(own, 1);
    for (int j = 0; j < rows.length; j++) {
      double product = 1;
      Sparse other = texts.get(rows[j]);
      for (int k = 0; k < other.index().length; k++) {
        product += other.value()[k] * own[other.index()[k]];
      }
      for (int k = 0; k < 2; k++) {
        product += denses.get(row)[k] * denses.get(rows[j])[k];
      }
      for (int o = 0; o < told.length; o++) {
        told[o] += product * solved.alpha()[j][o];
      }
    }
    return told;
  }

  private int[] all() {
    return IntStream.range(0, foldOf.length).toArray();
  }

  @Test
  void multipliers_found_solveTheirSystem() {
    Ridge.Solved solved = solve(all(), new int[foldOf.length]);
    for (int i = 0; i < foldOf.length; i += 37) {
      // (K + λI) α = Y − mean, row by row
      double[] fitted = told(solved, all(), i);
      for (int o = 0; o < 2; o++) {
        double missed = wanted[i][o] - fitted[o];
        assertThat(PENALTY * solved.alpha()[i][o]).isCloseTo((float) missed, within(2e-3f));
      }
    }
  }

  @Test
  void outOfFold_scores_areThoseOfTrainingWithoutTheFold() {
    Ridge.Solved whole = solve(all(), new int[foldOf.length]);
    int[] seen = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != 1).toArray();
    Ridge.Solved others = solve(seen, new int[seen.length]);
    for (int i = 1; i < foldOf.length; i += FOLDS) {
      double[] told = told(others, seen, i);
      for (int o = 0; o < 2; o++) {
        // The mean that is taken off is of all rows in the one, of the others in the other.
        assertThat(whole.outOfFold()[i][o]).isCloseTo((float) told[o], within(.01f));
      }
    }
  }

  @Test
  void parts_ofAHistory_tellAboutTheSameAsTheWhole() {
    int[] partOf = IntStream.range(0, foldOf.length).map(i -> i / FOLDS % 2).toArray();
    LinearScores parts = scores(solve(all(), partOf), all());
    LinearScores whole = scores(solve(all(), new int[foldOf.length]), all());
    double apart = 0;
    for (int i = 0; i < foldOf.length; i++) {
      Sparse text = texts.get(i);
      apart += Math.abs(parts.of(text, denses.get(i))[0] - whole.of(text, denses.get(i))[0]);
    }
    assertThat(apart / foldOf.length).isLessThan(.1);
  }

  @Test
  void longHistory_solvedInParts_keepsGroupsTogether() {
    List<String> groups = IntStream.range(0, 20_000).mapToObj(i -> "" + i / 2).toList();
    int[] partOf = Ridge.parts(groups);
    int[] sizes = new int[3];
    for (int i = 0; i < partOf.length; i++) {
      sizes[partOf[i]]++;
      assertThat(partOf[i]).isEqualTo(partOf[i / 2 * 2]);
    }
    assertThat(sizes[0]).isBetween(6_000, 7_500);
    assertThat(sizes[1]).isBetween(6_000, 7_500);
    assertThat(sizes[2]).isBetween(6_000, 7_500);
  }

  @Test
  void likeness_stored_isPositiveDefiniteAndScoresStayTheSame() throws Exception {
    List<float[]> vectors = denses.stream().map(d -> Vectors.centred(d, new float[2])).toList();
    List<float[]> acts = denses.stream().map(d -> new float[] {d[1]}).toList();
    Ridge.Solved solved =
        Ridge.solve(
            new GaussianKernel(vectors, acts), foldOf, new int[foldOf.length], wanted, PENALTY);
    GaussianScores scores =
        new GaussianScores(solved.alpha(), solved.constants(), acts.toArray(new float[0][]));
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    scores.write(new java.io.DataOutputStream(bytes));
    GaussianScores read =
        GaussianScores.read(
            new java.io.DataInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())));
    for (int i = 0; i < foldOf.length; i += 41) {
      float[] cosines = new float[foldOf.length];
      for (int j = 0; j < cosines.length; j++) {
        float[] a = vectors.get(i);
        float[] b = vectors.get(j);
        cosines[j] = a[0] * b[0] + a[1] * b[1];
      }
      double fitted = scores.of(cosines, acts.get(i))[1];
      double missed = wanted[i][1] - fitted;
      assertThat(PENALTY * solved.alpha()[i][1]).isCloseTo((float) missed, within(5e-3f));
      assertThat(read.of(cosines, acts.get(i))[1]).isCloseTo(fitted, within(.01));
    }
  }
}
