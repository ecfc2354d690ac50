package cn.zhitong.assistant.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;

/** Notices to the address that takes them as signed JSON. */
@ApplicationScoped
class Webhook {
  private final NoticeConfig config;
  private final ObjectMapper json;
  private final SignedPost post;

  Webhook(NoticeConfig config, ObjectMapper json, SignedPost post) {
    this.config = config;
    this.json = json;
    this.post = post;
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
    post.deliver(url, secret, delivery.id(), body(delivery));
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
}
