package cn.zhitong.assistant.push;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.assistant.notice.HttpSmsGateway;
import cn.zhitong.assistant.notice.NoticeConfig;
import cn.zhitong.assistant.notice.SignedPost;
import cn.zhitong.assistant.notice.SmsConfig;
import cn.zhitong.assistant.notice.SmsGateway;
import cn.zhitong.assistant.notice.TestNotices;
import cn.zhitong.assistant.notice.TestSmsConfig;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An outbox with two enterprises and a gateway that takes what is sent. */
abstract class PushOutboxTest {
  /** A Monday, ten in the morning in Shanghai. */
  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  static final String A = TestItems.code("91350100MA3", 1);
  static final String B = TestItems.code("91350100MA3", 2);

  @Inject Jdbc jdbc;
  @Inject Mailer mailer;
  @Inject MockMailbox mailbox;
  @Inject LinkTokens links;
  @Inject DeliveryStore store;
  final ObjectMapper json = StandardJson.MAPPER;
  WireMockServer gateway;
  private final List<PushSender> senders = new ArrayList<>();

  @BeforeEach
  void aGateway() {
    PushTables.empty(jdbc);
    mailbox.clear();
    gateway = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    gateway.start();
    TestItems.enterprise(A, "甲公司", 50);
    TestItems.enterprise(B, "乙公司", 50);
    TestItems.contact(A, "a@example.com", "13800000001");
    TestItems.contact(B, "b@example.com", "13800000002");
  }

  @AfterEach
  void stop() {
    gateway.stop();
    senders.forEach(PushSender::stop);
  }

  /** Queues a push about one item, as {@link Pushes} does. */
  UUID queued(String title, Set<PushChannel> ways, String... codes) {
    return queued(title, ways, NOW, codes);
  }

  UUID queued(String title, Set<PushChannel> ways, Instant at, String... codes) {
    PushContent content = new PushContent(title, "最高10万元", "市经信局", "奖补", "普通", "全年", null);
    Push push =
        new Push(
            Ids.next(),
            Ids.next(),
            1,
            PushFilter.NONE,
            PushState.QUEUED,
            content,
            0,
            List.of(),
            List.of(),
            new Push.Actor("publisher", "发布员"),
            at,
            null,
            null,
            null);
    List<ItemAudience.Member> members =
        Stream.of(codes)
            .map(
                code ->
                    new ItemAudience.Member(
                        code, "公司", MatchOutcome.MET, null, false, "350100", "C34", "小型"))
            .toList();
    SendTimes times = new SendTimes(new TestPushConfig(100));
    jdbc.transaction(
        session -> {
          PushStore.insert(session, push);
          PushQueueStore.add(session, push.id(), members);
          PushQueueStore.markSkipped(session, push.id(), at.minus(Duration.ofDays(7)), 10);
          PushQueueStore.queue(session, push.id(), times.due(at), ways);
          PushQueueStore.forget(session, push.id());
          return null;
        });
    return push.id();
  }

  SmsGateway gatewayAt(Instant now) {
    return new HttpSmsGateway(sms(100), new SignedPost(Clock.fixed(now, ZoneOffset.UTC)));
  }

  private SmsConfig sms(int perSecond) {
    return new TestSmsConfig(gateway.baseUrl() + "/sms", perSecond);
  }

  PushSender senderAt(Instant now, int perSecond) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    PushConfig config = new TestPushConfig(perSecond);
    NoticeConfig notices = TestNotices.config(gateway.baseUrl() + "/hook", "on@example.com");
    SignedPost post = new SignedPost(clock);
    PushTexts texts = new PushTexts(links);
    PushSender sender =
        new PushSender(
            store,
            config,
            new PushWays(config, notices, sms(perSecond)),
            new SendTimes(config),
            new MailCarrier(mailer, texts),
            new SmsCarrier(gatewayAt(now), texts),
            new WebhookCarrier(post, notices, texts),
            clock);
    senders.add(sender);
    return sender;
  }

  int sendAt(Instant now) {
    return senderAt(now, 100).sendDue(PushChannel.SMS);
  }

  List<LoggedRequest> received() {
    return gateway.findAll(postRequestedFor(urlEqualTo("/sms")));
  }

  UUID sentAs() {
    return jdbc.first(
            "select sent_as from assistant.push_delivery", row -> row.getObject(1, UUID.class))
        .orElseThrow();
  }

  List<String> states() {
    return jdbc.query(
        "select state from assistant.push_delivery order by credit_code, channel",
        row -> row.getString(1));
  }
}
