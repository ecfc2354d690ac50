package cn.zhitong.assistant.triage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ridge regression of many outputs at once, solved in its dual (Saunders, Gammerman and Vovk, ICML
 * 1998): α = (K + λI)⁻¹ (Y − mean). One inverse serves all outputs, and tells what each fold would
 * be told by a regression that never saw it, without a second training: Y_f − (G_ff)⁻¹ α_f with G =
 * (K + λI)⁻¹ (the block form of leaving one out; An, Liu and Venkatesh, Pattern Recognition 40,
 * 2007).
 *
 * <p>The matrix takes 2 n² bytes for n rows, and time in n³. A history in several parts (see {@link
 * #parts}) is solved part by part and the answers averaged (Zhang, Duchi and Wainwright, JMLR 16,
 * 2015); what a row is told out of fold is then its own part's word.
 */
final class Ridge {
  /** Stands for a row that fills a fold up to a whole block: like no other, and teaches nothing. */
  static final int NO_ROW = -1;

  /** 8,000 rows: a matrix of 128 MB, solved in half a minute on two processors. */
  private static final int LARGEST_PART = 8000;

  private final int[] order;
  private final List<int[]> ranges = new ArrayList<>();

  private Ridge(int[] foldOf, int[] partOf, int part) {
    List<Integer> places = new ArrayList<>();
    int folds = Arrays.stream(foldOf).max().orElse(0) + 1;
    for (int fold = 0; fold < folds; fold++) {
      int from = places.size();
      for (int i = 0; i < foldOf.length; i++) {
        if (foldOf[i] == fold && partOf[i] == part) {
          places.add(i);
        }
      }
      while (places.size() % BlockedCholesky.BLOCK != 0) {
        places.add(NO_ROW);
      }
      if (places.size() > from) {
        ranges.add(new int[] {from, places.size()});
      }
    }
    order = places.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * @param alpha multipliers, rows × outputs
   * @param constants added to each output
   * @param outOfFold for each row its outputs by what the other folds teach
   */
  record Solved(float[][] alpha, float[] constants, float[][] outOfFold) {}

  /**
   * The part of each row: as many parts as keep them near {@link #LARGEST_PART}, each with rows of
   * all folds, rows of one group together.
   */
  static int[] parts(List<String> groups) {
    int parts = (groups.size() + LARGEST_PART - 1) / LARGEST_PART;
    int[] partOf = new int[groups.size()];
    for (int i = 0; i < partOf.length; i++) {
      // Spread by the group's name, which has nothing to do with what its rows say.
      int spread = (groups.get(i).hashCode() * 0x9E3779B9) >>> 8;
      partOf[i] = spread % parts;
    }
    return partOf;
  }

  /**
   * @param foldOf fold of each row, from 0
   * @param partOf part of each row, from 0
   * @param wanted rows × outputs
   * @param penalty λ
   */
  static Solved solve(Kernel kernel, int[] foldOf, int[] partOf, float[][] wanted, float penalty) {
    int parts = Arrays.stream(partOf).max().orElse(0) + 1;
    int outputs = wanted[0].length;
    Solved solved =
        new Solved(new float[wanted.length][], new float[outputs], new float[wanted.length][]);
    for (int part = 0; part < parts; part++) {
      new Ridge(foldOf, partOf, part).solve(kernel, wanted, penalty, 1f / parts, solved);
    }
    return solved;
  }

  private void solve(Kernel kernel, float[][] wanted, float penalty, float share, Solved solved) {
    BlockedCholesky matrix = new BlockedCholesky(order.length);
    kernel.fill(order, matrix);
    for (int p = 0; p < order.length; p++) {
      matrix.row(p)[p] += order[p] == NO_ROW ? 1 : penalty;
    }
    matrix.invertFactor();
    float[] mean = mean(wanted);
    float[][] alpha = matrix.solve(centred(wanted, mean));
    for (int[] range : ranges) {
      BlockedCholesky own = matrix.inverseBlock(range[0], range[1]);
      own.invertFactor();
      float[][] missed = own.solve(Arrays.copyOfRange(alpha, range[0], range[1]));
      for (int p = range[0]; p < range[1]; p++) {
        if (order[p] != NO_ROW) {
          solved.outOfFold()[order[p]] = sum(wanted[order[p]], missed[p - range[0]], -1);
          solved.alpha()[order[p]] = sum(new float[mean.length], alpha[p], share);
        }
      }
    }
    for (int o = 0; o < mean.length; o++) {
      solved.constants()[o] += share * mean[o];
    }
  }

  private float[] mean(float[][] wanted) {
    double[] sums = new double[wanted[0].length];
    int rows = 0;
    for (int row : order) {
      if (row != NO_ROW) {
        rows++;
        for (int o = 0; o < sums.length; o++) {
          sums[o] += wanted[row][o];
        }
      }
    }
    float[] mean = new float[sums.length];
    for (int o = 0; o < mean.length; o++) {
      mean[o] = (float) (sums[o] / rows);
    }
    return mean;
  }

  private float[][] centred(float[][] wanted, float[] mean) {
    float[][] centred = new float[order.length][];
    for (int p = 0; p < order.length; p++) {
      float[] zero = new float[mean.length];
      centred[p] = order[p] == NO_ROW ? zero : sum(wanted[order[p]], mean, -1);
    }
    return centred;
  }

  private static float[] sum(float[] values, float[] others, float times) {
    float[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += times * others[i];
    }
    return result;
  }
}
