package cn.zhitong.assistant.liaison;

import cn.zhitong.common.text.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * 帮办代办: something that is done for an enterprise.
 *
 * @param caseId the case that it comes from, or null
 * @param department whose people may take it; null for anybody
 * @param officer account of whoever took it, or was named; null before
 * @param result what was done; null before
 * @param score what the enterprise said of it, 1 to 5; null before
 */
record Errand(
    UUID id,
    UUID caseId,
    String enterprise,
    String title,
    String details,
    String department,
    State state,
    String officer,
    String officerName,
    String result,
    Integer score,
    String comment,
    LocalDate due,
    String createdBy,
    Instant createdAt,
    int version) {

  enum State implements Coded {
    DISPATCHED("dispatched", "待接单"),
    ACCEPTED("accepted", "帮办中"),
    FINISHED("finished", "待评单"),
    RATED("rated", "已评单"),
    CANCELLED("cancelled", "已取消");

    private final String code;
    private final String label;

    State(String code, String label) {
      this.code = code;
      this.label = label;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String label() {
      return label;
    }

    static State of(String code) {
      return Coded.find(State.class, code).orElseThrow();
    }
  }

  Errand accepted(String account, String name) {
    return with(State.ACCEPTED, account, name, result, score, comment);
  }

  Errand finished(String what) {
    return with(State.FINISHED, officer, officerName, what, score, comment);
  }

  Errand rated(int given, String said) {
    return with(State.RATED, officer, officerName, result, given, said);
  }

  Errand cancelled(String why) {
    return with(State.CANCELLED, officer, officerName, why, score, comment);
  }

  private Errand with(
      State next, String account, String name, String what, Integer given, String said) {
    return new Errand(
        id,
        caseId,
        enterprise,
        title,
        details,
        department,
        next,
        account,
        name,
        what,
        given,
        said,
        due,
        createdBy,
        createdAt,
        version);
  }
}
