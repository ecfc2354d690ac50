package cn.zhitong.assistant.matching.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256 over an event and the seal before it: a changed row breaks all that follow. */
final class EventSeal {
  private EventSeal() {}

  static String of(
      String before, UUID item, String type, int version, String actor, Instant at, String body) {
    String sealed =
        String.join(
            "\n",
            before,
            item.toString(),
            type,
            String.valueOf(version),
            actor,
            at.toString(),
            body);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(sealed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
