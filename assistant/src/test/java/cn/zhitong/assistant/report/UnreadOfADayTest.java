package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody had read on a past day stays unread on that day, whoever has opened it since. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class UnreadOfADayTest {
  @Inject FactStore facts;
  @Inject Jdbc jdbc;

  private final LocalDate today = LocalDate.now(Infrastructure.ZONE);

  @Test
  void case_openedToday_wasUnreadYesterday() {
    UUID late = late();
    assertThat(isUnread(late, today)).isTrue();
    assertThat(isUnread(late, today.minusDays(1))).isTrue();
    jdbc.update("update assistant.appeal_case set opened_at = ? where id = ?", Instant.now(), late);
    assertThat(isUnread(late, today)).isFalse();
    assertThat(isUnread(late, today.minusDays(1))).isTrue();
  }

  @Test
  void case_openedYesterday_isReadSince() {
    UUID late = late();
    Instant yesterday = today.atStartOfDay(Infrastructure.ZONE).toInstant().minusSeconds(60);
    jdbc.update("update assistant.appeal_case set opened_at = ? where id = ?", yesterday, late);
    assertThat(isUnread(late, today.minusDays(1))).isFalse();
  }

  /** Asked in spring, brought in the day before yesterday's end. */
  private UUID late() {
    UUID id =
        UUID.fromString(
            Cases.filed(
                    Map.of(
                        "text",
                        "补录的件 " + UUID.randomUUID(),
                        "askedAt",
                        Instant.now().minus(60, ChronoUnit.DAYS).toString()))
                .id());
    Instant received = today.atStartOfDay(Infrastructure.ZONE).toInstant().minusSeconds(3600);
    jdbc.update(
        "update assistant.appeal_case set received_at = ?, opened_at = null where id = ?",
        received,
        id);
    return id;
  }

  private boolean isUnread(UUID id, LocalDate day) {
    return facts.askedOrOpen(Period.day(day, null)).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .unread();
  }
}
