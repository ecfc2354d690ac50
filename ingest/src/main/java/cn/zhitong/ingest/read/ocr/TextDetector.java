package cn.zhitong.ingest.read.ocr;

import java.util.List;

/** Finds where on a page lines of print stand. */
final class TextDetector implements AutoCloseable {
  private static final String MODEL = "/models/ch_PP-OCRv4_det_infer.onnx";

  /** The network halves its input five times. */
  private static final int STEP = 32;

  /** ImageNet's means and deviations, in the order blue, green, red, as the network was trained. */
  private static final float[] MEAN = {.485f, .456f, .406f};

  private static final float[] DEVIATION = {.229f, .224f, .225f};

  private final OnnxModel model;
  private final int longestSide;

  /**
   * @param longestSide pixels to which a page is scaled down
   */
  TextDetector(int longestSide, int threads) {
    this.model = OnnxModel.load(MODEL, threads);
    this.longestSide = longestSide;
  }

  /** Rectangles in pixels of the page, in no order. */
  List<TextBox> detect(PixelImage page) {
    double scale = Math.min(1, (double) longestSide / Math.max(page.width(), page.height()));
    int width = stepped(page.width() * scale);
    int height = stepped(page.height() * scale);
    PixelImage small = page.resized(width, height);
    OnnxModel.Output map = model.run(tensor(small), 1, 3, height, width);
    double fx = (double) page.width() / width;
    double fy = (double) page.height() / height;
    return new TextRegions(map.values(), width, height)
        .boxes().stream().map(box -> box.scaled(fx, fy)).toList();
  }

  private static int stepped(double side) {
    return Math.max(STEP, (int) Math.round(side / STEP) * STEP);
  }

  private static float[] tensor(PixelImage image) {
    int size = image.width() * image.height();
    float[] values = new float[3 * size];
    for (int i = 0; i < size; i++) {
      for (int channel = 0; channel < 3; channel++) {
        float value = (image.pixels()[i] >> 8 * channel & 255) / 255f;
        values[channel * size + i] = (value - MEAN[channel]) / DEVIATION[channel];
      }
    }
    return values;
  }

  @Override
  public void close() {
    model.close();
  }
}
