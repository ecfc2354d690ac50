package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.PictureBytes;
import cn.zhitong.ingest.policy.PolicyPicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures of one source, as many and as large as a page may show. What a picture is, its bytes
 * say, never its name; vector pictures, which may carry scripts, are not kept.
 */
final class PictureShelf {
  /** A flow chart or a map; a picture of more bytes is a photograph that nobody scaled. */
  private static final int MOST_BYTES = 6 << 20;

  private static final int ALL_BYTES = 32 << 20;
  private static final int MOST = 100;

  /** Above this a browser may not open it: a small file can hold a picture of any size. */
  private static final long MOST_PIXELS = 60_000_000;

  /** Smaller ones are spacers. */
  private static final int SMALLEST_SIDE = 8;

  private static final int LONGEST_ALT = 200;

  /** Wide enough to compare what was read, small enough to keep hundreds of pages. */
  private static final int PAGE_WIDTH = 1_000;

  private static final float PAGE_QUALITY = .5f;

  private final List<PolicyPicture> pictures = new ArrayList<>();
  private int total;

  List<PolicyPicture> pictures() {
    return pictures;
  }

  /**
   * Keeps a picture that stands in the text.
   *
   * @param bytes null where the source only names a picture
   * @return whether it is kept, or is too small to show anything
   */
  boolean keep(int place, byte[] bytes, String alt) {
    PolicyPicture.Type type = bytes == null ? null : type(bytes);
    int[] size = type == null ? null : size(bytes, type);
    if (size == null) {
      return false;
    }
    if (Math.min(size[0], size[1]) < SMALLEST_SIDE) {
      return true;
    }
    String words = alt == null ? "" : alt.strip();
    return (long) size[0] * size[1] <= MOST_PIXELS
        && add(
            new PolicyPicture(
                place,
                null,
                type,
                words.substring(0, Math.min(LONGEST_ALT, words.length())),
                size[0],
                size[1],
                new PictureBytes(bytes)));
  }

  /** Keeps a page as it was before it was read, so that a reader can compare. */
  void keepPage(int page, BufferedImage picture) {
    int width = Math.min(PAGE_WIDTH, picture.getWidth());
    int height = Math.max(1, (int) ((long) picture.getHeight() * width / picture.getWidth()));
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, java.awt.Color.WHITE, null);
    graphics.dispose();
    byte[] bytes = jpeg(grey);
    if (bytes != null) {
      add(
          new PolicyPicture(
              0,
              page,
              PolicyPicture.Type.JPEG,
              "原件第 " + page + " 页",
              width,
              height,
              new PictureBytes(bytes)));
    }
  }

  private boolean add(PolicyPicture picture) {
    int bytes = picture.bytes().size();
    boolean fits =
        bytes <= MOST_BYTES
            && total + bytes <= ALL_BYTES
            && (picture.page() != null || pictures.size() < MOST);
    if (fits) {
      pictures.add(picture);
      total += bytes;
    }
    return fits;
  }

  private static byte[] jpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(PAGE_QUALITY);
      writer.setOutput(to);
      writer.write(null, new IIOImage(picture, null, null), quality);
    } catch (IOException e) {
      // The text was read all the same; only its picture is missing.
      return null;
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static PolicyPicture.Type type(byte[] b) {
    if (b.length > 8 && (b[0] & 0xFF) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G') {
      return PolicyPicture.Type.PNG;
    }
    if (b.length > 3 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8 && (b[2] & 0xFF) == 0xFF) {
      return PolicyPicture.Type.JPEG;
    }
    boolean gif = b.length > 6 && b[0] == 'G' && b[1] == 'I' && b[2] == 'F' && b[3] == '8';
    return gif ? PolicyPicture.Type.GIF : null;
  }

  /** Width and height as the file's head says; null where it is none that can be opened. */
  private static int[] size(byte[] bytes, PolicyPicture.Type type) {
    javax.imageio.ImageReader reader =
        ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT)).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return new int[] {reader.getWidth(0), reader.getHeight(0)};
    } catch (IOException | RuntimeException e) {
      return null;
    } finally {
      reader.dispose();
    }
  }
}
