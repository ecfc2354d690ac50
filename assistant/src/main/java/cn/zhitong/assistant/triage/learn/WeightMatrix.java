package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One value a feature and class, kept where it matters: sparse, by feature, in 16 bits of the
 * class's largest value. A dense table of 200 departments and 100,000 features would take 80 MB.
 */
final class WeightMatrix {
  private final float[] scale;
  private final int[] start;
  private final short[] classOf;
  private final short[] value;

  private WeightMatrix(float[] scale, int[] start, short[] classOf, short[] value) {
    this.scale = scale;
    this.start = start;
    this.classOf = classOf;
    this.value = value;
  }

  /** One class's values, ready to be merged: positions rising. */
  record Column(float scale, int[] feature, short[] value) {
    /**
     * @param values one a feature
     * @param share values below this share of the largest are dropped
     */
    static Column of(float[] values, float share) {
      int features = values.length;
      float largest = 0;
      for (int i = 0; i < features; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      float least = largest * share;
      int kept = 0;
      for (int i = 0; i < features; i++) {
        kept += keep(values[i], least) ? 1 : 0;
      }
      int[] feature = new int[kept];
      short[] value = new short[kept];
      float scale = largest / Short.MAX_VALUE;
      for (int i = 0, at = 0; i < features; i++) {
        if (keep(values[i], least)) {
          feature[at] = i;
          value[at++] = (short) Math.round(values[i] / scale);
        }
      }
      return new Column(scale, feature, value);
    }

    private static boolean keep(float value, float least) {
      return value != 0 && Math.abs(value) >= least;
    }
  }

  static WeightMatrix of(Column[] columns, int features) {
    int[] start = new int[features + 1];
    float[] scale = new float[columns.length];
    for (int c = 0; c < columns.length; c++) {
      scale[c] = columns[c].scale();
      for (int f : columns[c].feature()) {
        start[f + 1]++;
      }
    }
    for (int f = 0; f < features; f++) {
      start[f + 1] += start[f];
    }
    short[] classOf = new short[start[features]];
    short[] value = new short[start[features]];
    int[] next = start.clone();
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < columns[c].feature().length; i++) {
        int at = next[columns[c].feature()[i]]++;
        classOf[at] = (short) c;
        value[at] = columns[c].value()[i];
      }
    }
    return new WeightMatrix(scale, start, classOf, value);
  }

  /** Each class's sum of products with a vector, whose features must be the table's. */
  void dot(Sparse vector, double[] sums) {
    for (int i = 0; i < vector.index().length; i++) {
      int f = vector.index()[i];
      for (int at = start[f]; at < start[f + 1]; at++) {
        int c = classOf[at];
        sums[c] += (double) vector.value()[i] * value[at] * scale[c];
      }
    }
  }

  /** One value; 0 where it was dropped. */
  double get(int feature, int wanted) {
    for (int at = start[feature]; at < start[feature + 1]; at++) {
      if (classOf[at] == wanted) {
        return (double) value[at] * scale[wanted];
      }
    }
    return 0;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(scale.length);
    for (float s : scale) {
      out.writeFloat(s);
    }
    out.writeInt(start.length);
    for (int f = 0; f + 1 < start.length; f++) {
      out.writeShort(start[f + 1] - start[f]);
    }
    for (int i = 0; i < classOf.length; i++) {
      out.writeShort(classOf[i]);
    }
    for (int i = 0; i < value.length; i++) {
      out.writeShort(value[i]);
    }
  }

  static WeightMatrix read(DataInput in) throws IOException {
    float[] scale = new float[in.readInt()];
    for (int c = 0; c < scale.length; c++) {
      scale[c] = in.readFloat();
    }
    int[] start = new int[in.readInt()];
    for (int f = 0; f + 1 < start.length; f++) {
      start[f + 1] = start[f] + in.readUnsignedShort();
    }
    short[] classOf = new short[start[start.length - 1]];
    for (int i = 0; i < classOf.length; i++) {
      classOf[i] = in.readShort();
    }
    short[] value = new short[classOf.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = in.readShort();
    }
    return new WeightMatrix(scale, start, classOf, value);
  }
}
