package cn.zhitong.assistant.casework.rights;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseParticulars;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a member of staff may see of a case: the one rule for views, lists, the search, drafts and
 * files. Whoever shows something of an appeal asks it for the words.
 */
public final class Disclosure {
  /** How much is shown. */
  private enum Level {
    /** As it was sent; a reading that is on record. */
    FULL,
    /** Identifiers masked: enough to decide and to draft. */
    MASKED,
    /** Masked, and nothing that tells who sent it: who reports others is not known to offices. */
    PROTECTED
  }

  /**
   * Who sent an appeal, as far as the caller may know.
   *
   * @param name of the person to ask
   */
  public record Contact(String enterprise, String name, String phone, String email) {}

  /** Quoted from policies, word for word. */
  private static final String CITATIONS = "citations";

  private static final String FILE_NAME = "fileName";

  /** Parts of a case that its files come from offices with. */
  private static final Set<String> OFFICE_PARTS = Set.of("reply", "note");

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
  public static Disclosure of(CaseFile file, Caller caller, boolean wanted) {
    if (file.standing().reporterProtected() && !caller.handlesAppeals()) {
      return toOffices(file.appeal());
    }
    return wanted ? new Disclosure(Level.FULL, file.appeal()) : masked(file.appeal());
  }

  /** To those who may know who sent it, with identifiers masked. */
  public static Disclosure masked(Appeal appeal) {
    return new Disclosure(Level.MASKED, appeal);
  }

  /** To the offices that handle a protected report. */
  public static Disclosure toOffices(Appeal appeal) {
    return new Disclosure(Level.PROTECTED, appeal);
  }

  /** Whether personal data is shown as it was sent. */
  public boolean full() {
    return level == Level.FULL;
  }

  /** What the enterprise wrote, or staff about it. */
  public String text(String text) {
    return switch (level) {
      case FULL -> text;
      case MASKED -> PersonalData.mask(text);
      // Names first: a masked one would not be known any more.
      case PROTECTED -> PersonalData.mask(sender.hidden(text, CaseParticulars.SENDER));
    };
  }

  /** What the office wrote to the enterprise, or means to: its own landlines stay. */
  public String officeText(String text) {
    return switch (level) {
      case FULL -> text;
      case MASKED -> PersonalData.maskReply(text, appeal.appeal());
      case PROTECTED ->
          PersonalData.maskReply(sender.hidden(text, CaseParticulars.SENDER), appeal.appeal());
    };
  }

  /** An event's fields, with the same done to every text in them. */
  public Map<String, Object> body(CaseEvent event) {
    Map<String, Object> body =
        fields(event.fields(), event.type().writtenByOffice() ? this::officeText : this::text);
    if (level == Level.PROTECTED && event.payload() instanceof EventPayload.FileKept kept) {
      // As with the file itself: its name may tell who sent it.
      if (!OFFICE_PARTS.contains(kept.part())) {
        body.remove(FILE_NAME);
      }
    }
    return body;
  }

  /** Who acted: an enterprise's account has its name. */
  public String actor(CaseEvent event) {
    return byEnterprise(event) ? "enterprise" : event.actor();
  }

  /** The name of who acted, for people. */
  public String actorName(CaseEvent event) {
    return byEnterprise(event) ? "企业" : text(event.actorName());
  }

  private boolean byEnterprise(CaseEvent event) {
    return level == Level.PROTECTED && event.type() == EventType.RECEIVED_BY_US;
  }

  private static Map<String, Object> fields(Map<?, ?> body, UnaryOperator<String> shown) {
    Map<String, Object> all = new LinkedHashMap<>();
    body.forEach((name, value) -> all.put(name.toString(), field(name.toString(), value, shown)));
    return all;
  }

  private static Object field(String name, Object value, UnaryOperator<String> shown) {
    return switch (name) {
      case CITATIONS -> value;
      case PRECEDENTS -> value instanceof List<?> all ? idsOnly(all) : List.of();
      default -> each(value, shown);
    };
  }

  private static Object each(Object value, UnaryOperator<String> shown) {
    if (value instanceof String text) {
      return shown.apply(text);
    }
    if (value instanceof List<?> all) {
      return all.stream().map(one -> each(one, shown)).toList();
    }
    return value instanceof Map<?, ?> body ? fields(body, shown) : value;
  }

  /** Records of before had titles of other cases here. */
  private static List<Map<String, Object>> idsOnly(List<?> precedents) {
    return precedents.stream()
        .map(one -> ((Map<?, ?>) one).get("id"))
        .filter(Objects::nonNull)
        .map(id -> Map.of("id", id))
        .toList();
  }

  /** Null where nobody may know who sent it. */
  public Contact contact() {
    return switch (level) {
      case FULL ->
          new Contact(
              appeal.enterprise(),
              appeal.contactName(),
              appeal.contactPhone(),
              appeal.contactEmail());
      case MASKED ->
          new Contact(
              PersonalData.mask(appeal.enterprise()),
              PersonalData.name(appeal.contactName()),
              PersonalData.phone(appeal.contactPhone()),
              PersonalData.mask(appeal.contactEmail()));
      case PROTECTED -> null;
    };
  }
}
