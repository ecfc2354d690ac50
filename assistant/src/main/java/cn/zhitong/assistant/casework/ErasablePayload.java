package cn.zhitong.assistant.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Free text of an event, kept beside what the chain hashes: it may hold personal data, and must be
 * erasable without breaking the chain. The hashed record has a salted digest of it; with text and
 * salt erased, the digest tells nothing.
 *
 * @param record what the chain hashes; has {@value #DIGEST} where text was taken out
 * @param text the fields taken out, {@code reason} among them; null when there were none, or erased
 * @param salt null when there were none, or erased
 */
record ErasablePayload(JsonNode record, JsonNode text, String salt) {
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
          "parties");

  /**
   * @param occurredAt where that is not when it is recorded; else null
   * @param reason null where none was given
   */
  static ErasablePayload of(EventPayload payload, Instant occurredAt, String reason) {
    return of(PayloadCodec.write(payload, occurredAt), reason);
  }

  /** As the database has it; null for SQL's null. */
  static ErasablePayload stored(String record, String text, String salt) {
    return new ErasablePayload(PayloadCodec.tree(record), PayloadCodec.tree(text), salt);
  }

  static ErasablePayload of(JsonNode body, String reason) {
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
    String salt = CaseCodes.salt();
    record.put(DIGEST, digest(text, salt));
    return new ErasablePayload(record, text, salt);
  }

  boolean holdsText() {
    return record.has(DIGEST);
  }

  boolean erased() {
    return holdsText() && text == null;
  }

  /** Whether the text is the one that was written; an erased one cannot be told. */
  boolean intact() {
    return !holdsText()
        || text == null
        || record.get(DIGEST).asText().equals(digest(text, salt == null ? "" : salt));
  }

  String storedRecord() {
    return record.toString();
  }

  /** Null where there is none, or it was erased. */
  String storedText() {
    return text == null ? null : text.toString();
  }

  EventPayload payload(EventType type) {
    return PayloadCodec.read(type, body());
  }

  /** When it had happened, where that was not when it was recorded; else null. */
  Instant occurredAt() {
    return PayloadCodec.occurredAt(record);
  }

  /** All that was recorded, also what this version has no name for; what was erased is missing. */
  Map<String, Object> fields() {
    return PayloadCodec.fields(body());
  }

  /** Record and text together, as the event was meant. */
  private JsonNode body() {
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
  String reason() {
    return text == null || !text.hasNonNull(REASON) ? null : text.get(REASON).asText();
  }

  private static String digest(JsonNode text, String salt) {
    return EventChain.sha256(salt + "\u001f" + EventChain.canonical(text));
  }
}
