package cn.zhitong.assistant.question;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
  private final Clock clock;

  QuestionRetentionStore(Jdbc jdbc, QuestionConfig config, Clock clock) {
    this.jdbc = jdbc;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(cron = "0 15 3 * * ?", timeZone = "Asia/Shanghai")
  void sweep() {
    expire(clock.instant());
  }

  /** Deletes what is older than questions are kept; returns how many. */
  int expire(Instant now) {
    return jdbc.update(EXPIRE, now.minus(config.kept()));
  }

  /** Deletes a conversation; returns how many questions it had. */
  int forget(UUID conversation) {
    return jdbc.update(CONVERSATION, conversation);
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(OF_CASE, erased.likes(), erased.likes(), erased.likes());
  }
}
