package cn.zhitong.assistant.eventlog;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to what a log is kept of, as its hash chain sees it. Each kind of log has
 * its own record with typed events.
 */
public interface ChainedEvent {
  UUID id();

  /** What it happened to: a case, an application. */
  UUID subject();

  /** From 1, without gaps. */
  int seq();

  String typeCode();

  /** Account name, {@code system} or {@code enterprise}. */
  String actor();

  String actorName();

  /** Microseconds, as the database keeps them. */
  Instant at();

  /** Reason of an event from before texts were sealed; else null. */
  String openReason();

  /** Null where none was given, or it was erased. */
  String reason();

  /** When it happened: for what was brought in afterwards, when it had happened elsewhere. */
  Instant occurredAt();

  /** The seq that the actor had seen. */
  int basedOn();

  ErasablePayload sealed();

  /** Hex SHA-256 of the event before, zeros for the first. */
  String previousHash();

  String hash();

  /** Whether it explains that the texts of the events before it are gone. */
  boolean erases();
}
