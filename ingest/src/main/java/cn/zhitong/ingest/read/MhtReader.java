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

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    String message = Files.readString(file, StandardCharsets.ISO_8859_1);
    Part page = page(message, 0);
    if (page == null) {
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED, "网页归档（MHT）里没有找到正文页面；请在浏览器中打开后另存为网页（HTML）再上传。");
    }
    Path html = Files.createTempFile("zhitong-mht", ".html");
    try {
      Files.write(html, page.body());
      return new HtmlReader(limits).read(html, page.charset());
    } finally {
      Files.delete(html);
    }
  }

  private record Part(byte[] body, String charset) {}

  /** The first page among the parts of a message, or null. */
  private static Part page(String message, int depth) {
    int end = headEnd(message);
    String head = message.substring(0, end).replaceAll("\\r?\\n[ \\t]+", " ");
    String type = header(head, "content-type").toLowerCase(Locale.ROOT);
    Matcher boundary = BOUNDARY.matcher(header(head, "content-type"));
    if (type.startsWith("multipart/") && boundary.find() && depth < MAX_DEPTH) {
      String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
      String[] parts =
          message.substring(end).split("(?m)^" + Pattern.quote(mark) + "(?:--)?[ \\t]*$");
      for (int i = 1; i < parts.length; i++) {
        Part found = page(parts[i].replaceFirst("^\\r?\\n", ""), depth + 1);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (!type.startsWith("text/html") && !type.startsWith("application/xhtml")) {
      return null;
    }
    Matcher charset = CHARSET.matcher(header(head, "content-type"));
    return new Part(
        decoded(message.substring(end), header(head, "content-transfer-encoding")),
        charset.find() ? charset.group(1) : null);
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
