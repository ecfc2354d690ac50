package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.SourcePage;
import cn.zhitong.ingest.read.layout.Glyph;
import cn.zhitong.ingest.read.layout.PageLayout;
import cn.zhitong.ingest.read.layout.PrintedPage;
import cn.zhitong.ingest.read.layout.Rule;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CT_PageBlock;
import org.ofdrw.core.basicStructure.pageObj.layer.block.ImageObject;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.reader.PageInfo;

/**
 * Reads OFD, China's fixed-layout format. The package is checked and unpacked here and not by
 * OFDRW, which trusts the sizes that the archive states and leaves its folder behind on failure.
 */
record OfdReader(ReadLimits limits, PictureReader pictures) implements FormatReader {
  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    ZipCheck.check(file, limits);
    Path folder = Files.createTempDirectory("zhitong-ofd");
    try {
      unpack(file, folder);
      try (OFDReader reader = new OFDReader(folder.toString(), false)) {
        return read(reader);
      }
    } catch (RuntimeException e) {
      throw new IOException("no sound OFD", e);
    } finally {
      delete(folder);
    }
  }

  /** OFD measures in millimetres; the layout's tolerances are in points. */
  private static final double POINTS = 72 / 25.4;

  private ReadText read(OFDReader reader) throws UnreadableSource {
    TextLines lines = new TextLines(limits);
    ScannedPages scanned = new ScannedPages();
    List<PrintedPage> pages = new ArrayList<>();
    int count = reader.getPageList().size();
    for (PageInfo page : reader.getPageList()) {
      OfdObjects objects = new OfdObjects(reader.getResMgt());
      for (CT_PageBlock layer : page.getAllLayer()) {
        objects.collect(layer);
      }
      int number = page.getIndex();
      if (objects.glyphs().isEmpty() && !objects.images().isEmpty()) {
        TimeLimit.reached(number, count);
        picture(reader, number, objects, lines, scanned, pages);
      } else {
        pages.add(printed(number, page, objects));
        lines.page(SourcePage.text(number));
      }
      if (!objects.slanting().isEmpty()) {
        lines.warn("页面上斜排的水印文字没有收入。");
      }
    }
    PrintedText.write(PageLayout.blocks(pages), lines);
    scanned.warn(lines);
    return lines.toText(null);
  }

  private static PrintedPage printed(int number, PageInfo page, OfdObjects objects) {
    List<Glyph> glyphs = new ArrayList<>();
    for (Glyph g : objects.glyphs()) {
      glyphs.add(
          new Glyph(
              g.left() * POINTS,
              g.right() * POINTS,
              g.top() * POINTS,
              g.size() * POINTS,
              g.text()));
    }
    List<Rule> rules = new ArrayList<>();
    for (Rule r : objects.rules()) {
      rules.add(new Rule(r.horizontal(), r.at() * POINTS, r.from() * POINTS, r.to() * POINTS));
    }
    ST_Box size = page.getSize();
    double width = size == null ? 210 : size.getWidth();
    double height = size == null ? 297 : size.getHeight();
    return new PrintedPage(number, width * POINTS, height * POINTS, glyphs, rules);
  }

  /** The largest picture of a page without text is the page, scanned. */
  private void picture(
      OFDReader reader,
      int number,
      OfdObjects objects,
      TextLines lines,
      ScannedPages scanned,
      List<PrintedPage> pages) {
    BufferedImage largest = null;
    for (ImageObject image : objects.images()) {
      BufferedImage read = image(reader, image);
      boolean larger =
          read != null
              && (largest == null
                  || read.getWidth() * read.getHeight() > largest.getWidth() * largest.getHeight());
      largest = larger ? read : largest;
    }
    PictureReader.Read read =
        largest == null || !pictures.isOn() ? null : pictures.read(number, largest, .36);
    if (read == null || read.chars() == 0) {
      scanned.unread(number);
      lines.page(SourcePage.text(number));
      return;
    }
    pages.add(read.page());
    lines.pagePicture(number, read.picture());
    scanned.read(number, read, false);
    lines.page(SourcePage.ocr(number, read.confidence()));
  }

  private static BufferedImage image(OFDReader reader, ImageObject image) {
    try {
      return reader.getResMgt().getImage(image);
    } catch (IOException | RuntimeException e) {
      // A picture that cannot be opened leaves its page unread, of which the publisher is told.
      return null;
    }
  }

  private static void unpack(Path file, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path target = folder.resolve(entry.getName().replace('\\', '/')).normalize();
        if (entry.isDirectory() || !target.startsWith(folder)) {
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
