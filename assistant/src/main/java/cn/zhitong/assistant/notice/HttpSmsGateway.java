package cn.zhitong.assistant.notice;

import cn.zhitong.common.json.StandardJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A gateway that takes signed JSON. 2xx: taken; 429: later, by {@code Retry-After}; 400, 404, 410,
 * 422: never; everything else, and silence: nobody knows.
 */
@ApplicationScoped
public class HttpSmsGateway implements SmsGateway {
  private static final int TOO_MANY = 429;
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);
  private static final long LONGEST_WAIT_SECONDS = 3_600;

  private final SmsConfig config;
  private final SignedPost post;

  public HttpSmsGateway(SmsConfig config, SignedPost post) {
    this.config = config;
    this.post = post;
  }

  @Override
  public SmsReply send(SmsMessage message) throws InterruptedException {
    URI url = config.url().orElseThrow();
    String secret = config.secret().orElseThrow();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", message.id().toString());
    body.put("phone", message.phone());
    body.put("template", config.templates().getOrDefault(message.template(), message.template()));
    body.put("params", message.params());
    body.put("text", message.text());
    try {
      return reply(
          post.send(url, secret, message.id(), StandardJson.write(body), config.timeout()));
    } catch (IOException e) {
      return new Unclear("短信网关没有应答：" + e.getMessage());
    }
  }

  private static SmsReply reply(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Taken();
    }
    return switch (status) {
      case TOO_MANY -> new Throttled(wait(response));
      case 400, 404, 410, 422 -> new Refused("短信网关拒绝，返回 " + status);
      default -> new Unclear("短信网关返回 " + status);
    };
  }

  private static Duration wait(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Long::parseLong)
        .map(seconds -> Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Math.max(1, seconds))))
        .orElse(DEFAULT_WAIT);
  }
}
