package cn.zhitong.assistant.triage.learn;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A positive definite matrix by its lower triangle, turned in place into its Cholesky factor L and
 * then into L⁻¹; single precision, by blocks, on all processors. Everything is done by rows that
 * are added to rows, which the compiler makes vector instructions of.
 *
 * <p>The number of rows is a multiple of {@link #BLOCK}; row i is as long as its block ends, with
 * zeros beyond the diagonal once it is factored.
 */
final class BlockedCholesky {
  static final int BLOCK = 64;

  /** Columns worked on at a time, so that what is added stays in the processor's cache. */
  private static final int TILE = 512;

  private final float[][] rows;

  /**
   * @param size a multiple of {@link #BLOCK}
   */
  BlockedCholesky(int size) {
    rows = new float[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new float[(i / BLOCK + 1) * BLOCK];
    }
  }

  /** The smallest number of rows that holds so many. */
  static int padded(int rows) {
    return (rows + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** To be filled by whoever made it. */
  float[] row(int i) {
    return rows[i];
  }

  /** First rows of all blocks, to be worked on in parallel. */
  IntStream blocks() {
    return stripes(0);
  }

  /** A = L Lᵀ, L⁻¹ in place of A. */
  void invertFactor() {
    factor();
    invert();
  }

  private void factor() {
    float[][] panel = new float[BLOCK][rows.length];
    for (int from = 0; from < rows.length; from += BLOCK) {
      int block = from;
      int next = from + BLOCK;
      factorDiagonal(block);
      float[][] diagonal = transposed(block, block);
      IntStream.range(next, rows.length)
          .parallel()
          .forEach(i -> solvePanel(rows[i], block, diagonal, panel, i));
      stripes(next)
          .forEach(
              stripe -> {
                float[][] minus = new float[BLOCK][BLOCK];
                for (int r = 0; r < BLOCK; r++) {
                  for (int k = 0; k < BLOCK; k++) {
                    minus[r][k] = -rows[stripe + r][block + k];
                  }
                }
                for (int at = next; at < stripe + BLOCK; at += TILE) {
                  int to = Math.min(at + TILE, stripe + BLOCK);
                  DenseKernels.add(rows, stripe, minus, 0, 0, panel, 0, at, to);
                }
              });
    }
  }

  /** Unblocked; the smallest pivot keeps a matrix that rounding made singular from failing. */
  private void factorDiagonal(int from) {
    for (int i = from; i < from + BLOCK; i++) {
      for (int j = from; j <= i; j++) {
        double sum = rows[i][j];
        for (int k = from; k < j; k++) {
          sum -= (double) rows[i][k] * rows[j][k];
        }
        rows[i][j] = (float) (i == j ? Math.sqrt(Math.max(sum, 1e-6)) : sum / rows[j][j]);
      }
      Arrays.fill(rows[i], i + 1, rows[i].length, 0);
    }
  }

  private static void solvePanel(
      float[] row, int from, float[][] diagonal, float[][] panel, int column) {
    for (int k = 0; k < BLOCK; k++) {
      float x = row[from + k] / diagonal[k][k];
      float[] below = diagonal[k];
      for (int j = k + 1; j < BLOCK; j++) {
        row[from + j] -= x * below[j];
      }
      row[from + k] = x;
      panel[k][column] = x;
    }
  }

  /** The transposed block of rows and columns that start there. */
  private float[][] transposed(int row, int column) {
    float[][] block = new float[BLOCK][BLOCK];
    for (int r = 0; r < BLOCK; r++) {
      for (int c = 0; c < BLOCK; c++) {
        block[c][r] = rows[row + r][column + c];
      }
    }
    return block;
  }

  private IntStream stripes(int from) {
    return IntStream.range(from / BLOCK, rows.length / BLOCK).parallel().map(b -> b * BLOCK);
  }

  private void invert() {
    for (int from = 0; from < rows.length; from += BLOCK) {
      int block = from;
      float[][] inverse = invertedDiagonal(block);
      // A copy, since one thread overwrites what another still reads.
      float[][] factor =
          IntStream.range(0, BLOCK)
              .mapToObj(r -> Arrays.copyOf(rows[block + r], block))
              .toArray(float[][]::new);
      IntStream.range(0, (block + TILE - 1) / TILE)
          .parallel()
          .map(tile -> tile * TILE)
          .forEach(at -> invertTile(block, factor, inverse, at, Math.min(at + TILE, block)));
      for (int r = 0; r < BLOCK; r++) {
        for (int c = 0; c < BLOCK; c++) {
          rows[block + r][block + c] = -inverse[r][c];
        }
      }
    }
  }

  /** −L_bb⁻¹ of a diagonal block. */
  private float[][] invertedDiagonal(int from) {
    float[][] inverse = new float[BLOCK][BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      inverse[i][i] = -1 / rows[from + i][from + i];
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum += (double) rows[from + i][from + k] * inverse[k][j];
        }
        inverse[i][j] = (float) (-sum / rows[from + i][from + i]);
      }
    }
    return inverse;
  }

  /** The block's columns from one to another: −L_bb⁻¹ (L_b · what is inverted above). */
  private void invertTile(int block, float[][] factor, float[][] inverse, int from, int to) {
    float[][] sums = new float[BLOCK][to];
    for (int k = from; k < block; k += BLOCK) {
      DenseKernels.add(sums, 0, factor, 0, k, rows, k, from, Math.min(to, k + BLOCK));
    }
    for (int r = 0; r < BLOCK; r++) {
      Arrays.fill(rows[block + r], from, to, 0);
    }
    DenseKernels.add(rows, block, inverse, 0, 0, sums, 0, from, to);
  }

  /**
   * A⁻¹ Y, that is L⁻ᵀ (L⁻¹ Y).
   *
   * @param y as many rows as the matrix, all of one length
   */
  float[][] solve(float[][] y) {
    int width = y[0].length;
    float[][] half = new float[rows.length][width];
    stripes(0)
        .forEach(
            stripe -> {
              for (int k = 0; k <= stripe; k += BLOCK) {
                DenseKernels.add(half, stripe, rows, stripe, k, y, k, 0, width);
              }
            });
    float[][] solved = new float[rows.length][width];
    stripes(0)
        .forEach(
            stripe -> {
              for (int i = stripe; i < rows.length; i += BLOCK) {
                float[][] scalars = transposed(i, stripe);
                DenseKernels.add(solved, stripe, scalars, 0, 0, half, i, 0, width);
              }
            });
    return solved;
  }

  /**
   * The part of A⁻¹ = L⁻ᵀ L⁻¹ on the diagonal from one row to another.
   *
   * @param from a multiple of {@link #BLOCK}, like {@code to}
   */
  BlockedCholesky inverseBlock(int from, int to) {
    BlockedCholesky block = new BlockedCholesky(to - from);
    block
        .stripes(0)
        .forEach(
            stripe -> {
              int end = from + stripe + BLOCK;
              float[][] sums = new float[BLOCK][end];
              for (int i = from + stripe; i < rows.length; i += BLOCK) {
                DenseKernels.add(sums, 0, transposed(i, from + stripe), 0, 0, rows, i, from, end);
              }
              for (int r = 0; r < BLOCK; r++) {
                System.arraycopy(sums[r], from, block.rows[stripe + r], 0, end - from);
              }
            });
    return block;
  }
}
