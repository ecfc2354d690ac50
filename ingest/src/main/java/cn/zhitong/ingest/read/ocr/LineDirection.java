package cn.zhitong.ingest.read.ocr;

import java.util.Arrays;

/** Tells whether a line of print stands on its head. */
final class LineDirection implements AutoCloseable {
  private static final String MODEL = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
  private static final int HEIGHT = 48;
  private static final int WIDTH = 192;

  /** As sure as the network has to be; PaddleOCR's cls_thresh. */
  private static final float SURE = .9f;

  private final OnnxModel model;

  LineDirection(int threads) {
    this.model = OnnxModel.load(MODEL, threads);
  }

  boolean isUpsideDown(PixelImage line) {
    // A long line pressed into the network's width would show it nothing: its beginning does.
    PixelImage start = line.left(line.height() * WIDTH / HEIGHT);
    int width = (int) Math.ceil((double) HEIGHT * start.width() / start.height());
    PixelImage small = start.resized(Math.max(1, Math.min(WIDTH, width)), HEIGHT);
    float[] values = new float[3 * HEIGHT * WIDTH];
    Arrays.fill(values, 0);
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < small.width(); x++) {
          float value = (small.at(x, y) >> 8 * channel & 255) / 127.5f - 1;
          values[(channel * HEIGHT + y) * WIDTH + x] = value;
        }
      }
    }
    return model.run(values, 1, 3, HEIGHT, WIDTH).values()[1] > SURE;
  }

  @Override
  public void close() {
    model.close();
  }
}
