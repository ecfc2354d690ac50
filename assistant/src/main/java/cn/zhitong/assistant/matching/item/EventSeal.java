package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.eventlog.EventChain;
import java.time.Instant;
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
    return EventChain.sha256(sealed);
  }
}
