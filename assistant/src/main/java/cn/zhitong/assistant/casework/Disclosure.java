package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/** How much of an appeal's personal data a member of staff sees. */
enum Disclosure {
  /** As it was sent; a reading that is on record. */
  FULL,
  /** Identifiers masked: enough to decide and to draft. */
  MASKED,
  /**
   * Masked, and no contact at all: who reports others is not known to those who may be reported.
   */
  PROTECTED;

  /**
   * @param wanted whether the caller asked for personal data
   */
  static Disclosure of(CaseState standing, Caller caller, boolean wanted) {
    if (standing.reporterProtected() && !caller.handlesAppeals()) {
      return PROTECTED;
    }
    return wanted ? FULL : MASKED;
  }

  String text(String text) {
    return this == FULL ? text : PersonalData.mask(text);
  }

  /**
   * The same of every text within an event; of what the office itself wrote, its landlines stay as
   * in the reply.
   */
  JsonNode body(CaseEvent event, Appeal appeal) {
    if (this == FULL || event.body() == null) {
      return event.body();
    }
    return event.type().writtenByOffice()
        ? masked(event.body(), text -> PersonalData.maskReply(text, appeal.appeal()))
        : masked(event.body(), PersonalData::mask);
  }

  private static JsonNode masked(JsonNode body, UnaryOperator<String> mask) {
    if (body.isTextual()) {
      return TextNode.valueOf(mask.apply(body.textValue()));
    }
    if (body.isArray()) {
      ArrayNode masked = JsonNodeFactory.instance.arrayNode();
      body.forEach(one -> masked.add(masked(one, mask)));
      return masked;
    }
    if (body.isObject()) {
      ObjectNode masked = JsonNodeFactory.instance.objectNode();
      body.properties()
          .forEach(field -> masked.set(field.getKey(), masked(field.getValue(), mask)));
      return masked;
    }
    return body;
  }

  /** Null where nobody may know who sent it. */
  CaseViews.Contact contact(Appeal appeal) {
    return switch (this) {
      case FULL ->
          new CaseViews.Contact(
              appeal.enterprise(),
              appeal.contactName(),
              appeal.contactPhone(),
              appeal.contactEmail());
      case MASKED ->
          new CaseViews.Contact(
              appeal.enterprise(),
              PersonalData.name(appeal.contactName()),
              PersonalData.phone(appeal.contactPhone()),
              PersonalData.mask(appeal.contactEmail()));
      case PROTECTED -> null;
    };
  }
}
