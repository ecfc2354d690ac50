package cn.zhitong.assistant.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Something that people outside are told of, once.
 *
 * @param caseId null where it concerns no single case
 * @param kind e.g. {@code deadline.red}
 * @param key what makes it the same notice within its case and kind, e.g. the due day
 * @param department whose case it is, or null
 * @param subject one Chinese line
 * @param text what a mail to staff says, with a link where the site's address is known
 * @param enterprise what the enterprise is told by mail; null where it is told nothing, or left no
 *     address
 * @param data for programs; neither text of the appeal nor personal data
 * @param accounts in whose inbox it stands
 * @param applicationId what it concerns where that is an application; else null
 * @param itemId what it concerns where that is an item; else null
 */
public record Notice(
    UUID caseId,
    String kind,
    String key,
    String department,
    String subject,
    String text,
    EnterpriseMail enterprise,
    Map<String, Object> data,
    Instant at,
    List<String> accounts,
    UUID applicationId,
    UUID itemId) {
  public Notice {
    accounts = List.copyOf(accounts);
  }

  /** One of an application, of an appeal, or of none. */
  public Notice(
      UUID caseId,
      String kind,
      String key,
      String department,
      String subject,
      String text,
      EnterpriseMail enterprise,
      Map<String, Object> data,
      Instant at,
      List<String> accounts,
      UUID applicationId) {
    this(
        caseId,
        kind,
        key,
        department,
        subject,
        text,
        enterprise,
        data,
        at,
        accounts,
        applicationId,
        null);
  }

  /** One of an appeal, or of none. */
  public Notice(
      UUID caseId,
      String kind,
      String key,
      String department,
      String subject,
      String text,
      EnterpriseMail enterprise,
      Map<String, Object> data,
      Instant at,
      List<String> accounts) {
    this(caseId, kind, key, department, subject, text, enterprise, data, at, accounts, null);
  }

  /** One that is in nobody's inbox. */
  public Notice(
      UUID caseId,
      String kind,
      String key,
      String department,
      String subject,
      String text,
      EnterpriseMail enterprise,
      Map<String, Object> data,
      Instant at) {
    this(caseId, kind, key, department, subject, text, enterprise, data, at, List.of());
  }

  /** The same, but not in the inbox of whoever did it. */
  public Notice without(String account) {
    return new Notice(
        caseId,
        kind,
        key,
        department,
        subject,
        text,
        enterprise,
        data,
        at,
        accounts.stream().filter(one -> !one.equals(account)).toList(),
        applicationId,
        itemId);
  }

  /** What concerns one person, and is said within the program alone. */
  boolean personal() {
    return PERSONAL.contains(kind);
  }

  /** What only the enterprise and its platforms are told of: staff did it themselves. */
  boolean forEnterprise() {
    return FOR_ENTERPRISE.contains(kind);
  }

  private static final Set<String> PERSONAL =
      Set.of(
          "case.mentioned",
          "case.assigned",
          "case.extension_requested",
          "case.supplemented",
          "application.submitted",
          "application.corrected",
          "application.objected");

  private static final Set<String> FOR_ENTERPRISE =
      Set.of(
          "case.accepted",
          "case.information_requested",
          "case.rejected",
          "case.extended",
          "case.rated",
          "case.closed",
          "application.accepted",
          "application.correction_requested",
          "application.publicised",
          "application.approved",
          "application.rejected",
          "application.paid");

  /** A mail to the enterprise, whose address is looked up when it is sent. */
  public record EnterpriseMail(String subject, String text) {}
}
