package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.Appeal;
import java.time.Instant;
import java.util.UUID;

/**
 * A reply has been sent: fired once it is written.
 *
 * @param category null where none was decided or suggested
 * @param department name of the lead, null where none was decided
 * @param reporterProtected whether nobody but those who handle all appeals may know who sent it
 */
public record AnsweredCase(
    UUID caseId,
    String number,
    Appeal appeal,
    Category category,
    String department,
    String reply,
    Instant at,
    boolean reporterProtected) {

  /** Of a case that was just answered. */
  public static AnsweredCase of(CaseFile file) {
    CaseState standing = file.standing();
    return new AnsweredCase(
        file.id(),
        file.number(),
        file.appeal(),
        standing.category(),
        standing.department() == null ? null : standing.department().name(),
        standing.reply(),
        standing.answeredAt(),
        standing.reporterProtected());
  }

  @Override
  public String toString() {
    return "AnsweredCase[" + number + "]";
  }
}
