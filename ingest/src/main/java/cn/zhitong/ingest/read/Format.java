package cn.zhitong.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Formats that policies come in, told by the first bytes and, among texts, by the ending. */
enum Format {
  TEXT,
  MARKDOWN,
  HTML,
  PDF,
  DOCX,
  /** An OLE2 container: .doc, or a .docx with a password. */
  OLE2,
  OFD,
  XLSX,
  XLS,
  /** A page saved as one file, whatever its ending. */
  MHT,
  IMAGE,
  RTF,
  JSON_LINES,
  UNKNOWN;

  private static final int HEAD = 4096;

  /** Endings of texts that are not policies, whatever their bytes. */
  private static final Set<String> OTHER_TEXTS =
      Set.of("csv", "tsv", "json", "xml", "css", "js", "svg", "yaml", "yml", "log", "properties");

  private static final Set<String> TEXTS =
      Set.of(
          "txt",
          "text",
          "md",
          "markdown",
          "html",
          "htm",
          "xhtml",
          "shtml",
          "mht",
          "mhtml",
          "jsonl",
          "ndjson");

  static Format of(Path file, String fileName) throws IOException {
    byte[] head = head(file);
    String ending = ending(fileName);
    if (startsWith(head, "%PDF-") || (ending.equals("pdf") && contains(head, "%PDF-"))) {
      return PDF;
    }
    if (startsWith(head, "PK")) {
      return packed(file, ending);
    }
    if (head.length >= 4 && (head[0] & 0xff) == 0xD0 && (head[1] & 0xff) == 0xCF) {
      return container(file, ending);
    }
    if (isImage(head)) {
      return IMAGE;
    }
    if (startsWith(head, "{\\rtf")) {
      return RTF;
    }
    if (looksLikeMessage(head)) {
      return MHT;
    }
    return switch (ending) {
      case "pdf" -> PDF;
      case "docx" -> DOCX;
      case "xlsx" -> XLSX;
      case "xls", "et" -> looksLikeHtml(head) ? HTML : XLS;
      case "doc", "wps" -> looksLikeHtml(head) ? HTML : OLE2;
      case "ofd" -> OFD;
      case "jsonl", "ndjson" -> JSON_LINES;
      default -> text(head, ending);
    };
  }

  /** A workbook by what the container holds; a file with a password is left to its reader. */
  private static Format container(Path file, String ending) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (container.getRoot().hasEntryCaseInsensitive("Workbook")
          || container.getRoot().hasEntryCaseInsensitive("Book")) {
        return XLS;
      }
    } catch (IOException | RuntimeException e) {
      // Broken: the reader that its ending names has to report that.
    }
    return Set.of("xls", "et").contains(ending)
        ? XLS
        : Set.of("ppt", "msi", "msg", "dps").contains(ending) ? UNKNOWN : OLE2;
  }

  private static boolean isImage(byte[] head) {
    return startsWith(head, "\u0089PNG")
        || startsWith(head, "\u00FF\u00D8\u00FF")
        || startsWith(head, "II*\0")
        || startsWith(head, "MM\0*")
        || startsWith(head, "GIF8")
        || startsWith(head, "BM") && head.length > 30 && head[14] == 40;
  }

  /** The head of an Internet message with parts, as browsers and Word save pages. */
  private static boolean looksLikeMessage(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int blank = text.replace("\r", "").indexOf("\n\n");
    String top = blank < 0 ? text : text.replace("\r", "").substring(0, blank);
    return top.contains("mime-version:") && top.contains("content-type:")
        || Pattern.compile("(?m)^content-type:\\s*multipart/related").matcher(top).find();
  }

  private static Format text(byte[] head, String ending) {
    if (OTHER_TEXTS.contains(ending)) {
      return UNKNOWN;
    }
    if (!TEXTS.contains(ending) && looksBinary(head)) {
      return UNKNOWN;
    }
    if (Set.of("html", "htm", "xhtml", "shtml").contains(ending) || looksLikeHtml(head)) {
      return HTML;
    }
    return switch (ending) {
      case "md", "markdown" -> MARKDOWN;
      case "txt", "text", "" -> TEXT;
      default -> UNKNOWN;
    };
  }

  private static Format packed(Path file, String ending) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("OFD.xml") != null) {
        return OFD;
      }
      if (zip.getEntry("word/document.xml") != null) {
        return DOCX;
      }
      if (zip.getEntry("xl/workbook.xml") != null) {
        return XLSX;
      }
    } catch (IOException e) {
      // Broken: its ending says which reader has to report that.
    }
    return switch (ending) {
      case "docx" -> DOCX;
      case "xlsx" -> XLSX;
      case "ofd" -> OFD;
      default -> UNKNOWN;
    };
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean looksLikeHtml(byte[] head) {
    String text =
        new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
    return text.contains("<!doctype html") || text.contains("<html") || text.contains("<body");
  }

  /** NUL bytes that UTF-16 does not explain. */
  private static boolean looksBinary(byte[] head) {
    int nul = 0;
    for (byte b : head) {
      nul += b == 0 ? 1 : 0;
    }
    boolean utf16 = head.length > 1 && ((head[0] & 0xff) >= 0xFE && (head[1] & 0xff) >= 0xFE);
    return nul > 0 && !utf16;
  }

  private static boolean startsWith(byte[] head, String magic) {
    return new String(head, 0, Math.min(head.length, magic.length()), StandardCharsets.ISO_8859_1)
        .equals(magic);
  }

  private static boolean contains(byte[] head, String magic) {
    return new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1)
        .contains(magic);
  }

  static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
