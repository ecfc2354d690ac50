package cn.zhitong.assistant.casework.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The head over all cases at the end of a day: whoever keeps it can tell later whether an event of
 * that time was changed, or a case is gone. A text of lines, to be kept as it is.
 *
 * @param day whose end it is, in Shanghai
 * @param through events from before this moment are covered
 * @param cases that had any
 * @param events of those cases
 * @param root digest over each case's id, last seq and last hash of that time
 * @param previous digest of the head before, or {@code -}
 * @param publicKey that the signature can be checked with
 */
record LogHead(
    LocalDate day,
    Instant through,
    long cases,
    long events,
    String root,
    String previous,
    String publicKey) {
  private static final String TITLE = "zhitong log head";
  private static final String SIGNATURE = "signature ";

  /** The lines that are signed. */
  String content() {
    return String.join(
        "\n",
        TITLE,
        "day " + day,
        "through " + through,
        "cases " + cases,
        "events " + events,
        "root " + root,
        "previous " + previous,
        "key " + publicKey,
        "");
  }

  String signedBy(LogKey key) {
    return content() + SIGNATURE + key.sign(content()) + "\n";
  }

  /**
   * @throws IllegalArgumentException when the text is none, or its signature is not this key's
   */
  static LogHead read(String text, LogKey key) {
    int end = text.indexOf("\n" + SIGNATURE);
    if (!text.startsWith(TITLE + "\n") || end < 0) {
      throw new IllegalArgumentException("不是办件记录的签名总账");
    }
    String content = text.substring(0, end + 1);
    String signature = text.substring(end + 1 + SIGNATURE.length()).strip();
    if (!key.signed(content, signature)) {
      throw new IllegalArgumentException("签名不符：总账被改动过，或由另一把密钥签名");
    }
    Map<String, String> lines = new LinkedHashMap<>();
    content
        .lines()
        .skip(1)
        .map(line -> line.split(" ", 2))
        .forEach(line -> lines.put(line[0], line[1]));
    return new LogHead(
        LocalDate.parse(lines.get("day")),
        Instant.parse(lines.get("through")),
        Long.parseLong(lines.get("cases")),
        Long.parseLong(lines.get("events")),
        lines.get("root"),
        lines.get("previous"),
        lines.get("key"));
  }
}
