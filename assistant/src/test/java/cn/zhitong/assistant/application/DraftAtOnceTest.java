package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.application.TestApplications.draft;
import static cn.zhitong.assistant.application.TestApplications.enterpriseMeeting;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two type into one draft at the same moment is all kept. */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class DraftAtOnceTest {
  @Inject ApplicationStore store;
  @Inject ApplicationLog log;
  @Inject Jdbc jdbc;

  @BeforeEach
  void anAutumn() {
    MovableClock.to("2025-09-26");
  }

  private static Map<String, Object> answer(int number) {
    return Map.of("field", "custom:说明" + number, "value", "内容" + number);
  }

  @Test
  void saves_madeAtOnce_keepAllThatWasTyped() throws Exception {
    String code = enterpriseMeeting();
    String id = draft(code);
    CountDownLatch together = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> saves = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        RequestSpecification save =
            enterprise(code).body(Map.of("type", "save", "answers", List.of(answer(i))));
        saves.add(
            threads.submit(
                () -> {
                  together.await();
                  return save.post("/api/applications/" + id + "/events").statusCode();
                }));
      }
      together.countDown();
      for (Future<Integer> one : saves) {
        assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    enterprise(code)
        .get("/api/applications/" + id)
        .then()
        .body("answers.value", hasItems("内容0", "内容1", "内容2", "内容3"));
  }

  @Test
  void save_whileTheDraftIsSentIn_isSentInToo() throws Exception {
    String code = enterpriseMeeting();
    String id = draft(code);
    save(code, id, "说明0", "旧");
    RequestSpecification submit =
        enterprise(code).body(Map.of("type", "submit", "answers", List.of(answer(1))));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Response> sent =
          store.change(
              change -> {
                change.lockEnterprise(code);
                Future<Response> waiting =
                    threads.submit(() -> submit.post("/api/applications/" + id + "/events"));
                await().atMost(30, TimeUnit.SECONDS).until(this::somebodyWaits);
                // It has read the draft, and waits; somebody else's page saves meanwhile.
                ApplicationFile file = change.lock(UUID.fromString(id)).orElseThrow();
                log.write(change, file, saved(file, "custom:说明0", "新"));
                return waiting;
              });
      sent.get(30, TimeUnit.SECONDS)
          .then()
          .statusCode(200)
          .body("state", equalTo("submitted"))
          .body("answers.find { it.field == 'custom:说明0' }.value", equalTo("新"))
          .body("answers.value", hasItems("内容1"));
    } finally {
      threads.shutdownNow();
    }
  }

  private static void save(String code, String id, String field, String value) {
    Map<String, Object> answer = Map.of("field", "custom:" + field, "value", value);
    enterprise(code)
        .body(Map.of("type", "save", "answers", List.of(answer)))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(200);
  }

  private static ApplicationLog.Entry saved(ApplicationFile file, String field, String value) {
    return new ApplicationLog.Entry(
        ApplicationEventType.SAVE,
        "enterprise",
        "企业",
        null,
        file.version(),
        new ApplicationPayload.Saved(
            List.of(new ApplicationPayload.Answer(field, value, null, null)), null));
  }

  private boolean somebodyWaits() {
    return jdbc.first(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted",
                row -> row.getLong(1))
            .orElseThrow()
        > 0;
  }
}
