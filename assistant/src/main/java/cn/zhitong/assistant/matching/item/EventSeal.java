package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.eventlog.EventChain;
import java.time.Instant;
import java.util.UUID;

/** SHA-256 over an event and the seal before it: a changed row breaks all that follow. */
public final class EventSeal {
  private EventSeal() {}

  /**
   * @param before the seal of the event before, empty for the first
   * @param subject the item or tag that it is about
   * @param body letter by letter as it is kept
   */
  public static String of(
      String before,
      UUID subject,
      String type,
      int version,
      String actor,
      Instant at,
      String body) {
    String sealed =
        String.join(
            "\n",
            before,
            subject.toString(),
            type,
            String.valueOf(version),
            actor,
            at.toString(),
            body);
    return EventChain.sha256(sealed);
  }
}
