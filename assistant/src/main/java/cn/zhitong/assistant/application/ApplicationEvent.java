package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.ChainedEvent;
import cn.zhitong.assistant.eventlog.ErasablePayload;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to an application. */
record ApplicationEvent(
    UUID id,
    UUID applicationId,
    int seq,
    ApplicationEventType type,
    String actor,
    String actorName,
    Instant at,
    int basedOn,
    ErasablePayload sealed,
    String previousHash,
    String hash)
    implements ChainedEvent {

  @Override
  public UUID subject() {
    return applicationId;
  }

  @Override
  public String typeCode() {
    return type.code();
  }

  /** All texts of this log are sealed: there is none of before. */
  @Override
  public String openReason() {
    return null;
  }

  @Override
  public boolean erases() {
    return type == ApplicationEventType.ERASED;
  }

  ApplicationPayload payload() {
    return ApplicationCodec.read(type, sealed);
  }

  @Override
  public Instant occurredAt() {
    Instant given = ApplicationCodec.occurredAt(sealed);
    return given == null ? at : given;
  }

  @Override
  public String reason() {
    return sealed.reason();
  }

  boolean bySystem() {
    return actor.equals("system");
  }

  ApplicationEvent signed(String ownHash) {
    return new ApplicationEvent(
        id, applicationId, seq, type, actor, actorName, at, basedOn, sealed, previousHash, ownHash);
  }
}
