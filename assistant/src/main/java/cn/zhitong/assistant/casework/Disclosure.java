package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/**
 * What a member of staff may see of a case: the one rule for views, lists, the search, drafts and
 * files. Whoever shows something of an appeal asks it for the words.
 */
final class Disclosure {
  /** How much is shown. */
  private enum Level {
    /** As it was sent; a reading that is on record. */
    FULL,
    /** Identifiers masked: enough to decide and to draft. */
    MASKED,
    /** Masked, and nothing that tells who sent it: who reports others is not known to offices. */
    PROTECTED
  }

  /** Quoted from policies, word for word. */
  private static final String CITATIONS = "citations";

  private static final String PRECEDENTS = "precedents";

  private final Level level;
  private final Appeal appeal;
  private final CaseParticulars sender;

  private Disclosure(Level level, Appeal appeal) {
    this.level = level;
    this.appeal = appeal;
    this.sender = level == Level.PROTECTED ? CaseParticulars.of(appeal) : null;
  }

  /**
   * @param wanted whether the caller asked for personal data
   */
  static Disclosure of(CaseFile file, Caller caller, boolean wanted) {
    if (file.standing().reporterProtected() && !caller.handlesAppeals()) {
      return toOffices(file.appeal());
    }
    return wanted ? new Disclosure(Level.FULL, file.appeal()) : masked(file.appeal());
  }

  static Disclosure masked(Appeal appeal) {
    return new Disclosure(Level.MASKED, appeal);
  }

  /** To the offices that handle a protected report. */
  static Disclosure toOffices(Appeal appeal) {
    return new Disclosure(Level.PROTECTED, appeal);
  }

  /** Whether personal data is shown as it was sent. */
  boolean full() {
    return level == Level.FULL;
  }

  /** What the enterprise wrote, or staff about it. */
  String text(String text) {
    return switch (level) {
      case FULL -> text;
      case MASKED -> PersonalData.mask(text);
      // Names first: a masked one would not be known any more.
      case PROTECTED -> PersonalData.mask(sender.hidden(text, CaseParticulars.SENDER));
    };
  }

  /** What the office wrote to the enterprise, or means to: its own landlines stay. */
  String officeText(String text) {
    return switch (level) {
      case FULL -> text;
      case MASKED -> PersonalData.maskReply(text, appeal.appeal());
      case PROTECTED ->
          PersonalData.maskReply(sender.hidden(text, CaseParticulars.SENDER), appeal.appeal());
    };
  }

  /** The same of every text within an event. */
  JsonNode body(CaseEvent event) {
    if (event.body() == null) {
      return null;
    }
    return event.type().writtenByOffice()
        ? officeBody(event.body())
        : each(event.body(), this::text);
  }

  /** A draft, or another body that an office wrote; null for null. */
  JsonNode officeBody(JsonNode body) {
    return body == null ? null : each(body, this::officeText);
  }

  /** Triage's suggestion; null for null. */
  JsonNode suggestion(JsonNode body) {
    return body == null ? null : each(body, this::text);
  }

  /** Who acted: an enterprise's account has its name. */
  String actor(CaseEvent event) {
    return byEnterprise(event) ? "enterprise" : event.actor();
  }

  String actorName(CaseEvent event) {
    return byEnterprise(event) ? "企业" : text(event.actorName());
  }

  private boolean byEnterprise(CaseEvent event) {
    return level == Level.PROTECTED && event.type() == EventType.RECEIVED_BY_US;
  }

  private JsonNode each(JsonNode body, UnaryOperator<String> shown) {
    if (body.isTextual()) {
      return TextNode.valueOf(shown.apply(body.textValue()));
    }
    if (body.isArray()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      body.forEach(one -> all.add(each(one, shown)));
      return all;
    }
    if (body.isObject()) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      body.properties().forEach(field -> all.set(field.getKey(), field(field, shown)));
      return all;
    }
    return body;
  }

  private JsonNode field(java.util.Map.Entry<String, JsonNode> field, UnaryOperator<String> shown) {
    return switch (field.getKey()) {
      case CITATIONS -> field.getValue();
      case PRECEDENTS -> idsOnly(field.getValue());
      default -> each(field.getValue(), shown);
    };
  }

  /** Records of before had titles of other cases here. */
  private static JsonNode idsOnly(JsonNode precedents) {
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    for (JsonNode precedent : precedents) {
      if (precedent.hasNonNull("id")) {
        ids.addObject().put("id", precedent.get("id").asText());
      }
    }
    return ids;
  }

  /** Null where nobody may know who sent it. */
  CaseViews.Contact contact() {
    return switch (level) {
      case FULL ->
          new CaseViews.Contact(
              appeal.enterprise(),
              appeal.contactName(),
              appeal.contactPhone(),
              appeal.contactEmail());
      case MASKED ->
          new CaseViews.Contact(
              PersonalData.mask(appeal.enterprise()),
              PersonalData.name(appeal.contactName()),
              PersonalData.phone(appeal.contactPhone()),
              PersonalData.mask(appeal.contactEmail()));
      case PROTECTED -> null;
    };
  }
}
