package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.eventlog.ErasablePayload;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * Events' payloads to and from the records that are stored and hashed. What an older version wrote
 * reads as well; what is written here is never rewritten.
 */
public final class PayloadCodec {
  private static final String BLIND = "blind";
  private static final String OCCURRED_AT = "occurredAt";

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private static final ObjectMapper JSON = StandardJson.MAPPER;

  private PayloadCodec() {}

  /** What a stored event records; what was erased is null. */
  static EventPayload read(EventType type, ErasablePayload sealed) {
    return read(type, sealed.body());
  }

  /**
   * @param occurredAt where that is not when it is recorded; else null
   * @param reason null where none was given
   */
  public static ErasablePayload seal(EventPayload payload, Instant occurredAt, String reason) {
    return ErasablePayload.of(write(payload, occurredAt), reason);
  }

  static EventPayload read(EventType type, JsonNode body) {
    return switch (type) {
      case RECEIVED_BY_US, AMENDED -> as(body, EventPayload.Received.class);
      case SUGGESTED -> suggested(body);
      case DRAFTED -> as(body, EventPayload.Drafted.class);
      case ACCEPT_SUGGESTION, CHANGE, DISPATCH, REASSIGN, ARBITRATE ->
          as(body, EventPayload.Decided.class);
      case TRANSFER -> as(body, EventPayload.Transferred.class);
      case ADD_SUPPORT -> as(body, EventPayload.SupportAdded.class);
      case PART_REPLY, PART_RETURN -> as(body, EventPayload.PartDone.class);
      case SUPPLEMENT -> as(body, EventPayload.Supplemented.class);
      case NOTE -> as(body, EventPayload.Noted.class);
      case REJECT -> as(body, EventPayload.Rejected.class);
      case REQUEST_EXTENSION, GRANT_EXTENSION, ORDER_RECTIFICATION ->
          as(body, EventPayload.DaysGiven.class);
      case SUBMIT_REPLY, REPLY -> as(body, EventPayload.Replied.class);
      case RATE -> as(body, EventPayload.Rated.class);
      case REVIEW -> as(body, EventPayload.Reviewed.class);
      case MERGE -> as(body, EventPayload.Merged.class);
      case UNMERGE -> as(body, EventPayload.Unmerged.class);
      case ERASED -> as(body, EventPayload.Erased.class);
      case URGE, SUPERVISE -> as(body, EventPayload.Reminded.class);
      case ATTACHED, DETACHED -> as(body, EventPayload.FileKept.class);
      case CALL -> as(body, EventPayload.Called.class);
      case ASSIGN -> as(body, EventPayload.Assigned.class);
      case TAKE_ON -> as(body, EventPayload.TakenOn.class);
      case MARK_THEME, UNMARK_THEME -> as(body, EventPayload.Themed.class);
      case RECORD_ARREARS -> as(body, EventPayload.ArrearsRecorded.class);
      case RECORD_REPAYMENT -> as(body, EventPayload.Repaid.class);
      case SET_MEETING -> as(body, EventPayload.MeetingSet.class);
      case CANCEL_MEETING, RECORD_MEETING -> as(body, EventPayload.MeetingEnded.class);
      case ACCEPT,
          REQUEST_INFORMATION,
          START,
          RETURN,
          REFUSE_EXTENSION,
          SEND_BACK,
          FOLLOW_UP,
          MARK_TYPICAL,
          UNMARK_TYPICAL,
          CLOSE,
          REOPEN,
          RECALL,
          UNREJECT,
          HAND_BACK,
          WITHDRAW ->
          new EventPayload.Plain();
    };
  }

  private static EventPayload.Suggested suggested(JsonNode body) {
    return new EventPayload.Suggested(as(body, Suggestion.class), body.path(BLIND).asBoolean());
  }

  /** A suggestion's document, as casework's views give it to reports. */
  public static EventPayload.Suggested suggested(String document) {
    return suggested(StandardJson.tree(document));
  }

  /**
   * @param occurredAt where that is not when it is recorded; else null
   */
  static ObjectNode write(EventPayload payload, Instant occurredAt) {
    ObjectNode body = write(payload);
    if (occurredAt != null) {
      body.put(OCCURRED_AT, occurredAt.toString());
    }
    return body;
  }

  static ObjectNode write(EventPayload payload) {
    if (payload instanceof EventPayload.Suggested suggested) {
      ObjectNode body = JSON.valueToTree(suggested.suggestion());
      if (suggested.blind()) {
        body.put(BLIND, true);
      }
      return body;
    }
    return payload instanceof EventPayload.Plain
        ? JSON.createObjectNode()
        : JSON.valueToTree(payload);
  }

  /** When it had happened, where that was not when it was recorded; else null. */
  static Instant occurredAt(ErasablePayload sealed) {
    JsonNode given = sealed.record().path(OCCURRED_AT);
    return given.isTextual() ? Instant.parse(given.asText()) : null;
  }

  /** All that was recorded, also what this version has no name for; what was erased is missing. */
  static Map<String, Object> fields(ErasablePayload sealed) {
    return JSON.convertValue(sealed.body(), FIELDS);
  }

  private static <T> T as(JsonNode body, Class<T> type) {
    try {
      return JSON.treeToValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event's record does not read as " + type, e);
    }
  }
}
