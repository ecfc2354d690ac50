package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Extremely randomised trees (Geurts, Ernst and Wehenkel 2006) that tell right candidates from
 * wrong ones: what evidence is worth together, which a linear blend cannot say. Each tree leaves
 * out a quarter of the appeals, so that every appeal also has a probability by trees that never saw
 * it; without those, confidence would be fitted on memory.
 */
final class ExtraTrees {
  private static final int TREES = 150;
  private static final int LEAST_IN_LEAF = 5;
  private static final double FEATURES_TRIED = .3;
  private static final double LEFT_OUT = .25;

  private final Tree[] trees;

  private ExtraTrees(Tree[] trees) {
    this.trees = trees;
  }

  /**
   * @param outOfBag probability of each row by the trees that left its appeal out
   */
  record Trained(ExtraTrees forest, float[] outOfBag) {}

  /**
   * One tree as arrays; a node's children stand at {@code right[node]} and before it.
   *
   * @param feature -1 for a leaf
   * @param threshold up to it to the left; a leaf's probability
   * @param right number of the right child; the left one is the node's own number plus one
   */
  private record Tree(short[] feature, float[] threshold, int[] right) {
    float of(float[] row) {
      int node = 0;
      while (feature[node] >= 0) {
        node = row[feature[node]] <= threshold[node] ? node + 1 : right[node];
      }
      return threshold[node];
    }
  }

  /**
   * @param rows features of each candidate
   * @param right whether the candidate is the one
   * @param appealOf number of the appeal that each candidate belongs to
   * @param groupOf group of near-duplicates of each appeal: a tree leaves out whole groups
   */
  static Trained train(float[][] rows, boolean[] right, int[] appealOf, String[] groupOf) {
    float[][] columns = columns(rows);
    Tree[] trees = new Tree[TREES];
    float[][] said = new float[TREES][];
    IntStream.range(0, TREES)
        .parallel()
        .forEach(
            t -> {
              boolean[] leftOut = leftOut(groupOf, t);
              int[] seen =
                  IntStream.range(0, rows.length).filter(r -> !leftOut[appealOf[r]]).toArray();
              trees[t] = new Growing(columns, right, seen, t).tree();
              said[t] = new float[rows.length];
              for (int r = 0; r < rows.length; r++) {
                said[t][r] = leftOut[appealOf[r]] ? trees[t].of(rows[r]) : Float.NaN;
              }
            });
    ExtraTrees forest = new ExtraTrees(trees);
    return new Trained(forest, outOfBag(forest, rows, said));
  }

  private static float[][] columns(float[][] rows) {
    float[][] columns = new float[rows[0].length][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int f = 0; f < columns.length; f++) {
        columns[f][r] = rows[r][f];
      }
    }
    return columns;
  }

  private static boolean[] leftOut(String[] groupOf, int tree) {
    boolean[] leftOut = new boolean[groupOf.length];
    for (int i = 0; i < leftOut.length; i++) {
      long seed = groupOf[i].hashCode() * 0x9E3779B97F4A7C15L + tree;
      leftOut[i] = new SplittableRandom(seed).nextDouble() < LEFT_OUT;
    }
    return leftOut;
  }

  private static float[] outOfBag(ExtraTrees forest, float[][] rows, float[][] said) {
    float[] result = new float[rows.length];
    for (int r = 0; r < result.length; r++) {
      double sum = 0;
      int trees = 0;
      for (float[] one : said) {
        if (!Float.isNaN(one[r])) {
          sum += one[r];
          trees++;
        }
      }
      result[r] = trees == 0 ? forest.probability(rows[r]) : (float) (sum / trees);
    }
    return result;
  }

  /** That the candidate is the one; the candidates of an appeal need not sum to 1. */
  float probability(float[] row) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.of(row);
    }
    return (float) (sum / trees.length);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(trees.length);
    for (Tree tree : trees) {
      out.writeInt(tree.feature().length);
      for (int node = 0; node < tree.feature().length; node++) {
        out.writeShort(tree.feature()[node]);
        out.writeFloat(tree.threshold()[node]);
        out.writeInt(tree.right()[node]);
      }
    }
  }

  static ExtraTrees read(DataInput in) throws IOException {
    Tree[] trees = new Tree[in.readInt()];
    for (int t = 0; t < trees.length; t++) {
      int nodes = in.readInt();
      Tree tree = new Tree(new short[nodes], new float[nodes], new int[nodes]);
      for (int node = 0; node < nodes; node++) {
        tree.feature()[node] = in.readShort();
        tree.threshold()[node] = in.readFloat();
        tree.right()[node] = in.readInt();
      }
      trees[t] = tree;
    }
    return new ExtraTrees(trees);
  }

  /** A tree while it grows, depth first. */
  private static final class Growing {
    private final float[][] columns;
    private final boolean[] right;
    private final int[] rows;
    private final SplittableRandom random;
    private final int[] order;
    private short[] feature = new short[256];
    private float[] threshold = new float[256];
    private int[] rightChild = new int[256];
    private int nodes;

    Growing(float[][] columns, boolean[] right, int[] rows, long seed) {
      this.columns = columns;
      this.right = right;
      this.rows = rows;
      this.random = new SplittableRandom(seed);
      this.order = IntStream.range(0, columns.length).toArray();
    }

    Tree tree() {
      grow(0, rows.length);
      return new Tree(
          Arrays.copyOf(feature, nodes),
          Arrays.copyOf(threshold, nodes),
          Arrays.copyOf(rightChild, nodes));
    }

    private record Cut(int feature, float at, double score) {}

    private int grow(int from, int to) {
      int node = take();
      int hits = 0;
      for (int i = from; i < to; i++) {
        hits += right[rows[i]] ? 1 : 0;
      }
      int size = to - from;
      Cut cut = hits == 0 || hits == size || size < 2 * LEAST_IN_LEAF ? null : best(from, to, hits);
      if (cut == null) {
        feature[node] = -1;
        threshold[node] = size == 0 ? 0 : (float) hits / size;
        return node;
      }
      int middle = partition(from, to, columns[cut.feature()], cut.at());
      feature[node] = (short) cut.feature();
      threshold[node] = cut.at();
      grow(from, middle);
      // Not in one statement: growing may move the array that would have been looked up before.
      int other = grow(middle, to);
      rightChild[node] = other;
      return node;
    }

    private int take() {
      if (nodes == feature.length) {
        feature = Arrays.copyOf(feature, 2 * nodes);
        threshold = Arrays.copyOf(threshold, 2 * nodes);
        rightChild = Arrays.copyOf(rightChild, 2 * nodes);
      }
      return nodes++;
    }

    /** The best of one random cut for each of some features that vary here. */
    private Cut best(int from, int to, int hits) {
      int wanted = Math.max(1, (int) Math.round(FEATURES_TRIED * order.length));
      Cut best = null;
      for (int i = 0; i < order.length && wanted > 0; i++) {
        int j = i + random.nextInt(order.length - i);
        int candidate = order[j];
        order[j] = order[i];
        order[i] = candidate;
        Cut cut = cut(candidate, from, to, hits);
        if (cut != null) {
          wanted--;
          best = best == null || cut.score() > best.score() ? cut : best;
        }
      }
      return best == null || best.score() < 0 ? null : best;
    }

    /** Null where the feature does not vary; a score below 0 where a side would be too small. */
    private Cut cut(int candidate, int from, int to, int hits) {
      float[] column = columns[candidate];
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        float value = column[rows[i]];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      if (least >= most) {
        return null;
      }
      float at = least + (float) random.nextDouble() * (most - least);
      int left = 0;
      int leftHits = 0;
      for (int i = from; i < to; i++) {
        if (column[rows[i]] <= at) {
          left++;
          leftHits += right[rows[i]] ? 1 : 0;
        }
      }
      int other = to - from - left;
      if (left < LEAST_IN_LEAF || other < LEAST_IN_LEAF) {
        return new Cut(candidate, at, -1);
      }
      double otherHits = hits - leftHits;
      // Gini: what remains mixed, up to a constant of the node.
      double score =
          (double) leftHits * leftHits / left
              + (double) (left - leftHits) * (left - leftHits) / left
              + otherHits * otherHits / other
              + (other - otherHits) * (other - otherHits) / other;
      return new Cut(candidate, at, score);
    }

    private int partition(int from, int to, float[] column, float at) {
      int low = from;
      int high = to - 1;
      while (low <= high) {
        if (column[rows[low]] <= at) {
          low++;
        } else {
          int kept = rows[low];
          rows[low] = rows[high];
          rows[high--] = kept;
        }
      }
      return low;
    }
  }
}
