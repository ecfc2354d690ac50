package cn.zhitong.assistant.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Never lost; never doubled for a receiver that honours the id. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class NoticeSenderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  @Inject Jdbc jdbc;
  @Inject Mailer mailer;
  @Inject MockMailbox mailbox;
  private final ObjectMapper json = new ObjectMapper();
  private WireMockServer receiver;
  private NoticeStore store;

  @BeforeEach
  void aReceiver() {
    jdbc.update("delete from assistant.case_notice");
    mailbox.clear();
    receiver = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    receiver.start();
    store = TestNotices.store(jdbc, receiver.baseUrl() + "/hook", null);
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  @Test
  void aRefusedNoticeIsSentAgainUnderTheSameIdUntilItIsTaken() {
    receiver.stubFor(
        post("/hook")
            .inScenario("s")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(serverError())
            .willSetStateTo("hung"));
    receiver.stubFor(
        post("/hook")
            .inScenario("s")
            .whenScenarioStateIs("hung")
            .willReturn(
                aResponse()
                    .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER))
            .willSetStateTo("up"));
    receiver.stubFor(post("/hook").inScenario("s").whenScenarioStateIs("up").willReturn(ok()));
    add("deadline.red", "2026-03-02");
    add("deadline.red", "2026-03-02");
    assertThat(store.pending(10)).as("the same notice is kept once").hasSize(1);

    assertThat(senderAt(NOW).sendDue()).isEqualTo(1);
    assertThat(store.pending(10).get(0).lastError()).contains("500");
    assertThat(senderAt(NOW.plusSeconds(20)).sendDue()).as("not before its time").isZero();
    assertThat(senderAt(NOW.plusSeconds(31)).sendDue()).isEqualTo(1);
    assertThat(store.pending(10)).hasSize(1);
    assertThat(senderAt(NOW.plusSeconds(70)).sendDue()).as("the wait doubles").isZero();
    assertThat(senderAt(NOW.plusSeconds(95)).sendDue()).isEqualTo(1);
    assertThat(store.pending(10)).isEmpty();
    assertThat(senderAt(NOW.plus(Duration.ofDays(1))).sendDue()).isZero();

    List<LoggedRequest> sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook")));
    assertThat(sent.stream().map(request -> request.getHeader("webhook-id")).distinct()).hasSize(1);
  }

  @Test
  void aNodeThatDiesBeforeItMarksLeavesTheNoticeToAnother() throws Exception {
    receiver.stubFor(post("/hook").willReturn(ok()));
    add("case.urged", "7");
    // Claimed and sent, and then the node is gone.
    NoticeStore.Delivery claimed = store.claim(NOW).orElseThrow();
    webhookAt(NOW).send(claimed);
    assertThat(senderAt(NOW.plusSeconds(31)).sendDue()).isEqualTo(1);
    List<LoggedRequest> sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook")));
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).getHeader("webhook-id")).isEqualTo(sent.get(1).getHeader("webhook-id"));
    assertThat(store.pending(10)).isEmpty();
  }

  @Test
  void severalNodesSendEachNoticeOnce() throws Exception {
    receiver.stubFor(post("/hook").willReturn(ok().withFixedDelay(20)));
    for (int i = 0; i < 20; i++) {
      add("case.urged", Integer.toString(i));
    }
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      nodes.submit(() -> senderAt(NOW).sendDue());
    }
    nodes.shutdown();
    assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(receiver.findAll(postRequestedFor(urlEqualTo("/hook")))).hasSize(20);
  }

  @Test
  void theReceiverCanTellThatItIsOurs() throws Exception {
    receiver.stubFor(post("/hook").willReturn(ok()));
    add("deadline.yellow", "2026-03-05");
    senderAt(NOW).sendDue();
    LoggedRequest sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook"))).get(0);
    String expected =
        Webhook.signature(
            TestNotices.SECRET,
            UUID.fromString(sent.getHeader("webhook-id")),
            NOW.getEpochSecond(),
            sent.getBodyAsString());
    assertThat(sent.getHeader("webhook-signature")).isEqualTo(expected).startsWith("v1,");
    assertThat(json.readTree(sent.getBodyAsString()).path("type").asText())
        .isEqualTo("deadline.yellow");
    assertThat(
            Webhook.signature(
                "geheim", UUID.fromString("00000000-0000-7000-8000-000000000000"), 1, "{}"))
        .as("as openssl has it")
        .isEqualTo("v1,FiNfXD22rgeIVzb1QaJg+3AiCgF4tKVRkEK3rBZSjpg=");
  }

  @Test
  void mailGoesToThoseConfigured() {
    store = TestNotices.store(jdbc, null, "duban@example.gov.cn");
    add("deadline.overdue", "2026-03-01");
    senderAt(NOW).sendDue();
    assertThat(mailbox.getMailsSentTo("duban@example.gov.cn")).hasSize(1);
    assertThat(store.pending(10)).isEmpty();
  }

  private void add(String kind, String key) {
    UUID id = caseId();
    jdbc.transaction(
        session -> {
          store.add(session, new Notice(id, kind, key, null, "办件提醒", json.createObjectNode(), NOW));
          return null;
        });
  }

  private UUID id;

  private UUID caseId() {
    if (id == null) {
      id = UUID.fromString(Cases.filed("提醒").id());
    }
    return id;
  }

  private NoticeSender senderAt(Instant now) {
    return new NoticeSender(store, webhookAt(now), mailer, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Webhook webhookAt(Instant now) {
    return new Webhook(
        new TestNotices.Config(receiver.baseUrl() + "/hook", null),
        json,
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
