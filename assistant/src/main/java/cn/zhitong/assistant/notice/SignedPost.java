package cn.zhitong.assistant.notice;

import cn.zhitong.assistant.security.Hmac;
import cn.zhitong.common.http.PlainHttp;
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
 * Posts JSON as Standard Webhooks has it: {@code webhook-id} is the same with every try, {@code
 * webhook-signature} is {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
@ApplicationScoped
public class SignedPost {
  /** Shorter than the first wait before another try, so that two tries never overlap. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Clock clock;

  public SignedPost(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sends once, and gives what the receiver said, whatever its status.
   *
   * @throws IOException where nobody answered in time
   */
  public HttpResponse<String> send(URI url, String secret, UUID id, String body, Duration timeout)
      throws IOException, InterruptedException {
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("webhook-id", id.toString())
            .header("webhook-timestamp", Long.toString(timestamp))
            .header("webhook-signature", signature(secret, id.toString(), timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * The same for receivers that have nothing to say.
   *
   * @throws IOException unless the receiver said 2xx
   */
  public void deliver(URI url, String secret, UUID id, String body)
      throws IOException, InterruptedException {
    int status = send(url, secret, id, body, TIMEOUT).statusCode();
    if (status / 100 != 2) {
      throw new IOException("接收方返回 " + status);
    }
  }

  /** What the header {@code webhook-signature} has to say. */
  public static String signature(String secret, String id, long timestamp, String body) {
    byte[] digest =
        Hmac.sha256(
            secret.getBytes(StandardCharsets.UTF_8),
            (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(digest);
  }
}
