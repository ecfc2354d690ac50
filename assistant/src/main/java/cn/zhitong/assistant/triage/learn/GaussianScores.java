package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores by likeness to each past case ({@link GaussianKernel}); 4 bytes a past case and output in
 * memory, 2 where they are stored.
 */
final class GaussianScores {
  private final float[][] alpha; // past cases × outputs
  private final float[] constants;
  private final float[][] acts; // of each past case; rows may be empty

  GaussianScores(float[][] alpha, float[] constants, float[][] acts) {
    this.alpha = alpha;
    this.constants = constants;
    this.acts = acts;
  }

  /**
   * @param cosines with each past case, of centred vectors
   * @param done the appeal's own acts
   */
  double[] of(float[] cosines, float[] done) {
    float[] sums = constants.clone();
    for (int i = 0; i < alpha.length; i++) {
      float similarity = GaussianKernel.similarity(cosines[i], done, acts[i]);
      float[] own = alpha[i];
      for (int o = 0; o < sums.length; o++) {
        sums[o] += similarity * own[o];
      }
    }
    return ArrayIO.doubles(sums);
  }

  void write(DataOutput out) throws IOException {
    ArrayIO.write(out, constants);
    out.writeInt(alpha.length);
    for (int i = 0; i < alpha.length; i++) {
      ArrayIO.write(out, acts[i]);
      float most = 0;
      for (float a : alpha[i]) {
        most = Math.max(most, Math.abs(a));
      }
      float scale = Math.max(most, Float.MIN_NORMAL) / Short.MAX_VALUE;
      out.writeFloat(scale);
      for (float a : alpha[i]) {
        out.writeShort(Math.round(a / scale));
      }
    }
  }

  static GaussianScores read(DataInput in) throws IOException {
    float[] constants = ArrayIO.read(in);
    float[][] alpha = new float[in.readInt()][constants.length];
    float[][] acts = new float[alpha.length][];
    for (int i = 0; i < alpha.length; i++) {
      acts[i] = ArrayIO.read(in);
      float scale = in.readFloat();
      for (int o = 0; o < constants.length; o++) {
        alpha[i][o] = scale * in.readShort();
      }
    }
    return new GaussianScores(alpha, constants, acts);
  }
}
