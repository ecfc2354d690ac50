package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.SignedPost;
import cn.zhitong.assistant.notice.SmsConfig;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Delivery receipts of the gateway for text messages. */
@Path("/api/push-receipts")
@Tag(name = "政策推送")
@PermitAll
class ReceiptResource {
  /** What Standard Webhooks recommends: clocks differ by less. */
  private static final String DELIVERED = "delivered";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final DeliveryStore store;
  private final SmsConfig sms;
  private final Clock clock;

  ReceiptResource(DeliveryStore store, SmsConfig sms, Clock clock) {
    this.store = store;
    this.sms = sms;
    this.clock = clock;
  }

  /** One message's outcome. */
  record Receipt(UUID id, String status, String reason) {}

  record Receipts(List<Receipt> receipts) {}

  /** How many of them told anything new: one that came before, or is late, does not. */
  record Accepted(int received, int changed) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "短信网关的送达回执",
      description =
          "正文 {receipts:[{id, status: delivered|failed, reason}]}，id 为发送时的 id；"
              + "按 Standard Webhooks 用 zhitong.push.sms.secret 签名。重复和迟到的回执不改变结果。")
  @APIResponse(responseCode = "401", description = "签名不对或已过时")
  public Accepted receive(
      @HeaderParam("webhook-id") String id,
      @HeaderParam("webhook-timestamp") String timestamp,
      @HeaderParam("webhook-signature") String signature,
      String body) {
    requireSigned(id, timestamp, signature, body);
    int changed = 0;
    List<Receipt> receipts = read(body);
    // All of them first: of a body that is refused nothing is taken.
    receipts.forEach(ReceiptResource::requireWhole);
    for (Receipt one : receipts) {
      boolean delivered = DELIVERED.equals(one.status());
      boolean news = store.receipt(one.id(), delivered, failure(one.reason()), clock.instant());
      changed += news ? 1 : 0;
    }
    return new Accepted(receipts.size(), changed);
  }

  private static void requireWhole(Receipt one) {
    boolean known =
        one != null && (DELIVERED.equals(one.status()) || "failed".equals(one.status()));
    if (!known || one.id() == null) {
      throw new Problem.InvalidRequest("receipts：每条须有 id，status 为 delivered 或 failed。");
    }
  }

  private static String failure(String reason) {
    return reason == null || reason.isBlank() ? "未送达" : "未送达：" + reason;
  }

  private void requireSigned(String id, String timestamp, String signature, String body) {
    String secret = sms.secret().orElse(null);
    if (secret == null || id == null || signature == null || body == null || !isNow(timestamp)) {
      throw new Problem.Unauthorized("回执须签名，且时间与本机相差不超过 5 分钟。");
    }
    byte[] wanted =
        SignedPost.signature(secret, id, Long.parseLong(timestamp), body)
            .getBytes(StandardCharsets.UTF_8);
    for (String one : signature.split(" ")) {
      if (MessageDigest.isEqual(wanted, one.getBytes(StandardCharsets.UTF_8))) {
        return;
      }
    }
    throw new Problem.Unauthorized("回执的签名不对。");
  }

  private boolean isNow(String timestamp) {
    return timestamp != null
        && timestamp.matches("\\d{1,11}")
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp))
            <= TOLERANCE.toSeconds();
  }

  private static List<Receipt> read(String body) {
    try {
      Receipts receipts = StandardJson.MAPPER.readValue(body, Receipts.class);
      return receipts.receipts() == null ? List.of() : receipts.receipts();
    } catch (JsonProcessingException e) {
      throw new Problem.InvalidRequest(
          "正文应为 {\"receipts\":[{\"id\":…,\"status\":\"delivered\"}]}。");
    }
  }
}
