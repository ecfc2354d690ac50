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
import cn.zhitong.common.json.StandardJson;
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
import java.util.Map;
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
  private final ObjectMapper json = StandardJson.MAPPER;
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
  void notice_refused_isSentAgainUnderTheSameIdUntilTaken() {
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

    assertThat(senderAt(NOW).sendDue(NoticeStore.WEBHOOK)).isEqualTo(1);
    assertThat(store.pending(10).get(0).lastError()).contains("500");
    assertThat(senderAt(NOW.plusSeconds(20)).sendDue(NoticeStore.WEBHOOK))
        .as("not before its time")
        .isZero();
    assertThat(senderAt(NOW.plusSeconds(31)).sendDue(NoticeStore.WEBHOOK)).isEqualTo(1);
    assertThat(store.pending(10)).hasSize(1);
    assertThat(senderAt(NOW.plusSeconds(70)).sendDue(NoticeStore.WEBHOOK))
        .as("the wait doubles")
        .isZero();
    assertThat(senderAt(NOW.plusSeconds(95)).sendDue(NoticeStore.WEBHOOK)).isEqualTo(1);
    assertThat(store.pending(10)).isEmpty();
    assertThat(senderAt(NOW.plus(Duration.ofDays(1))).sendDue(NoticeStore.WEBHOOK)).isZero();

    List<LoggedRequest> sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook")));
    assertThat(sent.stream().map(request -> request.getHeader("webhook-id")).distinct()).hasSize(1);
  }

  @Test
  void notice_ofANodeThatDies_isSentByAnother() throws Exception {
    receiver.stubFor(post("/hook").willReturn(ok()));
    add("case.urged", "7");
    // Claimed and sent, and then the node is gone.
    NoticeStore.Delivery claimed = store.claim(NoticeStore.WEBHOOK, NOW).orElseThrow();
    webhookAt(NOW).send(claimed);
    assertThat(senderAt(NOW.plusSeconds(31)).sendDue(NoticeStore.WEBHOOK)).isEqualTo(1);
    List<LoggedRequest> sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook")));
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).getHeader("webhook-id")).isEqualTo(sent.get(1).getHeader("webhook-id"));
    assertThat(store.pending(10)).isEmpty();
  }

  @Test
  void severalNodes_sending_sendEachNoticeOnce() throws Exception {
    receiver.stubFor(post("/hook").willReturn(ok().withFixedDelay(20)));
    for (int i = 0; i < 20; i++) {
      add("case.urged", Integer.toString(i));
    }
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      nodes.submit(() -> senderAt(NOW).sendDue(NoticeStore.WEBHOOK));
    }
    nodes.shutdown();
    assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(receiver.findAll(postRequestedFor(urlEqualTo("/hook")))).hasSize(20);
  }

  @Test
  void notice_signed_isKnownAsOurs() throws Exception {
    receiver.stubFor(post("/hook").willReturn(ok()));
    add("deadline.yellow", "2026-03-05");
    senderAt(NOW).sendDue(NoticeStore.WEBHOOK);
    LoggedRequest sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook"))).get(0);
    String expected =
        SignedPost.signature(
            TestNotices.SECRET,
            sent.getHeader("webhook-id"),
            NOW.getEpochSecond(),
            sent.getBodyAsString());
    assertThat(sent.getHeader("webhook-signature")).isEqualTo(expected).startsWith("v1,");
    assertThat(json.readTree(sent.getBodyAsString()).path("type").asText())
        .isEqualTo("deadline.yellow");
    assertThat(SignedPost.signature("geheim", "00000000-0000-7000-8000-000000000000", 1, "{}"))
        .as("as openssl has it")
        .isEqualTo("v1,FiNfXD22rgeIVzb1QaJg+3AiCgF4tKVRkEK3rBZSjpg=");
  }

  @Test
  void mail_ofANotice_goesToThoseConfigured() {
    store = TestNotices.store(jdbc, null, "duban@example.gov.cn");
    add("deadline.overdue", "2026-03-01");
    senderAt(NOW).sendDue(NoticeStore.MAIL);
    assertThat(mailbox.getMailsSentTo("duban@example.gov.cn")).hasSize(1);
    assertThat(store.pending(10)).isEmpty();
  }

  @Test
  void mail_ofANotice_hasTextAndLink() {
    store = TestNotices.store(jdbc, null, "duban@example.gov.cn");
    add("deadline.red", "2026-03-02");
    senderAt(NOW).sendDue(NoticeStore.MAIL);
    assertThat(mailbox.getMailsSentTo("duban@example.gov.cn").get(0).getText())
        .isEqualTo("办件提醒。\n查看");
    assertThat(mailbox.getMailsSentTo("duban@example.gov.cn").get(0).getHeaders())
        .as("absence notices do not answer a program")
        .containsEntry("Auto-Submitted", List.of("auto-generated"));
  }

  @Test
  void mail_toTheEnterprise_goesToTheCasesAddressAndToNobodyOnceErased() {
    store = TestNotices.store(jdbc, null, "duban@example.gov.cn");
    Cases filed = Cases.filed(java.util.Map.of("text", "请告知", "contactEmail", "owner@example.com"));
    UUID own = UUID.fromString(filed.id());
    addToEnterprise(own, "1");
    assertThat(senderAt(NOW).sendDue(NoticeStore.ENTERPRISE_MAIL)).isEqualTo(1);
    assertThat(mailbox.getMailsSentTo("owner@example.com").get(0).getText())
        .isEqualTo("评价：/my#rate=x");
    jdbc.update("update assistant.appeal_case set contact_email = null where id = ?", own);
    addToEnterprise(own, "2");
    assertThat(senderAt(NOW).sendDue(NoticeStore.ENTERPRISE_MAIL)).isEqualTo(1);
    assertThat(mailbox.getMailsSentTo("owner@example.com")).hasSize(1);
    assertThat(
            jdbc.query(
                "select 1 from assistant.case_notice where target like '%owner@%'",
                row -> row.getInt(1)))
        .as("the address is not kept")
        .isEmpty();
  }

  private void addToEnterprise(UUID own, String key) {
    jdbc.transaction(
        session -> {
          store.add(
              session,
              new Notice(
                  own,
                  "case.answered",
                  key,
                  null,
                  "已答复",
                  "已答复。",
                  new Notice.EnterpriseMail("已答复", "评价：/my#rate=x"),
                  Map.of(),
                  NOW));
          return null;
        });
  }

  @Test
  void notice_triedAThousandTimes_stopsNoOther() {
    receiver.stubFor(post("/hook").willReturn(ok()));
    add("case.urged", "1");
    jdbc.update("update assistant.case_notice set tries = 1020");
    assertThat(senderAt(NOW).sendDue(NoticeStore.WEBHOOK)).isEqualTo(1);
    assertThat(store.pending(10)).isEmpty();
  }

  @Test
  void noticesOfOneCase_whenTheFirstIsRefused_comeInTheirOrder() throws Exception {
    receiver.stubFor(
        post("/hook")
            .inScenario("order")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(serverError())
            .willSetStateTo("up"));
    receiver.stubFor(post("/hook").inScenario("order").whenScenarioStateIs("up").willReturn(ok()));
    add("case.answered", "1");
    add("case.answered", "2");
    assertThat(senderAt(NOW).sendDue(NoticeStore.WEBHOOK)).as("the second waits").isEqualTo(1);
    assertThat(senderAt(NOW.plusSeconds(31)).sendDue(NoticeStore.WEBHOOK)).isEqualTo(2);
    List<LoggedRequest> sent = receiver.findAll(postRequestedFor(urlEqualTo("/hook")));
    List<Integer> sequence = new java.util.ArrayList<>();
    for (LoggedRequest one : sent) {
      sequence.add(json.readTree(one.getBodyAsString()).path("sequence").asInt());
    }
    assertThat(sequence).containsExactly(1, 1, 2);
  }

  @Test
  void noticeThatIsNeverTaken_afterADay_holdsUpItsCaseNoLonger() {
    receiver.stubFor(post("/hook").willReturn(serverError()));
    add("case.answered", "1");
    senderAt(NOW).sendDue(NoticeStore.WEBHOOK);
    add("case.answered", "2");
    Instant later = NOW.plus(Duration.ofDays(2));
    receiver.stubFor(
        post("/hook")
            .withRequestBody(
                com.github.tomakehurst.wiremock.client.WireMock.containing("\"sequence\":2"))
            .willReturn(ok()));
    assertThat(senderAt(later).sendDue(NoticeStore.WEBHOOK)).isEqualTo(2);
    assertThat(store.pending(10)).hasSize(1);
  }

  @Test
  void mails_whileTheWebhookHangs_goOut() {
    receiver.stubFor(post("/hook").willReturn(ok().withFixedDelay(60_000)));
    store = TestNotices.store(jdbc, receiver.baseUrl() + "/hook", "duban@example.gov.cn");
    add("case.urged", "1");
    assertThat(senderAt(NOW).sendDue(NoticeStore.MAIL)).isEqualTo(1);
    assertThat(mailbox.getMailsSentTo("duban@example.gov.cn")).hasSize(1);
    assertThat(store.pending(10))
        .extracting(NoticeStore.Waiting::channel)
        .containsExactly("webhook");
  }

  private void add(String kind, String key) {
    UUID id = caseId();
    jdbc.transaction(
        session -> {
          store.add(session, notice(id, kind, key));
          return null;
        });
  }

  private Notice notice(UUID id, String kind, String key) {
    return new Notice(id, kind, key, null, "办件提醒", "办件提醒。\n查看", null, Map.of(), NOW);
  }

  private UUID id;

  private UUID caseId() {
    if (id == null) {
      id = UUID.fromString(Cases.filed("提醒").id());
    }
    return id;
  }

  private NoticeSender senderAt(Instant now) {
    return new NoticeSender(
        store,
        webhookAt(now),
        mailer,
        message -> new SmsGateway.Taken(),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Webhook webhookAt(Instant now) {
    return new Webhook(
        new TestNotices.Config(receiver.baseUrl() + "/hook", null),
        json,
        new SignedPost(Clock.fixed(now, ZoneOffset.UTC)));
  }
}
