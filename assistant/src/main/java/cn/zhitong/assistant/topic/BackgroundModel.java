package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.ModelWeights;
import cn.zhitong.common.embedding.Vectors;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What appeals are usually about: points of meaning, and what share of a place's appeals lies at
 * each. Places differ, so there are several profiles of shares; the appeals at hand are reckoned a
 * mixture of them.
 *
 * <p>The one that is shipped ({@code ./zhitong train topics}) was made of appeals to three cities:
 * means of many appeals' vectors each, no words. A place's own appeals of the time before tell
 * better, where there are enough.
 */
public final class BackgroundModel {
  private static final String RESOURCE = "usual.bin";

  /** Appeals that tell of which profiles a mixture is: shares of some per cent need no more. */
  private static final int ASKED = 1_000;

  /** The shares settle long before. */
  private static final int ROUNDS = 30;

  /** A point that a profile has no appeals at is unlikely, not impossible. */
  private static final float UNSEEN = 1e-5f;

  /** Appeals lie around their point the wider, the shorter it is; of this share of that width. */
  private static final double SPREAD = .08;

  /** A point of one appeal has no width, but an appeal is not all that may be said there. */
  private static final double NARROWEST = .02;

  /** The logistic curve is as steep as the normal distribution's at this factor. */
  private static final double NORMAL = 1.7;

  private final float[] mean;
  private final float[][] points;
  private final float[][] directions;
  private final float[][] profiles;

  /**
   * @param mean of all appeals' vectors
   * @param points means of unit vectors, {@code mean} taken off: the shorter, the more they differ
   * @param profiles for each kind of place the share of its appeals at each point; each sums to 1
   */
  BackgroundModel(float[] mean, float[][] points, float[][] profiles) {
    this.mean = mean;
    this.points = points;
    this.profiles = profiles;
    this.directions = Arrays.stream(points).map(float[]::clone).toArray(float[][]::new);
    Arrays.stream(directions).forEach(Vectors::normalise);
  }

  /** Nothing is known: whatever is written is more than usual. */
  public static BackgroundModel nothing() {
    return new BackgroundModel(new float[0], new float[0][], new float[0][]);
  }

  /** What is shipped for vectors of this model, or nothing. */
  public static BackgroundModel forModel(String modelId) {
    return ModelWeights.read(BackgroundModel.class, RESOURCE, modelId, BackgroundModel::read)
        .orElseGet(BackgroundModel::nothing);
  }

  /**
   * @param vectors of the appeals of a time before, all of one model; at least one
   */
  public static BackgroundModel of(List<float[]> vectors) {
    float[] mean = Vectors.mean(vectors);
    float[] shares = new float[vectors.size()];
    Arrays.fill(shares, 1f / vectors.size());
    float[][] points =
        vectors.stream().map(vector -> Vectors.centred(vector, mean)).toArray(float[][]::new);
    return new BackgroundModel(mean, points, new float[][] {shares});
  }

  static BackgroundModel read(DataInputStream data) throws IOException {
    float[] mean = new float[data.readInt()];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = data.readFloat();
    }
    float[][] points = new float[data.readInt()][mean.length];
    float[][] profiles = new float[data.readInt()][points.length];
    float scale = data.readFloat();
    for (float[] point : points) {
      byte[] values = data.readNBytes(mean.length);
      for (int d = 0; d < mean.length; d++) {
        point[d] = values[d] * scale;
      }
    }
    for (float[] profile : profiles) {
      for (int k = 0; k < profile.length; k++) {
        profile[k] = data.readFloat();
      }
    }
    return new BackgroundModel(mean, points, profiles);
  }

  /** A byte a component of a point. */
  void write(String modelId, OutputStream out) throws IOException {
    float scale = Vectors.largest(points) / Byte.MAX_VALUE;
    DataOutputStream data = new DataOutputStream(out);
    data.writeUTF(modelId);
    data.writeInt(mean.length);
    for (float value : mean) {
      data.writeFloat(value);
    }
    data.writeInt(points.length);
    data.writeInt(profiles.length);
    data.writeFloat(scale);
    for (float[] point : points) {
      for (float value : point) {
        data.writeByte(Math.round(value / scale));
      }
    }
    for (float[] profile : profiles) {
      for (float share : profile) {
        data.writeFloat(share);
      }
    }
    data.flush();
  }

  static int nearest(float[] row, float[][] directions) {
    int nearest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < directions.length; k++) {
      double near = Vectors.dot(row, directions[k]);
      if (near > most) {
        most = near;
        nearest = k;
      }
    }
    return nearest;
  }

  /**
   * Half the sum of the differences between a profile and where these appeals lie: 0 where they lie
   * as it says, 1 where they lie elsewhere.
   */
  double distance(int profile, List<float[]> vectors) {
    float[] shares = profiles[profile].clone();
    for (float[] vector : vectors) {
      shares[nearest(Vectors.centred(vector, mean), directions)] -= 1f / vectors.size();
    }
    double sum = 0;
    for (float share : shares) {
      sum += Math.abs(share);
    }
    return sum / 2;
  }

  boolean isNothing() {
    return points.length == 0;
  }

  Expectation among(List<TopicDocument> appeals) {
    return new Expectation(appeals);
  }

  /** What would usually be written, were there so many appeals. */
  final class Expectation {
    private final float[][] rows;
    private final double[] expected;

    private Expectation(List<TopicDocument> appeals) {
      boolean known = !isNothing() && appeals.get(0).vector().length == mean.length;
      rows =
          known
              ? appeals.stream()
                  .parallel()
                  .map(appeal -> Vectors.centred(appeal.vector(), mean))
                  .toArray(float[][]::new)
              : new float[0][];
      expected = known ? expected() : new double[0];
    }

    /** Appeals at each point by the mixture of profiles that explains the appeals best (EM). */
    private double[] expected() {
      double[] weights = new double[profiles.length];
      Arrays.fill(weights, 1.0 / profiles.length);
      if (profiles.length > 1) {
        int step = Math.max(1, rows.length / ASKED);
        int[] at =
            IntStream.range(0, rows.length / step)
                .parallel()
                .map(i -> nearest(rows[i * step], directions))
                .toArray();
        for (int round = 0; round < ROUNDS; round++) {
          weights = reweighed(weights, at);
        }
      }
      double[] sums = new double[points.length];
      for (int p = 0; p < profiles.length; p++) {
        for (int k = 0; k < sums.length; k++) {
          sums[k] += rows.length * weights[p] * (profiles[p][k] + UNSEEN);
        }
      }
      return sums;
    }

    private double[] reweighed(double[] weights, int[] at) {
      double[] next = new double[weights.length];
      for (int point : at) {
        double all = 0;
        for (int p = 0; p < weights.length; p++) {
          all += weights[p] * (profiles[p][point] + UNSEEN);
        }
        for (int p = 0; p < weights.length; p++) {
          next[p] += weights[p] * (profiles[p][point] + UNSEEN) / all / at.length;
        }
      }
      return next;
    }

    /**
     * Which share of the appeals around a group's centre is more than usual: 0 to 1. Counted are
     * those nearer to it than the members' lower quarter.
     */
    double excess(int[] members) {
      if (expected.length == 0) {
        return 1;
      }
      float[] centre = new float[mean.length];
      Arrays.stream(members).forEach(member -> Vectors.add(centre, rows[member]));
      Vectors.normalise(centre);
      double[] near =
          Arrays.stream(members)
              .mapToDouble(member -> Vectors.dot(rows[member], centre))
              .sorted()
              .toArray();
      double floor = near[near.length / 4];
      long there =
          Arrays.stream(rows).parallel().filter(row -> Vectors.dot(row, centre) >= floor).count();
      return Math.max(0, 1 - usual(centre, floor) / there);
    }

    private double usual(float[] centre, double floor) {
      double usual = 0;
      for (int k = 0; k < points.length; k++) {
        double width = Math.sqrt(Math.max(NARROWEST, 1 - Vectors.dot(points[k], points[k])));
        double above = (Vectors.dot(points[k], centre) - floor) / (SPREAD * width);
        usual += expected[k] / (1 + Math.exp(-NORMAL * above));
      }
      return usual;
    }
  }
}
