package cn.zhitong.assistant.feedback;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What was said of answers; the last word counts. */
@ApplicationScoped
class FeedbackStore {
  private static final String SAVE =
      """
      insert into assistant.answer_feedback (question_id, useful, reason, given_at)
      select id, ?, ?, ? from assistant.question where id = ?
      on conflict (question_id) do update
        set useful = excluded.useful, reason = excluded.reason, given_at = excluded.given_at
      """;

  private final Jdbc jdbc;

  FeedbackStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param reason without personal data, null for none
   * @return false where there is no such answer
   */
  boolean save(UUID answer, boolean useful, String reason, Instant at) {
    return jdbc.update(SAVE, useful, reason, at, answer) > 0;
  }
}
