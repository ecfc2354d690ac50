package cn.zhitong.common.embedding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What training added to one weight of the base model, in as few bytes as keep its effect. */
public sealed interface WeightChange {
  /** Adds the change to the base model's values in place. */
  void addTo(float[] values);

  void write(DataOutputStream out) throws IOException;

  /** Single precision: biases and norms, which are small. */
  record Exact(float[] change) implements WeightChange {
    static final int KIND = 0;

    @Override
    public void addTo(float[] values) {
      Vectors.add(values, change);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeByte(KIND);
      WeightChange.writeFloats(out, change);
    }
  }

  /** A matrix's change with 8 bits an element and one scale a row. */
  record Rounded(int columns, float[] scales, byte[] steps) implements WeightChange {
    static final int KIND = 1;

    /** Rounds each row to 255 steps between its largest absolute values. */
    public static Rounded of(float[] change, int columns) {
      float[] scales = new float[change.length / columns];
      byte[] steps = new byte[change.length];
      for (int row = 0; row < scales.length; row++) {
        float largest = 0;
        for (int i = row * columns; i < (row + 1) * columns; i++) {
          largest = Math.max(largest, Math.abs(change[i]));
        }
        scales[row] = largest / Byte.MAX_VALUE;
        for (int i = row * columns; largest > 0 && i < (row + 1) * columns; i++) {
          steps[i] = (byte) Math.round(change[i] / scales[row]);
        }
      }
      return new Rounded(columns, scales, steps);
    }

    @Override
    public void addTo(float[] values) {
      for (int i = 0; i < steps.length; i++) {
        values[i] += scales[i / columns] * steps[i];
      }
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeByte(KIND);
      out.writeInt(columns);
      WeightChange.writeFloats(out, scales);
      out.write(steps);
    }
  }

  /**
   * A matrix's change as the product of a tall and a wide matrix.
   *
   * @param down [in, rank]
   * @param up [rank, out]
   */
  record LowRank(int rank, float[] down, float[] up) implements WeightChange {
    static final int KIND = 2;

    @Override
    public void addTo(float[] values) {
      int columns = up.length / rank;
      for (int row = 0; row < down.length / rank; row++) {
        for (int r = 0; r < rank; r++) {
          float factor = down[row * rank + r];
          for (int c = 0; c < columns; c++) {
            values[row * columns + c] += factor * up[r * columns + c];
          }
        }
      }
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeByte(KIND);
      out.writeInt(rank);
      WeightChange.writeFloats(out, down);
      WeightChange.writeFloats(out, up);
    }
  }

  static WeightChange read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    switch (kind) {
      case Exact.KIND:
        return new Exact(readFloats(in));
      case Rounded.KIND:
        int columns = in.readInt();
        float[] scales = readFloats(in);
        byte[] steps = new byte[columns * scales.length];
        in.readFully(steps);
        return new Rounded(columns, scales, steps);
      case LowRank.KIND:
        return new LowRank(in.readInt(), readFloats(in), readFloats(in));
      default:
        throw new IOException("unknown kind of weight change " + kind);
    }
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
