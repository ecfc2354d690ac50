package cn.zhitong.assistant.notice;

import java.time.Instant;
import java.util.Map;
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
    Instant at) {

  /** A mail to the enterprise, whose address is looked up when it is sent. */
  public record EnterpriseMail(String subject, String text) {}
}
