package cn.zhitong.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a packed document before a parser unpacks it: sizes as they really come out (what
 * the directory says may be a lie), names that climb out of a folder, and document type
 * declarations, which no office format needs.
 */
final class ZipCheck {
  /** A docx or ofd of a few thousand pages has some ten thousand parts. */
  private static final int MAX_ENTRIES = 20_000;

  private static final int BLOCK = 64 * 1024;

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
      if (zip.getEntry("Encryptions.xml") != null) {
        throw encrypted(null);
      }
      if (zip.size() > MAX_ENTRIES) {
        throw limits.unpacksTooLarge();
      }
      ZipCheck check = new ZipCheck(limits);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        check.check(zip, entries.nextElement());
      }
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        throw encrypted(e);
      }
      throw e;
    }
  }

  private static UnreadableSource encrypted(Throwable cause) {
    return new UnreadableSource(UnreadableSource.Kind.ENCRYPTED, "文件已加密，无法读取；请去掉密码后再上传。", cause);
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
      boolean xml = isXml(name);
      long size = 0;
      byte[] buffer;
      String before = "";
      while ((buffer = in.readNBytes(BLOCK)).length > 0) {
        xml |= size == 0 && startsLikeXml(buffer);
        size += buffer.length;
        String text = xml ? new String(buffer, StandardCharsets.ISO_8859_1).replace("\0", "") : "";
        if (declaresType(before + text)) {
          throw new IOException("document type declaration");
        }
        before = text.substring(Math.max(0, text.length() - 10));
        if (size > limits.partBytes() || total + size > limits.totalBytes()) {
          throw limits.unpacksTooLarge();
        }
      }
      total += size;
    }
  }

  private static boolean isXml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels");
  }

  /** Parts are found by reference, so that a name proves nothing. */
  private static boolean startsLikeXml(byte[] block) {
    String head = new String(block, 0, Math.min(block.length, 64), StandardCharsets.ISO_8859_1);
    return head.replaceAll("^[\\s\\x00\u00EF\u00BB\u00BF\u00FE\u00FF]+", "").startsWith("<");
  }

  /** Anywhere: a long comment may stand before it. */
  private static boolean declaresType(String text) {
    return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
  }
}
