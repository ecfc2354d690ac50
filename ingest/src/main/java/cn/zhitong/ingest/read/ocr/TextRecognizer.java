package cn.zhitong.ingest.read.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the characters of one line and tells how sure it is. */
final class TextRecognizer implements AutoCloseable {
  private static final String MODEL = "/models/ch_PP-OCRv4_rec_infer.onnx";
  private static final String CHARACTERS = "/models/ppocr_keys_v1.txt";

  /** Height of the lines that the network was trained on. */
  private static final int HEIGHT = 48;

  private static final int NARROWEST = 48;
  private static final int WIDEST = 4096;

  private final OnnxModel model;

  /** By the network's classes: none (CTC's blank), the characters, a space. */
  private final List<String> characters = new ArrayList<>();

  TextRecognizer(int threads) {
    this.model = OnnxModel.load(MODEL, threads);
    characters.add("");
    try (InputStream in = TextRecognizer.class.getResourceAsStream(CHARACTERS)) {
      characters.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    characters.add(" ");
  }

  /**
   * A line as read.
   *
   * @param confidence mean probability of its characters
   * @param confidences one a char of the text
   */
  record Reading(String text, double confidence, float[] confidences) {}

  Reading read(PixelImage line) {
    int width = (int) Math.ceil((double) HEIGHT * line.width() / line.height());
    width = Math.max(NARROWEST, Math.min(WIDEST, width));
    OnnxModel.Output output = model.run(tensor(line.resized(width, HEIGHT)), 1, 3, HEIGHT, width);
    return decode(output.values(), (int) output.shape()[1], (int) output.shape()[2]);
  }

  private static float[] tensor(PixelImage line) {
    int size = line.width() * line.height();
    float[] values = new float[3 * size];
    for (int i = 0; i < size; i++) {
      for (int channel = 0; channel < 3; channel++) {
        values[channel * size + i] = (line.pixels()[i] >> 8 * channel & 255) / 127.5f - 1;
      }
    }
    return values;
  }

  /** The best class of each step; a class that goes on is one character (CTC). */
  private Reading decode(float[] values, int steps, int classes) {
    StringBuilder text = new StringBuilder();
    List<Float> sure = new ArrayList<>();
    int before = 0;
    for (int step = 0; step < steps; step++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = values[step * classes + c] > values[step * classes + best] ? c : best;
      }
      if (best != 0 && best != before && best < characters.size()) {
        String character = characters.get(best);
        text.append(character);
        for (int i = 0; i < character.length(); i++) {
          sure.add(values[step * classes + best]);
        }
      }
      before = best;
    }
    float[] confidences = new float[sure.size()];
    double sum = 0;
    for (int i = 0; i < confidences.length; i++) {
      confidences[i] = sure.get(i);
      sum += sure.get(i);
    }
    double mean = confidences.length == 0 ? 0 : sum / confidences.length;
    return new Reading(text.toString(), mean, confidences);
  }

  @Override
  public void close() {
    model.close();
  }
}
