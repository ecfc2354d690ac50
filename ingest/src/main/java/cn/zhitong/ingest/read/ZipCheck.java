package cn.zhitong.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through a packed document before a parser unpacks it: sizes as they really come out (what
 * the directory says may be a lie), names that climb out of a folder, and document type
 * declarations, which no office format needs.
 */
final class ZipCheck {
  /** A docx or ofd of a few thousand pages has some ten thousand parts. */
  private static final int MAX_ENTRIES = 20_000;

  private static final int PROLOG = 1024;

  private final ReadLimits limits;
  private long total;

  private ZipCheck(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * @throws IOException when it is no ZIP file or is broken
   */
  static void check(Path file, ReadLimits limits) throws IOException, UnreadableSource {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw limits.unpacksTooLarge();
      }
      ZipCheck check = new ZipCheck(limits);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        check.check(zip, entries.nextElement());
      }
    }
  }

  private void check(ZipFile zip, ZipEntry entry) throws IOException, UnreadableSource {
    String name = entry.getName().replace('\\', '/');
    if (name.startsWith("/") || ("/" + name + "/").contains("/../") || name.indexOf('\0') >= 0) {
      throw new IOException("entry climbs out of the folder");
    }
    if (entry.isDirectory()) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] prolog = in.readNBytes(PROLOG);
      if (isXml(name) && declaresType(prolog)) {
        throw new IOException("document type declaration");
      }
      count(in, prolog.length);
    }
  }

  private void count(InputStream in, long already) throws IOException, UnreadableSource {
    long size = already;
    byte[] buffer = new byte[64 * 1024];
    int read;
    while ((read = in.read(buffer)) >= 0) {
      size += read;
      if (size > limits.partBytes() || total + size > limits.totalBytes()) {
        throw limits.unpacksTooLarge();
      }
    }
    total += size;
  }

  private static boolean isXml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels");
  }

  private static boolean declaresType(byte[] prolog) {
    String text = new String(prolog, StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
  }
}
