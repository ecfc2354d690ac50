package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.NoticeConfig;
import cn.zhitong.assistant.notice.SignedPost;
import cn.zhitong.assistant.notice.SmsGateway;
import cn.zhitong.common.json.StandardJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Messages to the address that takes notices, for platforms that tell enterprises themselves. */
@ApplicationScoped
class WebhookCarrier implements PushCarrier {
  private final SignedPost post;
  private final NoticeConfig config;
  private final PushTexts texts;

  WebhookCarrier(SignedPost post, NoticeConfig config, PushTexts texts) {
    this.post = post;
    this.config = config;
    this.texts = texts;
  }

  @Override
  public SmsGateway.SmsReply carry(UUID as, List<DeliveryStore.Delivery> group)
      throws InterruptedException {
    DeliveryStore.Delivery one = group.get(0);
    NoticeConfig.Webhook webhook = config.webhook();
    try {
      post.deliver(
          webhook.url().orElseThrow(),
          webhook.secret().orElseThrow(),
          as,
          StandardJson.write(body(as, one)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SmsGateway.Taken();
  }

  private Map<String, Object> body(UUID as, DeliveryStore.Delivery one) {
    PushTexts.Said said = PushTexts.Said.of(one);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("pushId", one.pushId().toString());
    data.put("creditCode", one.creditCode());
    data.put("itemId", one.itemId().toString());
    data.put("title", one.content().title());
    data.put("kind", one.content().kind());
    data.put("outcome", one.met() ? "met" : "unknown");
    data.put("field", one.field());
    data.put("url", texts.itemUrl(said));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", as.toString());
    body.put("type", "push.item");
    body.put("sequence", one.seq());
    body.put("timestamp", one.queuedAt().toString());
    body.put("subject", one.content().title());
    body.put("data", data);
    return body;
  }
}
