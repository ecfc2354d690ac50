package cn.zhitong.assistant.notice;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkOptionsProfile;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enterprises are told of their cases by the ways that they chose when they filed. */
@QuarkusTest
@TestProfile(CaseworkOptionsProfile.class)
@WithTestResource(TestDatabase.class)
class NotifyByTest {
  private static final String PHONE = "13900001111";
  private static final String MAIL = "owner@example.com";

  @Inject Jdbc jdbc;
  @Inject NoticeStore store;
  @Inject Mailer mailer;
  @Inject MockMailbox mailbox;
  private final ObjectMapper json = StandardJson.MAPPER;
  private WireMockServer receiver;

  @BeforeEach
  void aReceiver() {
    jdbc.update("delete from assistant.case_notice");
    mailbox.clear();
    receiver = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    receiver.start();
    receiver.stubFor(post("/sms").willReturn(ok()));
    receiver.stubFor(post("/hook").willReturn(ok()));
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  @Test
  void enterprise_thatChoseSms_isToldBySmsAlone() throws Exception {
    Cases filed = filed(List.of("sms"));
    accepted(filed);
    send(Duration.ZERO);
    assertThat(messages()).hasSize(1);
    JsonNode message = messages().get(0);
    assertThat(message.path("phone").asText()).isEqualTo(PHONE);
    assertThat(message.path("template").asText()).isEqualTo("SMS_2001");
    assertThat(message.path("text").asText()).contains("已受理").doesNotContain("漏水");
    assertThat(mailbox.getMailsSentTo(MAIL)).isEmpty();
    assertThat(webhookChoices()).containsExactly(List.of("sms"));
  }

  @Test
  void enterprise_thatChoseMail_isToldByMailAlone() throws Exception {
    accepted(filed(List.of("mail")));
    send(Duration.ZERO);
    assertThat(messages()).isEmpty();
    assertThat(mailbox.getMailsSentTo(MAIL)).hasSize(1);
    assertThat(mailbox.getMailsSentTo(MAIL).get(0).getText()).contains("已受理").doesNotContain("漏水");
  }

  @Test
  void enterprise_thatChoseNothing_isToldByWhateverItLeft() throws Exception {
    accepted(filed(null));
    send(Duration.ZERO);
    assertThat(messages()).hasSize(1);
    assertThat(mailbox.getMailsSentTo(MAIL)).hasSize(1);
  }

  @Test
  void enterprise_thatWantsThePlatformToTell_getsNeitherSmsNorMail() throws Exception {
    accepted(filed(List.of("webhook")));
    send(Duration.ZERO);
    assertThat(messages()).isEmpty();
    assertThat(mailbox.getMailsSentTo(MAIL)).isEmpty();
    assertThat(webhookChoices()).containsExactly(List.of("webhook"));
  }

  @Test
  void acceptanceRequestAndAnswer_areTold_whatTheCaseSaysIsNot() throws Exception {
    Cases filed = filed(List.of("sms"));
    filed.does("accept");
    filed.does("request_information", "reason", "请补充水费单");
    send(Duration.ZERO);
    assertThat(messages())
        .extracting(one -> one.path("text").asText())
        .satisfiesExactly(
            text -> assertThat(text).contains("已受理"),
            text -> assertThat(text).contains("需要您补充材料").doesNotContain("水费单"));
  }

  /** The case goes on while its gateway is down, and the message comes once it is up again. */
  @Test
  void gateway_thatIsDown_holdsUpNeitherCaseNorMail() throws Exception {
    receiver.stubFor(post("/sms").willReturn(aResponse().withStatus(503)));
    Cases filed = filed(List.of("sms", "mail"));
    accepted(filed);
    send(Duration.ZERO);
    assertThat(mailbox.getMailsSentTo(MAIL)).hasSize(1);
    assertThat(store.pending(10))
        .extracting(NoticeStore.Waiting::channel)
        .containsExactly("enterprise_sms");
    receiver.stubFor(post("/sms").willReturn(ok()));
    send(Duration.ofSeconds(31));
    assertThat(store.pending(10)).isEmpty();
    assertThat(messages().stream().map(one -> one.path("id").asText()).distinct()).hasSize(1);
  }

  @Test
  void number_thatTheGatewayRefuses_isNotTriedForEver() {
    receiver.stubFor(post("/sms").willReturn(aResponse().withStatus(422)));
    accepted(filed(List.of("sms")));
    send(Duration.ZERO);
    assertThat(store.pending(10)).isEmpty();
  }

  @Test
  void wayOfNotice_withoutItsAddress_isRefusedWhenFiling() {
    Map<String, Object> body = new HashMap<>(Map.of("text", "车间屋顶漏水", "notifyBy", List.of("sms")));
    refused(body, "联系电话");
    body.put("notifyBy", List.of("mail"));
    refused(body, "电子邮箱");
    body.put("notifyBy", List.of("fax"));
    refused(body, "notifyBy");
    body.put("notifyBy", List.of("inbox"));
    visitor().body(body).post("/api/cases").then().statusCode(201);
  }

  @Test
  void form_ofNotices_offersWhatIsOn() {
    visitor()
        .get("/api/notify-ways")
        .then()
        .statusCode(200)
        .body("code", contains("sms", "mail", "webhook"));
  }

  private static void refused(Map<String, Object> body, String why) {
    visitor()
        .body(body)
        .post("/api/cases")
        .then()
        .statusCode(400)
        .body("detail", containsString(why));
  }

  private static Cases filed(List<String> notifyBy) {
    Map<String, Object> body = new HashMap<>();
    body.put("text", "车间屋顶漏水");
    body.put("contactPhone", PHONE);
    body.put("contactEmail", MAIL);
    if (notifyBy != null) {
      body.put("notifyBy", notifyBy);
    }
    return Cases.filed(body);
  }

  private static void accepted(Cases filed) {
    filed.does("accept");
  }

  private void send(Duration later) {
    Clock clock = Clock.fixed(Instant.now().plus(later), java.time.ZoneOffset.UTC);
    SignedPost post = new SignedPost(clock);
    NoticeSender sender =
        new NoticeSender(
            store,
            new Webhook(TestNotices.config(receiver.baseUrl() + "/hook", null), json, post),
            mailer,
            new HttpSmsGateway(new TestSmsConfig(receiver.baseUrl() + "/sms", 100), post),
            clock);
    List.of(NoticeStore.WEBHOOK, NoticeStore.ENTERPRISE_MAIL, NoticeStore.ENTERPRISE_SMS)
        .forEach(sender::sendDue);
  }

  private List<JsonNode> messages() throws Exception {
    return received("/sms");
  }

  private List<List<String>> webhookChoices() throws Exception {
    List<List<String>> choices = new ArrayList<>();
    for (JsonNode one : received("/hook")) {
      List<String> ways = new ArrayList<>();
      one.path("data").path("notifyBy").forEach(way -> ways.add(way.asText()));
      choices.add(ways);
    }
    return choices;
  }

  private List<JsonNode> received(String path) throws Exception {
    List<JsonNode> bodies = new ArrayList<>();
    for (var request : receiver.findAll(postRequestedFor(urlEqualTo(path)))) {
      bodies.add(json.readTree(request.getBodyAsString()));
    }
    return bodies;
  }
}
