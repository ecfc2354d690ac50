package cn.zhitong.ingest.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages saved as one file (MHT, RFC 2557), also where Word saved them under .doc. */
record MhtReader(ReadLimits limits) implements FormatReader {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final int MAX_DEPTH = 8;
  private static final String[] NO_PARTS = {};

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    String message = Files.readString(file, StandardCharsets.ISO_8859_1);
    Part page = page(message, 0);
    if (page == null) {
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED, "网页归档（MHT）里没有找到正文页面；请在浏览器中打开后另存为网页（HTML）再上传。");
    }
    MessageParts parts = new MessageParts(page.location());
    pictures(message, 0, parts);
    Path html = Files.createTempFile("zhitong-mht", ".html");
    try {
      Files.write(html, page.body());
      return new HtmlReader(limits).read(html, page.charset(), parts);
    } finally {
      Files.delete(html);
    }
  }

  private record Part(byte[] body, String charset, String location) {}

  /** The first page among the parts of a message, or null. */
  private static Part page(String message, int depth) {
    int end = headEnd(message);
    String head = message.substring(0, end).replaceAll("\\r?\\n[ \\t]+", " ");
    String type = header(head, "content-type").toLowerCase(Locale.ROOT);
    for (String part : depth < MAX_DEPTH ? parts(message.substring(end), head) : NO_PARTS) {
      Part found = page(part, depth + 1);
      if (found != null) {
        return found;
      }
    }
    if (!type.startsWith("text/html") && !type.startsWith("application/xhtml")) {
      return null;
    }
    Matcher charset = CHARSET.matcher(header(head, "content-type"));
    return new Part(
        decoded(message.substring(end), header(head, "content-transfer-encoding")),
        charset.find() ? charset.group(1) : null,
        header(head, "content-location"));
  }

  /** Pictures among the parts of a message. */
  private static void pictures(String message, int depth, MessageParts parts) {
    int end = headEnd(message);
    String head = message.substring(0, end).replaceAll("\\r?\\n[ \\t]+", " ");
    String type = header(head, "content-type").toLowerCase(Locale.ROOT);
    for (String part : depth < MAX_DEPTH ? parts(message.substring(end), head) : NO_PARTS) {
      pictures(part, depth + 1, parts);
    }
    if (type.startsWith("image/")) {
      addPicture(head, message.substring(end), parts);
    }
  }

  private static void addPicture(String head, String body, MessageParts parts) {
    try {
      parts.add(
          header(head, "content-location"),
          header(head, "content-id"),
          decoded(body, header(head, "content-transfer-encoding")));
    } catch (IllegalArgumentException e) {
      // Damaged: it counts as one that did not come with the page, which is warned about.
      return;
    }
  }

  /** The parts of a message of several. */
  private static String[] parts(String body, String head) {
    String type = header(head, "content-type");
    Matcher boundary = BOUNDARY.matcher(type);
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
      return NO_PARTS;
    }
    String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    String[] parts = body.split("(?m)^" + Pattern.quote(mark) + "(?:--)?[ \\t]*$", -1);
    String[] found = new String[parts.length - 1];
    for (int i = 1; i < parts.length; i++) {
      found[i - 1] = parts[i].replaceFirst("^\\r?\\n", "");
    }
    return found;
  }

  private static int headEnd(String message) {
    Matcher blank = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n").matcher(message);
    return blank.find() ? blank.end() : message.length();
  }

  private static String header(String head, String name) {
    Matcher matcher =
        Pattern.compile("(?im)^" + Pattern.quote(name) + "\\s*:\\s*(.*)$").matcher(head);
    return matcher.find() ? matcher.group(1).strip() : "";
  }

  private static byte[] decoded(String body, String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "base64" -> Base64.getMimeDecoder().decode(body.replaceAll("[^A-Za-z0-9+/=]", ""));
      case "quoted-printable" -> quotedPrintable(body);
      default -> body.getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  private static byte[] quotedPrintable(String body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
    String joined = body.replaceAll("=[ \\t]*\\r?\\n", "");
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      int code =
          c == '=' && i + 2 < joined.length()
              ? hex(joined.charAt(i + 1), joined.charAt(i + 2))
              : -1;
      out.write(code >= 0 ? code : c);
      i += code >= 0 ? 2 : 0;
    }
    return out.toByteArray();
  }

  private static int hex(char high, char low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h * 16 + l;
  }
}
