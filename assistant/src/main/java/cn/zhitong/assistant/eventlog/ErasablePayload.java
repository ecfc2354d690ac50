package cn.zhitong.assistant.eventlog;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Free text of an event, kept beside what the chain hashes: it may hold personal data, and must be
 * erasable without breaking the chain. The hashed record has a salted digest of it; with text and
 * salt erased, the digest tells nothing.
 *
 * @param record what the chain hashes; has {@value #DIGEST} where text was taken out
 * @param text the fields taken out, {@code reason} among them; null when there were none, or erased
 * @param salt null when there were none, or erased
 */
public record ErasablePayload(JsonNode record, JsonNode text, String salt) {
  private static final String DIGEST = "sealed";
  private static final String REASON = "reason";

  /** Fields of any event's body that people wrote, or that repeat what they wrote. */
  private static final List<String> FREE_TEXT =
      List.of(
          "text",
          "followersText",
          "comment",
          "blocks",
          "matters",
          "fileName",
          "words",
          "debtor",
          "contract",
          "url",
          "topic",
          "parties",
          "answers",
          "contact");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  /** As the database has it; null for SQL's null. */
  public static ErasablePayload stored(String record, String text, String salt) {
    return new ErasablePayload(tree(record), tree(text), salt);
  }

  private static JsonNode tree(String stored) {
    return stored == null ? null : StandardJson.tree(stored);
  }

  /**
   * @param body what an event records, as its codec writes it
   * @param reason null where none was given
   */
  public static ErasablePayload of(JsonNode body, String reason) {
    ObjectNode record = body.isObject() ? body.deepCopy() : null;
    if (record == null) {
      return new ErasablePayload(body, null, null);
    }
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    for (String field : FREE_TEXT) {
      if (record.has(field)) {
        text.set(field, record.remove(field));
      }
    }
    if (reason != null) {
      text.put(REASON, reason);
    }
    if (text.isEmpty()) {
      return new ErasablePayload(record, null, null);
    }
    String salt = freshSalt();
    record.put(DIGEST, digest(text, salt));
    return new ErasablePayload(record, text, salt);
  }

  public boolean holdsText() {
    return record.has(DIGEST);
  }

  public boolean erased() {
    return holdsText() && text == null;
  }

  /** Whether the text is the one that was written; an erased one cannot be told. */
  public boolean intact() {
    return !holdsText()
        || text == null
        || record.get(DIGEST).asText().equals(digest(text, salt == null ? "" : salt));
  }

  public String storedRecord() {
    return record.toString();
  }

  /** Null where there is none, or it was erased. */
  public String storedText() {
    return text == null ? null : text.toString();
  }

  /** Record and text together, as the event was meant; what was erased is missing. */
  public JsonNode body() {
    if (!holdsText()) {
      return record;
    }
    ObjectNode whole = record.deepCopy();
    whole.remove(DIGEST);
    if (text != null) {
      text.fields()
          .forEachRemaining(
              field -> {
                if (!field.getKey().equals(REASON)) {
                  whole.set(field.getKey(), field.getValue());
                }
              });
    }
    return whole;
  }

  /** Null where none was given, or it was erased. */
  public String reason() {
    return text == null || !text.hasNonNull(REASON) ? null : text.get(REASON).asText();
  }

  private static String freshSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static String digest(JsonNode text, String salt) {
    return EventChain.sha256(salt + "\u001f" + EventChain.canonical(text));
  }
}
