package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.ErasablePayload;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Payloads of applications' events to and from the records that are stored and hashed. */
final class ApplicationCodec {
  private static final String OCCURRED_AT = "occurredAt";

  private ApplicationCodec() {}

  /**
   * @param occurredAt where that is not when it is recorded; else null
   */
  static ErasablePayload seal(ApplicationPayload payload, Instant occurredAt, String reason) {
    ObjectNode body =
        payload instanceof ApplicationPayload.Plain
            ? JsonNodeFactory.instance.objectNode()
            : StandardJson.MAPPER.valueToTree(payload);
    if (occurredAt != null) {
      body.put(OCCURRED_AT, occurredAt.toString());
    }
    return ErasablePayload.of(body, reason);
  }

  /** When it had happened, where that was not when it was recorded; else null. */
  static Instant occurredAt(ErasablePayload sealed) {
    JsonNode given = sealed.record().path(OCCURRED_AT);
    return given.isTextual() ? Instant.parse(given.asText()) : null;
  }

  /** What was erased is null. */
  static ApplicationPayload read(ApplicationEventType type, ErasablePayload sealed) {
    return switch (type) {
      case CREATED, LISTED -> as(sealed, ApplicationPayload.Created.class);
      case SAVE -> as(sealed, ApplicationPayload.Saved.class);
      case SUBMIT -> as(sealed, ApplicationPayload.Submitted.class);
      case REQUEST_CORRECTION -> as(sealed, ApplicationPayload.CorrectionRequested.class);
      case CORRECT -> as(sealed, ApplicationPayload.Corrected.class);
      case REVIEW -> as(sealed, ApplicationPayload.Reviewed.class);
      case PUBLICISE -> as(sealed, ApplicationPayload.Publicised.class);
      case OBJECT -> as(sealed, ApplicationPayload.Objected.class);
      case RESOLVE_OBJECTION -> as(sealed, ApplicationPayload.ObjectionResolved.class);
      case APPROVE -> as(sealed, ApplicationPayload.Approved.class);
      case REJECT -> as(sealed, ApplicationPayload.Rejected.class);
      case PAY -> as(sealed, ApplicationPayload.Paid.class);
      case REFUND -> as(sealed, ApplicationPayload.Refunded.class);
      case URGE, SUPERVISE -> as(sealed, ApplicationPayload.Reminded.class);
      case NOTE, END_EXPERT_REVIEW -> as(sealed, ApplicationPayload.Noted.class);
      case RATE -> as(sealed, ApplicationPayload.Rated.class);
      case ATTACHED, DETACHED -> as(sealed, ApplicationPayload.FileKept.class);
      case ACCEPT, START_EXPERT_REVIEW, PUBLICITY_OVER, WITHDRAW, CLOSE, ERASED ->
          new ApplicationPayload.Plain();
    };
  }

  private static <T extends ApplicationPayload> T as(ErasablePayload sealed, Class<T> type) {
    try {
      return StandardJson.MAPPER.treeToValue(sealed.body(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event's record does not read as " + type, e);
    }
  }
}
