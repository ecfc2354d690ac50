package cn.zhitong.assistant.push;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.notice.SignedPost;
import cn.zhitong.assistant.notice.TestNotices;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The outbox against a gateway that throttles, fails, hangs and tells late or twice. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PushSenderTest extends PushOutboxTest {
  @Test
  void textMessage_hasTemplateAndLink_andIsSigned() throws Exception {
    gateway.stubFor(post("/sms").willReturn(ok()));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    assertThat(sendAt(NOW)).isEqualTo(1);
    LoggedRequest sent = received().get(0);
    JsonNode body = json.readTree(sent.getBodyAsString());
    assertThat(body.path("phone").asText()).isEqualTo("13800000001");
    assertThat(body.path("template").asText()).isEqualTo("SMS_1001");
    assertThat(body.path("params").path("title").asText()).isEqualTo("用工补贴");
    assertThat(body.path("params").path("url").asText()).contains("/items/").contains("#p=");
    assertThat(sent.getBodyAsString()).doesNotContain(A).doesNotContain("甲公司");
    assertThat(sent.getHeader("webhook-signature"))
        .isEqualTo(
            SignedPost.signature(
                TestNotices.SECRET,
                sent.getHeader("webhook-id"),
                NOW.getEpochSecond(),
                sent.getBodyAsString()));
    assertThat(states()).containsExactly("sent");
  }

  @Test
  void throttled_waitsAsLongAsTheGatewaySays_andCountsNoTry() {
    gateway.stubFor(
        post("/sms")
            .inScenario("s")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "120"))
            .willSetStateTo("up"));
    gateway.stubFor(post("/sms").inScenario("s").whenScenarioStateIs("up").willReturn(ok()));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    PushSender sender = senderAt(NOW, 100);
    assertThat(sender.sendDue(PushChannel.SMS)).isEqualTo(1);
    assertThat(sendAt(NOW.plusSeconds(100))).isZero();
    assertThat(jdbc.first("select tries from assistant.push_delivery", row -> row.getInt(1)))
        .contains(0);
    assertThat(sendAt(NOW.plusSeconds(121))).isEqualTo(1);
    assertThat(states()).containsExactly("sent");
  }

  @Test
  void failureAndTimeOut_areTriedAgainUnderTheSameId_untilTheyAreTooMany() {
    gateway.stubFor(
        post("/sms")
            .inScenario("s")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(serverError())
            .willSetStateTo("hangs"));
    gateway.stubFor(
        post("/sms")
            .inScenario("s")
            .whenScenarioStateIs("hangs")
            .willReturn(ok().withFixedDelay(5_000)));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    assertThat(sendAt(NOW)).isEqualTo(1);
    assertThat(sendAt(NOW.plusSeconds(20))).as("not before its time").isZero();
    assertThat(sendAt(NOW.plusSeconds(31))).isEqualTo(1);
    assertThat(states()).containsExactly("waiting");
    assertThat(sendAt(NOW.plusSeconds(95))).isEqualTo(1);
    assertThat(states()).as("after three tries").containsExactly("failed");
    assertThat(received().stream().map(one -> one.getHeader("webhook-id")).distinct()).hasSize(1);
  }

  @Test
  void number_refused_isNotTriedAgain() {
    gateway.stubFor(post("/sms").willReturn(aResponse().withStatus(422)));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    sendAt(NOW);
    assertThat(states()).containsExactly("failed");
    assertThat(sendAt(NOW.plus(Duration.ofHours(2)))).isZero();
  }

  @Test
  void nodeThatDiesBeforeItMarks_leavesItToAnother_underTheSameId() throws Exception {
    gateway.stubFor(post("/sms").willReturn(ok()));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    // Claimed, named and sent, and then the node is gone.
    List<DeliveryStore.Delivery> claimed =
        store.claim(PushChannel.SMS, NOW, 10, Duration.ofSeconds(30));
    UUID as = claimed.get(0).id();
    store.sending(claimed, as, NOW);
    new SmsCarrier(gatewayAt(NOW), new PushTexts(links)).carry(as, claimed);
    assertThat(sendAt(NOW.plusSeconds(31))).isEqualTo(1);
    assertThat(received()).hasSize(2);
    assertThat(received().stream().map(one -> one.getHeader("webhook-id")).distinct()).hasSize(1);
    assertThat(states()).containsExactly("sent");
  }

  @Test
  void claim_thatRanOut_isSentByTheNextAlone() {
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    Duration wait = Duration.ofSeconds(30);
    List<DeliveryStore.Delivery> first = store.claim(PushChannel.SMS, NOW, 10, wait);
    Instant later = NOW.plusSeconds(31);
    List<DeliveryStore.Delivery> second = store.claim(PushChannel.SMS, later, 10, wait);
    assertThat(store.sending(first, first.get(0).id(), later.plus(wait))).isEmpty();
    assertThat(store.sending(second, first.get(0).id(), later.plus(wait))).hasSize(1);
    assertThat(store.claim(PushChannel.SMS, later.plusSeconds(29), 10, wait)).isEmpty();
  }

  @Test
  void rate_isTheGateways_overAllNodes() {
    gateway.stubFor(post("/sms").willReturn(ok()));
    String[] codes =
        java.util.stream.IntStream.range(10, 30)
            .mapToObj(i -> TestItems.code("91350100MA3", i))
            .toArray(String[]::new);
    for (String code : codes) {
      TestItems.contact(code, null, "13900000000");
    }
    queued("用工补贴", Set.of(PushChannel.SMS), codes);
    int first = senderAt(NOW, 7).sendDue(PushChannel.SMS);
    int second = senderAt(NOW, 7).sendDue(PushChannel.SMS);
    assertThat(first + second).isEqualTo(7);
    assertThat(senderAt(NOW.plusSeconds(1), 7).sendDue(PushChannel.SMS)).isEqualTo(7);
    assertThat(received()).hasSize(14);
  }

  @Test
  void quietHours_keepMailsAndTexts_butNotPrograms() {
    gateway.stubFor(post("/sms").willReturn(ok()));
    gateway.stubFor(post("/hook").willReturn(ok()));
    Instant night = Instant.parse("2026-03-02T13:00:00Z");
    queued("用工补贴", Set.of(PushChannel.SMS, PushChannel.MAIL, PushChannel.WEBHOOK), night, A);
    PushSender sender = senderAt(night, 100);
    assertThat(sender.sendDue(PushChannel.SMS)).isZero();
    assertThat(sender.sendDue(PushChannel.MAIL)).isZero();
    assertThat(sender.sendDue(PushChannel.WEBHOOK)).isEqualTo(1);
    assertThat(senderAt(night.plus(Duration.ofHours(12)), 100).sendDue(PushChannel.MAIL))
        .isEqualTo(1);
  }

  @Test
  void digest_bringsAllThatIsDueInOneMail_withAWayOut() {
    jdbc.update(
        "insert into assistant.push_choice (credit_code, digest, changed_at) values (?, ?, ?)",
        A,
        "daily",
        NOW);
    queued("补贴一", Set.of(PushChannel.MAIL), A, B);
    queued("补贴二", Set.of(PushChannel.MAIL), A);
    assertThat(senderAt(NOW, 100).sendDue(PushChannel.MAIL)).as("B alone").isEqualTo(1);
    Instant tomorrow = Instant.parse("2026-03-03T01:00:00Z");
    assertThat(senderAt(tomorrow, 100).sendDue(PushChannel.MAIL)).isEqualTo(2);
    assertThat(mailbox.getMailsSentTo("a@example.com")).hasSize(1);
    var mail = mailbox.getMailsSentTo("a@example.com").get(0);
    assertThat(mail.getText()).contains("补贴一").contains("补贴二").doesNotContain(A);
    assertThat(mail.getHeaders().get("List-Unsubscribe").get(0)).contains("/unsubscription>");
    assertThat(mailbox.getMailsSentTo("b@example.com").get(0).getText())
        .contains("/subscribe#push=");
  }

  @Test
  void webhook_ofAPush_getsEachWithItsSequence() throws Exception {
    gateway.stubFor(post("/hook").willReturn(ok()));
    queued("用工补贴", Set.of(PushChannel.WEBHOOK), A, B);
    assertThat(senderAt(NOW, 100).sendDue(PushChannel.WEBHOOK)).isEqualTo(2);
    List<Integer> sequences = new ArrayList<>();
    for (LoggedRequest one : gateway.findAll(postRequestedFor(urlEqualTo("/hook")))) {
      JsonNode body = json.readTree(one.getBodyAsString());
      sequences.add(body.path("sequence").asInt());
      assertThat(body.path("type").asText()).isEqualTo("push.item");
      assertThat(body.path("data").path("creditCode").asText()).isIn(A, B);
    }
    assertThat(sequences).containsExactlyInAnyOrder(1, 2);
  }
}
