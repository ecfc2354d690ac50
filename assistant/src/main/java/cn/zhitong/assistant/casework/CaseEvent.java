package cn.zhitong.assistant.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a case.
 *
 * @param seq from 1, without gaps
 * @param actor account name, {@code system}, or {@code enterprise}
 * @param at microseconds, as the database keeps them
 * @param reason null where none was given
 * @param basedOn the seq that the actor had seen
 * @param previousHash hex SHA-256 of the event before, zeros for the first
 */
public record CaseEvent(
    UUID id,
    UUID caseId,
    int seq,
    EventType type,
    String actor,
    String actorName,
    Instant at,
    String reason,
    int basedOn,
    JsonNode body,
    String previousHash,
    String hash) {

  /** When it happened: for what was brought in afterwards, when it had happened elsewhere. */
  Instant occurredAt() {
    return body.hasNonNull("occurredAt") ? Instant.parse(body.get("occurredAt").asText()) : at;
  }

  CaseEvent signed(String ownHash) {
    return new CaseEvent(
        id, caseId, seq, type, actor, actorName, at, reason, basedOn, body, previousHash, ownHash);
  }
}
