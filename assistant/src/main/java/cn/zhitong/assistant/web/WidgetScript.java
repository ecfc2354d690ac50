package cn.zhitong.assistant.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The script that other sites embed.
 *
 * @param version of its content
 * @param integrity as the attribute of a script element has it
 */
record WidgetScript(String text, String version, String integrity) {
  private static final int VERSION_DIGITS = 12;

  /**
   * Wraps a bundle in a function: embedding sites load it as a classic script, whose names would
   * else be theirs too.
   */
  static WidgetScript of(String bundle) {
    String text = "(function(){\n" + bundle.replaceAll("//# sourceMappingURL=.*", "") + "\n})();\n";
    byte[] digest = sha384(text);
    return new WidgetScript(
        text,
        HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS),
        "sha384-" + Base64.getEncoder().encodeToString(digest));
  }

  private static byte[] sha384(String text) {
    try {
      return MessageDigest.getInstance("SHA-384").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-384", e);
    }
  }
}
