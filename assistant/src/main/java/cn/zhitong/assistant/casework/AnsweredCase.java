package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.Category;
import java.time.Instant;

/**
 * A reply has been sent: fired once it is written.
 *
 * @param category null where none was decided or suggested
 * @param department name of the lead, null where none was decided
 */
public record AnsweredCase(
    String number, Appeal appeal, Category category, String department, String reply, Instant at) {

  static AnsweredCase of(CaseFile file) {
    CaseState standing = file.standing();
    return new AnsweredCase(
        file.number(),
        file.appeal(),
        standing.category(),
        standing.department() == null ? null : standing.department().name(),
        standing.reply(),
        standing.answeredAt());
  }

  @Override
  public String toString() {
    return "AnsweredCase[" + number + "]";
  }
}
