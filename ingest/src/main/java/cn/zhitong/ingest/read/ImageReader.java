package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.SourcePage;
import cn.zhitong.ingest.read.layout.PageLayout;
import cn.zhitong.ingest.read.layout.PrintedPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures of pages: PNG, JPEG, and TIFF with any number of pages. */
record ImageReader(ReadLimits limits, PictureReader pictures) implements FormatReader {
  private static final int MAX_PAGES = 400;

  /** Above this a picture would take more memory than a page may. */
  private static final long MAX_PIXELS = 80_000_000;

  private static final int LONGEST_SIDE = 4_000;

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    if (!pictures.isOn()) {
      throw new UnreadableSource(UnreadableSource.Kind.NO_TEXT, "这是图片文件，而文字识别（OCR）已关闭；请上传有文字的文件。");
    }
    TextLines lines = new TextLines(limits);
    ScannedPages scanned = new ScannedPages();
    List<PrintedPage> pages = new ArrayList<>();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no known picture");
      }
      javax.imageio.ImageReader reader = readers.next();
      reader.setInput(in);
      int count = Math.min(MAX_PAGES, reader.getNumImages(true));
      for (int i = 0; i < count; i++) {
        TimeLimit.reached(i + 1, count);
        page(reader, i, lines, scanned, pages);
      }
      reader.dispose();
    } catch (RuntimeException e) {
      throw new IOException("no sound picture", e);
    }
    PrintedText.write(PageLayout.blocks(pages), lines);
    scanned.warn(lines);
    ReadText text = lines.toText(null);
    if (text.text().isBlank()) {
      throw new UnreadableSource(UnreadableSource.Kind.NO_TEXT, "图片上没有识别出文字；请换一张清楚、端正的图片再上传。");
    }
    return text;
  }

  private void page(
      javax.imageio.ImageReader reader,
      int index,
      TextLines lines,
      ScannedPages scanned,
      List<PrintedPage> pages)
      throws IOException, UnreadableSource {
    if ((long) reader.getWidth(index) * reader.getHeight(index) > MAX_PIXELS) {
      throw new UnreadableSource(UnreadableSource.Kind.TOO_LARGE, "图片超过 8000 万像素，请缩小后再上传。");
    }
    PictureReader.Read read = pictures.read(index + 1, fitting(reader.read(index)), .36);
    lines.page(SourcePage.ocr(index + 1, read.confidence()));
    if (read.chars() == 0) {
      scanned.unread(index + 1);
    } else {
      pages.add(read.page());
      lines.pagePicture(index + 1, read.picture());
      scanned.read(index + 1, read, false);
    }
  }

  private static BufferedImage fitting(BufferedImage picture) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    if (longest <= LONGEST_SIDE) {
      return picture;
    }
    double scale = (double) LONGEST_SIDE / longest;
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    java.awt.Graphics2D graphics = small.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }
}
