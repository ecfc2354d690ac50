package cn.zhitong.assistant.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The inline scripts of a page that is not ours, by their hashes as a security policy names them:
 * those run, and none that somebody smuggles in.
 */
final class InlineScripts {
  /** Where the build puts the page of Swagger UI. */
  static final String SWAGGER_PAGE =
      "META-INF/io.smallrye_smallrye-open-api-ui__jar/META-INF/resources/openapi-ui/index.html";

  private static final Pattern SCRIPT =
      Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  private InlineScripts() {}

  /**
   * Sources for {@code script-src}, e.g. {@code 'sha256-…'}; empty where the page is not among the
   * program's files.
   */
  static List<String> of(String resource) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? List.of()
          : sources(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> sources(String html) {
    return SCRIPT.matcher(html).results().map(found -> source(found.group(1))).toList();
  }

  private static String source(String script) {
    try {
      // As the parser of HTML hands it on: line ends are one character.
      byte[] text = script.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
