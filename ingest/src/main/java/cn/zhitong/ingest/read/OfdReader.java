package cn.zhitong.ingest.read;

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
import org.ofdrw.core.basicStructure.pageObj.layer.PageBlockType;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CT_PageBlock;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.reader.PageInfo;

/**
 * Reads OFD, China's fixed-layout format. The package is checked and unpacked here and not by
 * OFDRW, which trusts the sizes that the archive states and leaves its folder behind on failure.
 */
record OfdReader(ReadLimits limits) implements FormatReader {
  private static final int MAX_DEPTH = 64;

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

  private ReadText read(OFDReader reader) throws UnreadableSource {
    List<PrintedLine> lines = new ArrayList<>();
    for (PageInfo page : reader.getPageList()) {
      for (CT_PageBlock layer : page.getAllLayer()) {
        collect(layer, page.getIndex(), lines, 0);
      }
    }
    TextLines out = new TextLines(limits);
    new PrintedPages(lines).writeTo(out);
    return out.toText(null);
  }

  private static void collect(CT_PageBlock block, int page, List<PrintedLine> lines, int depth) {
    for (PageBlockType part : block.getPageBlocks()) {
      if (part instanceof TextObject text) {
        collect(text, page, lines);
      } else if (part instanceof CT_PageBlock inner && depth < MAX_DEPTH) {
        collect(inner, page, lines, depth + 1);
      }
    }
  }

  private static void collect(TextObject object, int page, List<PrintedLine> lines) {
    ST_Box box = object.getBoundary();
    double size = object.getSize() == null ? 1 : object.getSize();
    double[] matrix = matrix(object.getCTM());
    double scaled = size * Math.hypot(matrix[2], matrix[3]);
    double x = 0;
    double y = 0;
    for (TextCode code : object.getTextCodes()) {
      x = code.getX() == null ? x : code.getX();
      y = code.getY() == null ? y : code.getY();
      String text = code.getContent() == null ? "" : code.getContent();
      double left = box.getTopLeftX() + matrix[0] * x + matrix[2] * y + matrix[4];
      double top = box.getTopLeftY() + matrix[1] * x + matrix[3] * y + matrix[5];
      double width = width(text) * scaled;
      lines.add(new PrintedLine(page, left, left + width, top, scaled, text));
    }
  }

  /** OFD states advances, but writers compress them in many ways; the em width is close enough. */
  private static double width(String text) {
    return text.chars().mapToDouble(c -> c < 0x2000 ? .5 : 1).sum();
  }

  private static double[] matrix(ST_Array ctm) {
    double[] matrix = {1, 0, 0, 1, 0, 0};
    if (ctm != null && ctm.size() == 6) {
      for (int i = 0; i < 6; i++) {
        matrix[i] = Double.parseDouble(ctm.getArray().get(i));
      }
    }
    return matrix;
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
