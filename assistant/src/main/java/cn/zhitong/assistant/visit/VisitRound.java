package cn.zhitong.assistant.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One draw of enterprises to be asked.
 *
 * @param population whom it was drawn from
 * @param frame how many there were
 * @param digest of the population
 */
record VisitRound(
    UUID id,
    VisitKind kind,
    String title,
    Population population,
    LocalDate from,
    LocalDate to,
    String region,
    UUID itemId,
    int perStratum,
    String seed,
    int frame,
    String digest,
    List<VisitQuestion> questions,
    LocalDate closesOn,
    String drawnBy,
    String drawerName,
    Instant drawnAt) {

  /** Whom a round is drawn from. */
  enum Population implements cn.zhitong.common.text.Coded {
    PUSHED("pushed", "期间收到推送的企业"),
    FILES("files", "全部有档案的企业");

    private final String code;
    private final String label;

    Population(String code, String label) {
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
  }
}
