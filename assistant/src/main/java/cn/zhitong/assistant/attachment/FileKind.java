package cn.zhitong.assistant.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Kinds of files that are taken, told by what is in them and never by what they are called. */
enum FileKind {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic", "heif"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  OFD("application/ofd", "ofd"),
  /** Word, Excel and WPS of before 2007: one container for all. */
  OFFICE_97("application/x-ole-storage", "doc", "xls", "ppt", "wps", "et", "dps"),
  TEXT("text/plain", "txt", "csv");

  /** Longer than any of the beginnings that tell a kind. */
  private static final int HEAD = 32;

  /** Office documents have some hundred parts. */
  private static final int MOST_PARTS = 10_000;

  /** Brands under which telephones store pictures. */
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heif", "mif1", "msf1", "hevc");

  private final String mediaType;
  private final List<String> extensions;

  FileKind(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether a file of this kind may bear the name; one without an extension may. */
  boolean fits(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** All extensions, for people. */
  static String accepted() {
    return Arrays.stream(values())
        .flatMap(kind -> kind.extensions.stream())
        .collect(Collectors.joining("、"));
  }

  /**
   * @return empty for what is not taken: programs, scripts, archives, documents with macros
   */
  static Optional<FileKind> of(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (starts(head, "%PDF-")) {
      return Optional.of(PDF);
    }
    if (starts(head, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of(PNG);
    }
    if (starts(head, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (starts(head, "RIFF") && at(head, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (at(head, 4, "ftyp") && HEIC_BRANDS.contains(text(head, 8, 4))) {
      return Optional.of(HEIC);
    }
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
      return Optional.of(OFFICE_97);
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return zipped(file);
    }
    return plain(Files.readAllBytes(file)) ? Optional.of(TEXT) : Optional.empty();
  }

  /** By the names in the archive's directory; nothing is unpacked. */
  private static Optional<FileKind> zipped(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        return Optional.empty();
      }
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      if (names.stream()
          .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
        return Optional.empty();
      }
      if (names.contains("OFD.xml")) {
        return Optional.of(OFD);
      }
      if (!names.contains("[Content_Types].xml")) {
        return Optional.empty();
      }
      return names.contains("word/document.xml")
          ? Optional.of(DOCX)
          : names.contains("xl/workbook.xml")
              ? Optional.of(XLSX)
              : names.contains("ppt/presentation.xml") ? Optional.of(PPTX) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      // No archive that can be read.
      return Optional.empty();
    }
  }

  /** Text without control characters, which no markup or script begins. */
  private static boolean plain(byte[] bytes) {
    String text =
        decoded(bytes, StandardCharsets.UTF_8)
            .or(() -> decoded(bytes, Charset.forName("GB18030")))
            .orElse("");
    String start = text.stripLeading();
    return !text.isBlank()
        && text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')
        && !start.startsWith("<")
        && !start.startsWith("#!");
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] head, String text) {
    return at(head, 0, text);
  }

  private static boolean at(byte[] head, int offset, String text) {
    return text(head, offset, text.length()).equals(text);
  }

  private static String text(byte[] head, int offset, int length) {
    return head.length < offset + length
        ? ""
        : new String(head, offset, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
