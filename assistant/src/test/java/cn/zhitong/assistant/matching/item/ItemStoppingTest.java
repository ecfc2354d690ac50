package cn.zhitong.assistant.matching.item;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.store.CorpusStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items whose policy has ended, and who is told. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ItemStoppingTest {
  private static final String APPLICANT = TestItems.code("91350100MB7", 1);
  private static final String DECIDED = TestItems.code("91350100MB7", 2);

  @TempDir Path folder;
  @Inject Jdbc jdbc;
  @Inject Ingest ingest;
  @Inject CorpusStore policies;
  @Inject ItemStopping stopping;

  private PolicyId policy(String name, String lastDay) throws IOException {
    Path file = folder.resolve(name + ".txt");
    Files.writeString(
        file,
        """
        岚岫省关于支持%s企业的若干措施
        岚政〔2024〕%s号

        一、从业人员100人以下的企业，给予10万元奖励。

        本措施自2024年1月1日起施行，有效期至%s。
        """
            .formatted(name, name.hashCode() & 0xff, lastDay));
    AtomicReference<PolicyId> id = new AtomicReference<>();
    ingest.run(
        "item-stopping",
        SourceFiles.under(List.of(file)),
        PolicyMetadata.builder().build(),
        outcome -> id.set(outcome.policyId()));
    return id.get();
  }

  private String item(String title, PolicyId policy) {
    return TestItems.published(title, 100, Map.of("policyId", policy.value().toString()));
  }

  private void application(String item, String code, String state) {
    Instant now = Instant.now();
    jdbc.update(
        """
        insert into assistant.application (id, number, mode, item_id, item_version, item_title,
          credit_code, enterprise_name, state, version, state_since, created_at, updated_at)
        values (?, ?, 'request', ?, 1, '例', ?, '例企业', ?, 0, ?, ?, ?)
        """,
        Ids.next(),
        "SQ" + Ids.next(),
        UUID.fromString(item),
        code,
        state,
        now,
        now,
        now);
  }

  /** The library holds what it read of policies for some seconds. */
  private void stopUntilTold(String item) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              stopping.stopEnded();
              return !told(item).isEmpty();
            });
  }

  private List<String> told(String item) {
    return jdbc.query(
        "select account from assistant.inbox_message where item_id = ? and kind = 'item.stopped'",
        row -> row.getString(1),
        UUID.fromString(item));
  }

  @Test
  void stopEnded_itemOfAnEndedPolicy_stopsOnceAndTellsWhoCountsOnIt() throws Exception {
    String ended = item("过期奖励", policy("榉木", "2099年12月31日"));
    policy("榉木", "2025年12月31日");
    String holds = item("现行奖励", policy("榆木", "2099年12月31日"));
    application(ended, APPLICANT, "reviewing");
    application(ended, DECIDED, "paid");

    stopUntilTold(ended);
    stopping.stopEnded();

    as(Role.PUBLISHER)
        .get("/api/items/" + ended)
        .then()
        .statusCode(200)
        .body("state", equalTo("stopped"));
    as(Role.PUBLISHER).get("/api/items/" + holds).then().body("state", equalTo("published"));
    as(Role.PUBLISHER)
        .get("/api/items/" + ended + "/events")
        .then()
        .body("findAll { it.type == 'stopped' }.size()", equalTo(1))
        .body("find { it.type == 'stopped' }.body", containsString("榉木"));
    visitor().get("/api/items/" + ended).then().statusCode(404);
    assertThat(told(ended)).contains(APPLICANT).doesNotContain(DECIDED).hasSize(2);
    assertThat(told(ended)).anyMatch(account -> account.startsWith(Role.PUBLISHER.code()));
    assertThat(told(holds)).isEmpty();
    TestLogin.enterprise(APPLICANT)
        .get("/api/inbox")
        .then()
        .statusCode(200)
        .body("items.itemId", hasItem(ended))
        .body("items.find { it.itemId == '" + ended + "' }.subject", containsString("自 "));
  }

  @Test
  void stopEnded_itemOfAWithdrawnPolicy_saysThatItIsGone() throws Exception {
    PolicyId policy = policy("槐木", "2099年12月31日");
    String item = item("撤下奖励", policy);
    assertThat(policies.withdraw(policy, "发布有误")).isTrue();

    stopUntilTold(item);

    as(Role.PUBLISHER).get("/api/items/" + item).then().body("state", equalTo("stopped"));
  }

  @Test
  void stop_byAPerson_tellsApplicantsToo() throws Exception {
    String item = item("停办奖励", policy("槭木", "2099年12月31日"));
    application(item, APPLICANT, "draft");

    as(Role.PUBLISHER).post("/api/items/" + item + "/withdrawal").then().statusCode(200);

    assertThat(told(item)).contains(APPLICANT);
  }
}
