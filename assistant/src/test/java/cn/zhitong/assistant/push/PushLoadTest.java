package cn.zhitong.assistant.push;

import static cn.zhitong.assistant.security.TestLogin.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred thousand messages: chosen, approved and in the outbox, each once. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PushLoadTest {
  private static final int MANY = 100_000;
  private static final int CHUNK = 5_000;

  @Inject Jdbc jdbc;

  @BeforeEach
  void many() {
    PushTables.empty(jdbc);
    jdbc.update("delete from assistant.enterprise");
    for (int from = 0; from < MANY; from += CHUNK) {
      List<Object[]> files = new ArrayList<>();
      List<Object[]> contacts = new ArrayList<>();
      for (int i = from; i < from + CHUNK; i++) {
        String code = TestItems.code("91350100MB", i);
        files.add(new Object[] {code, "企业" + i});
        contacts.add(new Object[] {code, "e" + i + "@example.com"});
      }
      jdbc.transaction(
          session -> {
            session.batch(
                """
                insert into assistant.enterprise
                  (credit_code, name, region, facts, closed_fields, closed_registers, revision,
                   updated_at)
                values (?, ?, '350100',
                  '[{"field":"staff","value":50,"source":"例"},
                    {"field":"region","value":"350100","source":"例"}]', '{}', '{}', 1, now())
                """,
                files);
            session.batch(
                """
                insert into assistant.enterprise_contact
                  (credit_code, email, updated_by, updated_at)
                values (?, ?, 'test', now()) on conflict do nothing
                """,
                contacts);
            return null;
          });
    }
  }

  @AfterEach
  void none() {
    PushTables.empty(jdbc);
    jdbc.update("delete from assistant.enterprise");
    jdbc.update("delete from assistant.enterprise_contact where email like '%@example.com'");
  }

  /** From the request to the outbox, with the second person's approval between. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void hundredThousand_areQueued_eachOnce() {
    String item = TestItems.published("普惠补贴", 100, Map.of());
    long begin = System.nanoTime();
    String id =
        as(Role.PUBLISHER)
            .body(Map.of("itemId", item))
            .post("/api/pushes")
            .then()
            .statusCode(200)
            .body("recipients", equalTo(MANY))
            .extract()
            .path("pushId");
    as(Role.SUPERVISOR)
        .body("{}")
        .post("/api/pushes/" + id + "/approval")
        .then()
        .statusCode(200)
        .body("progress.queued", equalTo(MANY))
        .body("progress.channels[0].waiting", equalTo(MANY));
    System.out.println("100,000 queued in ms: " + (System.nanoTime() - begin) / 1_000_000);
    assertThat(
            jdbc.first(
                "select count(distinct credit_code) from assistant.push_message",
                row -> row.getInt(1)))
        .contains(MANY);
  }
}
