package cn.zhitong.common.embedding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads from a character's state in the encoder how much it matters for finding what answers the
 * question: e to the power of a·h + b. Trained by {@code ./zhitong train ranking}; holds numbers
 * only.
 *
 * @param direction a, with one number for each of the state's dimensions; null for none
 * @param offset b, so that the mean character of the training questions has weight 1
 */
public record TermWeightModel(float[] direction, float offset) {
  private static final String RESOURCE = "term-weights.bin";

  /** No character counts for more than 20 times the mean one, or for less than its 20th part. */
  private static final double LARGEST = 3;

  /** The readout for this model, or one that gives every character the same weight. */
  public static TermWeightModel forModel(String modelId) {
    return ModelWeights.read(TermWeightModel.class, RESOURCE, modelId, TermWeightModel::read)
        .orElseGet(() -> new TermWeightModel(null, 0));
  }

  private static TermWeightModel read(DataInputStream data) throws IOException {
    float[] direction = new float[data.readInt()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = data.readFloat();
    }
    return new TermWeightModel(direction, data.readFloat());
  }

  public void write(String modelId, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeUTF(modelId);
    data.writeInt(direction.length);
    for (float value : direction) {
      data.writeFloat(value);
    }
    data.writeFloat(offset);
    data.flush();
  }

  /**
   * @param states by character
   */
  public TermWeights of(Map<Character, float[]> states) {
    if (direction == null || states.isEmpty()) {
      return TermWeights.EVEN;
    }
    Map<Character, Float> weights = new HashMap<>();
    states.forEach((character, state) -> weights.put(character, weight(state)));
    return new TermWeights(weights);
  }

  private float weight(float[] state) {
    return (float) weight(Vectors.dot(direction, state) + offset);
  }

  /** The weight where the readout says this much. */
  public static double weight(double power) {
    return Math.exp(Math.max(-LARGEST, Math.min(LARGEST, power)));
  }
}
