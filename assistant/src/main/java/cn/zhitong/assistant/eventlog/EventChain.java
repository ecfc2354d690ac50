package cn.zhitong.assistant.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The hash chain of one subject's events: each event's hash covers all its fields and the hash
 * before. JSON is hashed in a canonical form (keys sorted, as read back), since jsonb keeps neither
 * order nor white space.
 */
public final class EventChain {
  /** What stands for the hash before the first event. */
  public static final String START = "0".repeat(64);

  private static final ObjectMapper CANONICAL =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private EventChain() {}

  /** Where a chain breaks. */
  public record Break(int seq, String why) {}

  public static String hash(ChainedEvent event) {
    ArrayNode fields = CANONICAL.createArrayNode();
    fields
        .add(event.id().toString())
        .add(event.subject().toString())
        .add(event.seq())
        .add(event.typeCode())
        .add(event.actor())
        .add(event.actorName())
        .add(event.at().toString())
        .add(event.openReason())
        .add(event.basedOn())
        .add(canonical(event.sealed().record()))
        .add(event.previousHash());
    return sha256(fields.toString());
  }

  public static String canonical(JsonNode body) {
    try {
      // Through text once, so that a number hashes alike before and after the database.
      Object plain = CANONICAL.readValue(CANONICAL.writeValueAsString(body), Object.class);
      return CANONICAL.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /** The first event that is not as it was written; empty when the chain holds. */
  public static Optional<Break> firstBreak(List<? extends ChainedEvent> events) {
    return firstBreak(events, event -> false);
  }

  /**
   * @param erasedElsewhere whether the text of an event is another case's, and was erased with it
   */
  public static <T extends ChainedEvent> Optional<Break> firstBreak(
      List<T> events, Predicate<? super T> erasedElsewhere) {
    String previous = START;
    int seq = 0;
    for (T event : events) {
      seq++;
      if (event.seq() != seq) {
        return Optional.of(new Break(seq, "缺少第 " + seq + " 条记录"));
      }
      if (!event.previousHash().equals(previous)) {
        return Optional.of(new Break(seq, "与上一条记录的哈希不相接"));
      }
      if (!event.hash().equals(hash(event))) {
        return Optional.of(new Break(seq, "内容与哈希不符，记录被改动过"));
      }
      Optional<Break> text = brokenText(event, events, erasedElsewhere);
      if (text.isPresent()) {
        return text;
      }
      previous = event.hash();
    }
    return Optional.empty();
  }

  /** Free text is as it was written, or erased with an event that says so. */
  private static <T extends ChainedEvent> Optional<Break> brokenText(
      T event, List<T> events, Predicate<? super T> erasedElsewhere) {
    if (!event.sealed().intact()) {
      return Optional.of(new Break(event.seq(), "文字内容与当时不一致"));
    }
    boolean unexplained =
        event.sealed().erased()
            && events.stream().noneMatch(later -> later.erases() && later.seq() > event.seq())
            && !erasedElsewhere.test(event);
    return unexplained ? Optional.of(new Break(event.seq(), "文字内容缺失，却没有清除记录")) : Optional.empty();
  }

  /** Hex. */
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
