package cn.zhitong.assistant.pages;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a page's picture a third of its size: pages have few colours, and a palette holds them. */
final class Palette {
  private static final int COLOURS = 256;

  private Palette() {}

  static void apply(Path png) throws IOException {
    BufferedImage image = ImageIO.read(png.toFile());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int rgb :
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      counts.merge(rgb & 0xffffff, 1, Integer::sum);
    }
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    ImageIO.write(indexed(image, palette), "png", png.toFile());
  }

  private static BufferedImage indexed(BufferedImage image, List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(
            8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage out =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y) & 0xffffff;
        out.getRaster()
            .setSample(x, y, 0, nearest.computeIfAbsent(rgb, one -> nearest(one, colours)));
      }
    }
    return out;
  }

  private static int nearest(int rgb, int[] colours) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int red = (rgb >> 16) - (colours[i] >> 16);
      int green = (rgb >> 8 & 0xff) - (colours[i] >> 8 & 0xff);
      int blue = (rgb & 0xff) - (colours[i] & 0xff);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
