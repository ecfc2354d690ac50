package cn.zhitong.assistant.notice;

import cn.zhitong.assistant.security.Hmac;
import cn.zhitong.common.http.PlainHttp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/**
 * Sends a notice as Standard Webhooks has it: {@code webhook-id} is the same with every try, {@code
 * webhook-signature} is {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
@ApplicationScoped
class Webhook {
  /** Shorter than the first wait before another try, so that two tries never overlap. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final NoticeConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  Webhook(NoticeConfig config, ObjectMapper json, Clock clock) {
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @throws IOException with what went wrong, unless the receiver said 2xx
   */
  void send(NoticeStore.Delivery delivery) throws IOException, InterruptedException {
    URI url = config.webhook().url().orElseThrow(() -> new IOException("没有配置回调地址"));
    String secret =
        config
            .webhook()
            .secret()
            .orElseThrow(() -> new IOException("没有配置 zhitong.notices.webhook.secret，不发送未签名的提醒"));
    post(url, secret, delivery.id(), body(delivery));
  }

  /**
   * A text message by the gateway.
   *
   * @throws IOException with what went wrong, unless the gateway said 2xx
   */
  void sendMessage(NoticeStore.Delivery delivery, String phone)
      throws IOException, InterruptedException {
    URI url = config.sms().url().orElseThrow(() -> new IOException("没有配置短信网关地址"));
    String secret =
        config
            .sms()
            .secret()
            .orElseThrow(() -> new IOException("没有配置 zhitong.notices.sms.secret，不发送未签名的短信"));
    ObjectNode body = json.createObjectNode();
    body.put("id", delivery.id().toString());
    body.put("phone", phone);
    body.put("text", delivery.text() == null ? delivery.subject() : delivery.text());
    post(url, secret, delivery.id(), json.writeValueAsString(body));
  }

  private void post(URI url, String secret, UUID id, String body)
      throws IOException, InterruptedException {
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("webhook-id", id.toString())
            .header("webhook-timestamp", Long.toString(timestamp))
            .header("webhook-signature", signature(secret, id, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status =
        PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("接收方返回 " + status);
    }
  }

  private String body(NoticeStore.Delivery delivery) throws JsonProcessingException {
    ObjectNode body = json.createObjectNode();
    body.put("id", delivery.id().toString());
    body.put("type", delivery.kind());
    // The receiver tells by it what came before what within a case.
    body.put("sequence", delivery.seq());
    body.put("timestamp", delivery.createdAt().toString());
    body.put("subject", delivery.subject());
    body.set("data", json.readTree(delivery.data()));
    return json.writeValueAsString(body);
  }

  static String signature(String secret, UUID id, long timestamp, String body) {
    byte[] digest =
        Hmac.sha256(
            secret.getBytes(StandardCharsets.UTF_8),
            (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(digest);
  }
}
