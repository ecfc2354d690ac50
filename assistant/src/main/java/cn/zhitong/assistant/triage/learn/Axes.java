package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The principal axes of appeals, by orthogonal iteration: where an appeal lies in what it means (as
 * a whole, by its title, by how it ends) and in what it does, in a quarter of the numbers.
 */
final class Axes {
  /** With a third as many categories lose .005; with all 1,571 directions they gain nothing. */
  private static final int AXES = 384;

  /** More rows than these do not move the axes. */
  private static final int ROWS = 2000;

  private static final int ROUNDS = 6;

  /** Weights of the parts in the distance between two appeals, by cross-validation. */
  private static final float TITLE = .8f;

  private static final float END = .4f;
  private static final float ACTS = .3f;

  private final float[][] means; // of the vectors of whole, title and end
  private final float[] mean;
  private final float[][] axes; // directions × axes

  private Axes(float[][] means, float[] mean, float[][] axes) {
    this.means = means;
    this.mean = mean;
    this.axes = axes;
  }

  static Axes of(List<Document> documents) {
    float[][] means = {
      Centred.mean(documents.stream().map(Document::vector).toList()),
      Centred.mean(documents.stream().map(Document::titleVector).toList()),
      Centred.mean(documents.stream().map(Document::endVector).toList()),
    };
    float[][] rows = new float[Math.min(ROWS, documents.size())][];
    for (int i = 0; i < rows.length; i++) {
      int at = (int) ((long) i * documents.size() / rows.length);
      rows[i] = raw(documents.get(at), means);
    }
    float[] mean = Centred.mean(Arrays.asList(rows));
    for (float[] row : rows) {
      takeOff(row, mean);
    }
    return new Axes(means, mean, principal(rows));
  }

  private static float[][] principal(float[][] rows) {
    float[][] covariance = Matrices.product(Matrices.transposed(rows), rows);
    Random random = new Random(1);
    float[][] directions = new float[Math.min(AXES, rows[0].length)][rows[0].length];
    for (float[] direction : directions) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) random.nextGaussian();
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      directions = Matrices.product(directions, covariance);
      orthonormalise(directions);
    }
    return Matrices.transposed(directions);
  }

  /** Modified Gram-Schmidt; a direction that the others already span becomes zero. */
  private static void orthonormalise(float[][] directions) {
    for (int i = 0; i < directions.length; i++) {
      float[] own = directions[i];
      normalise(own, 1e-12);
      for (int j = 0; j < i; j++) {
        float by = (float) Matrices.dot(own, directions[j]);
        for (int k = 0; k < own.length; k++) {
          own[k] -= by * directions[j][k];
        }
      }
      // What is left of a spanned direction is rounding, which would point anywhere.
      normalise(own, 1e-4);
    }
  }

  private static void normalise(float[] x, double least) {
    double norm = Math.sqrt(Matrices.dot(x, x));
    double by = norm < least ? 0 : 1 / norm;
    for (int i = 0; i < x.length; i++) {
      x[i] *= (float) by;
    }
  }

  private static void takeOff(float[] row, float[] mean) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean[i];
    }
  }

  private static float[] raw(Document document, float[][] means) {
    float[] acts = SpeechActs.of(document);
    int size = means[0].length;
    float[] raw = new float[3 * size + acts.length];
    put(raw, 0, Centred.of(document.vector(), means[0]), 1);
    put(raw, size, Centred.of(document.titleVector(), means[1]), TITLE);
    put(raw, 2 * size, Centred.of(document.endVector(), means[2]), END);
    put(raw, 3 * size, acts, ACTS);
    return raw;
  }

  private static void put(float[] raw, int at, float[] part, float weight) {
    for (int i = 0; i < part.length; i++) {
      raw[at + i] = weight * part[i];
    }
  }

  /** Where an appeal lies. */
  float[] place(Document document) {
    float[] raw = raw(document, means);
    takeOff(raw, mean);
    float[] place = new float[axes[0].length];
    Matrices.add(raw, axes, place);
    return place;
  }

  void write(DataOutput out) throws IOException {
    for (float[] part : means) {
      Floats.write(out, part);
    }
    Floats.write(out, mean);
    out.writeInt(axes.length);
    for (float[] axis : axes) {
      Floats.write(out, axis);
    }
  }

  static Axes read(DataInput in) throws IOException {
    float[][] means = {Floats.read(in), Floats.read(in), Floats.read(in)};
    float[] mean = Floats.read(in);
    float[][] axes = new float[in.readInt()][];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = Floats.read(in);
    }
    return new Axes(means, mean, axes);
  }
}
