package cn.zhitong.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights that are trained, and AdamW (Loshchilov and Hutter 2019) on them with gradients
 * clipped to a common length. Its state is kept in a file, so that a training that was stopped goes
 * on where it was.
 */
public final class TrainedWeights implements AutoCloseable {
  private static final float BETA1 = .9f;
  private static final float BETA2 = .999f;
  private static final float EPSILON = 1e-8f;
  private static final float DECAY = .01f;
  private static final float LONGEST_GRADIENT = 1f;

  private final NDManager manager;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private int steps;

  /** A weight with the running means of its gradient and of its square. */
  private record Slot(NDArray weight, NDArray mean, NDArray square, float rateFactor) {}

  public TrainedWeights(NDManager parent) {
    this.manager = parent.newSubManager();
  }

  /**
   * @param rateFactor by which the learning rate is multiplied; new weights learn faster
   */
  public void add(String name, NDArray weight, float rateFactor) {
    weight.setRequiresGradient(true);
    Shape shape = weight.getShape();
    slots.put(name, new Slot(weight, manager.zeros(shape), manager.zeros(shape), rateFactor));
  }

  public int steps() {
    return steps;
  }

  /** One step against the gradients, which are zero afterwards. */
  public void step(float rate) {
    steps++;
    float scale = (float) Math.min(1, LONGEST_GRADIENT / Math.max(1e-12, gradientLength()));
    float correction1 = 1 - (float) Math.pow(BETA1, steps);
    float correction2 = 1 - (float) Math.pow(BETA2, steps);
    for (Slot slot : slots.values()) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray gradient = slot.weight.getGradient();
        gradient.attach(scope);
        NDArray clipped = gradient.mul(scale);
        slot.mean.muli(BETA1).addi(clipped.mul(1 - BETA1));
        slot.square.muli(BETA2).addi(clipped.square().muli(1 - BETA2));
        NDArray size = slot.square.div(correction2);
        size.attach(scope);
        NDArray change = slot.mean.div(size.sqrt().addi(EPSILON));
        change.attach(scope);
        change.divi(correction1);
        // Biases and norms, which have one dimension, are not drawn to zero.
        if (slot.weight.getShape().dimension() > 1) {
          NDArray drawn = slot.weight.mul(DECAY);
          drawn.attach(scope);
          change.addi(drawn);
        }
        slot.weight.subi(change.muli(rate * slot.rateFactor));
        gradient.muli(0);
      }
    }
  }

  private double gradientLength() {
    double squares = 0;
    for (Slot slot : slots.values()) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray gradient = slot.weight.getGradient();
        gradient.attach(scope);
        squares += gradient.square().sum().getFloat();
      }
    }
    return Math.sqrt(squares);
  }

  /** The values now, by name. */
  public Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    slots.forEach((name, slot) -> values.put(name, slot.weight.toFloatArray()));
    return values;
  }

  public void save(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 20))) {
      out.writeInt(steps);
      for (Map.Entry<String, Slot> slot : slots.entrySet()) {
        out.writeUTF(slot.getKey());
        write(slot.getValue().weight, out);
        write(slot.getValue().mean, out);
        write(slot.getValue().square, out);
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * @throws IOException also where the file is of another training
   */
  public void load(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      steps = in.readInt();
      for (Map.Entry<String, Slot> slot : slots.entrySet()) {
        String name = in.readUTF();
        if (!name.equals(slot.getKey())) {
          throw new IOException(file + " is of another training: it has " + name);
        }
        read(slot.getValue().weight, in);
        read(slot.getValue().mean, in);
        read(slot.getValue().square, in);
      }
    }
  }

  private static void write(NDArray array, DataOutputStream out) throws IOException {
    for (float value : array.toFloatArray()) {
      out.writeFloat(value);
    }
  }

  private static void read(NDArray array, DataInputStream in) throws IOException {
    float[] values = new float[(int) array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    array.set(values);
  }

  @Override
  public void close() {
    manager.close();
  }
}
