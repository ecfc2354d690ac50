package cn.zhitong.assistant.question;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Takes questions out: all when their time is over, a conversation when it is asked for, and with
 * an erased case those that name its sender.
 */
@ApplicationScoped
class QuestionRetentionStore implements DerivedDataStore {
  private static final String EXPIRE = "delete from assistant.question where asked_at < ?";

  private static final String CONVERSATION =
      "delete from assistant.question where conversation_id = ?";

  private static final String OF_CASE =
      """
      delete from assistant.question
       where conversation_id in (
         select conversation_id from assistant.question
          where question ilike any (?::text[]) or standalone ilike any (?::text[])
             or answer ilike any (?::text[]))
      """;

  private final Jdbc jdbc;
  private final QuestionConfig config;
  private final List<QuestionDerivedStore> derived;
  private final Clock clock;

  QuestionRetentionStore(
      Jdbc jdbc, QuestionConfig config, @All List<QuestionDerivedStore> derived, Clock clock) {
    this.jdbc = jdbc;
    this.config = config;
    this.derived = derived;
    this.clock = clock;
  }

  @Scheduled(cron = "0 15 3 * * ?", timeZone = "Asia/Shanghai")
  void sweep() {
    expire(clock.instant());
  }

  /** Deletes what is older than questions are kept; returns how many. */
  int expire(Instant now) {
    return deleted(EXPIRE, now.minus(config.kept()));
  }

  /** Deletes a conversation; returns how many questions it had. */
  int forget(UUID conversation) {
    return deleted(CONVERSATION, conversation);
  }

  private int deleted(String sql, Object which) {
    return jdbc.transaction(
        session -> {
          int gone = session.update(sql, which);
          for (QuestionDerivedStore store : derived) {
            store.questionsDeleted(session);
          }
          return gone;
        });
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(OF_CASE, erased.likes(), erased.likes(), erased.likes());
    for (QuestionDerivedStore store : derived) {
      store.questionsDeleted(session);
    }
  }
}
