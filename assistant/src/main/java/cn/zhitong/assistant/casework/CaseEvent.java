package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.eventlog.ChainedEvent;
import cn.zhitong.assistant.eventlog.ErasablePayload;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to a case.
 *
 * @param seq from 1, without gaps
 * @param actor account name, {@code system}, or {@code enterprise}
 * @param at microseconds, as the database keeps them
 * @param openReason reason of an event from before texts were sealed; else null
 * @param basedOn the seq that the actor had seen
 * @param sealed its body, with free text apart from what is hashed
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
    String openReason,
    int basedOn,
    ErasablePayload sealed,
    String previousHash,
    String hash)
    implements ChainedEvent {

  @Override
  public UUID subject() {
    return caseId;
  }

  @Override
  public String typeCode() {
    return type.code();
  }

  @Override
  public boolean erases() {
    return type == EventType.ERASED;
  }

  @Override
  public String reason() {
    return openReason == null ? sealed.reason() : openReason;
  }

  /** What it records. */
  public EventPayload payload() {
    return PayloadCodec.read(type, sealed);
  }

  /** The stored body for showing; free text is missing once it was erased. */
  public Map<String, Object> fields() {
    return PayloadCodec.fields(sealed);
  }

  @Override
  public Instant occurredAt() {
    Instant given = PayloadCodec.occurredAt(sealed);
    return given == null ? at : given;
  }

  /** Whether it was done with no more than the case's own code or link. */
  public boolean byEnterprise() {
    return actor.equals("enterprise");
  }

  /** Whether the program itself did it. */
  public boolean bySystem() {
    return actor.equals("system");
  }

  /** The same event with its own hash, which is over all else. */
  public CaseEvent signed(String ownHash) {
    return new CaseEvent(
        id,
        caseId,
        seq,
        type,
        actor,
        actorName,
        at,
        openReason,
        basedOn,
        sealed,
        previousHash,
        ownHash);
  }
}
