package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ridge regression of each class's membership (1 or -1) in the Gaussian kernel of where appeals lie
 * ({@link Axes}): what only a combination of meaning and speech act tells, which a linear margin
 * cannot say.
 */
final class KernelRidge {
  /** By cross-validation on two cities; flat between half and twice of both. */
  private static final double SHARPNESS = .8;

  private static final float PENALTY = .3f;

  /** Rows that are learnt from at most, evenly drawn: time grows with their cube. */
  private static final int MOST_ROWS = 4000;

  private final Axes axes;
  private final float[][] places; // axes × rows
  private final float[] norms;
  private final float[][] weights; // classes × (rows + 1), the mean last

  private KernelRidge(Axes axes, float[][] places, float[][] weights) {
    this.axes = axes;
    this.places = places;
    this.weights = weights;
    this.norms = norms(places);
  }

  private static float[] norms(float[][] places) {
    float[] norms = new float[places[0].length];
    for (float[] axis : places) {
      for (int r = 0; r < norms.length; r++) {
        norms[r] += axis[r] * axis[r];
      }
    }
    return norms;
  }

  /** How alike the rows of a history are, computed once for all that is learnt from parts of it. */
  static final class Likeness {
    private final Axes axes;
    private final int[] rows; // those that are learnt from
    private final float[][] places;
    private final float[][] alike;

    private Likeness(Axes axes, int[] rows, float[][] places, float[][] alike) {
      this.axes = axes;
      this.rows = rows;
      this.places = places;
      this.alike = alike;
    }

    static Likeness of(List<Document> documents) {
      int count = Math.min(MOST_ROWS, documents.size());
      int[] rows =
          IntStream.range(0, count).map(i -> (int) ((long) i * documents.size() / count)).toArray();
      Axes axes = Axes.of(documents);
      float[][] places = new float[count][];
      IntStream.range(0, count)
          .parallel()
          .forEach(i -> places[i] = axes.place(documents.get(rows[i])));
      float[][] byAxis = Matrices.transposed(places);
      float[] norms = norms(byAxis);
      float[][] alike = Matrices.product(places, byAxis);
      IntStream.range(0, count).parallel().forEach(i -> gaussian(alike[i], norms[i], norms));
      return new Likeness(axes, rows, places, alike);
    }

    /**
     * @param seen which rows of the history may be learnt from
     * @param labelOf class of each row of the history
     */
    KernelRidge train(boolean[] seen, int[] labelOf, int classes) {
      int[] own = IntStream.range(0, rows.length).filter(i -> seen[rows[i]]).toArray();
      float[][] matrix = new float[own.length][];
      float[][] ownPlaces = new float[own.length][];
      for (int i = 0; i < own.length; i++) {
        matrix[i] = new float[i + 1];
        for (int j = 0; j <= i; j++) {
          matrix[i][j] = alike[own[i]][own[j]];
        }
        matrix[i][i] += PENALTY;
        ownPlaces[i] = places[own[i]];
      }
      Cholesky factor = Cholesky.of(matrix);
      float[][] weights = new float[classes][own.length + 1];
      IntStream.range(0, classes)
          .parallel()
          .forEach(c -> weights[c] = weights(factor, own, labelOf, c));
      return new KernelRidge(axes, Matrices.transposed(ownPlaces), weights);
    }

    private float[] weights(Cholesky factor, int[] own, int[] labelOf, int wanted) {
      double[] target = new double[own.length];
      double mean = 0;
      for (int i = 0; i < own.length; i++) {
        target[i] = labelOf[rows[own[i]]] == wanted ? 1 : -1;
        mean += target[i] / own.length;
      }
      for (int i = 0; i < own.length; i++) {
        target[i] -= mean;
      }
      double[] solved = factor.solve(target);
      float[] weights = new float[own.length + 1];
      for (int i = 0; i < own.length; i++) {
        weights[i] = (float) solved[i];
      }
      weights[own.length] = (float) mean;
      return weights;
    }
  }

  /** From products with a place to likeness, in place. */
  private static void gaussian(float[] products, float norm, float[] norms) {
    for (int r = 0; r < products.length; r++) {
      double distance = Math.max(0, norm + norms[r] - 2 * products[r]);
      products[r] = (float) Math.exp(-SHARPNESS * distance);
    }
  }

  /** About 1 for a class that the appeal is in, about -1 for others. */
  double[] scores(Document document) {
    float[] place = axes.place(document);
    float[] alike = new float[norms.length];
    Matrices.add(place, places, alike);
    gaussian(alike, (float) Matrices.dot(place, place), norms);
    double[] scores = new double[weights.length];
    for (int c = 0; c < scores.length; c++) {
      float[] own = weights[c];
      double sum = own[alike.length];
      for (int r = 0; r < alike.length; r++) {
        sum += own[r] * alike[r];
      }
      scores[c] = sum;
    }
    return scores;
  }

  void write(DataOutput out) throws IOException {
    axes.write(out);
    out.writeInt(places.length);
    for (float[] axis : places) {
      Floats.write(out, axis);
    }
    out.writeInt(weights.length);
    for (float[] own : weights) {
      Floats.write(out, own);
    }
  }

  static KernelRidge read(DataInput in) throws IOException {
    Axes axes = Axes.read(in);
    float[][] places = new float[in.readInt()][];
    for (int i = 0; i < places.length; i++) {
      places[i] = Floats.read(in);
    }
    float[][] weights = new float[in.readInt()][];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = Floats.read(in);
    }
    return new KernelRidge(axes, places, weights);
  }
}
