package cn.zhitong.assistant.push;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.notice.SignedPost;
import cn.zhitong.assistant.notice.TestNotices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Receipts are believed by their signature alone. */
@QuarkusTest
@TestProfile(SmsProfile.class)
@WithTestResource(TestDatabase.class)
class ReceiptHttpTest {
  private static final String BODY =
      "{\"receipts\":[{\"id\":\"00000000-0000-7000-8000-000000000000\",\"status\":\"delivered\"}]}";

  @Inject Clock clock;

  private RequestSpecification signed(String secret, long timestamp, String body) {
    return visitor()
        .header("webhook-id", "r1")
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", SignedPost.signature(secret, "r1", timestamp, body))
        .body(body);
  }

  @Test
  void receipt_withTheGatewaysSignature_isTaken() {
    long now = clock.instant().getEpochSecond();
    signed(TestNotices.SECRET, now, BODY)
        .post("/api/push-receipts")
        .then()
        .statusCode(200)
        .body("received", equalTo(1))
        .body("changed", equalTo(0));
    signed(TestNotices.SECRET, now, "{\"receipts\":[{\"status\":\"?\"}]}")
        .post("/api/push-receipts")
        .then()
        .statusCode(400);
    signed(TestNotices.SECRET, now, "[").post("/api/push-receipts").then().statusCode(400);
  }

  @Test
  void receipt_signedOtherwise_orOld_isRefused() {
    long now = clock.instant().getEpochSecond();
    signed("another", now, BODY).post("/api/push-receipts").then().statusCode(401);
    signed(TestNotices.SECRET, now - 600, BODY).post("/api/push-receipts").then().statusCode(401);
    visitor().body(BODY).post("/api/push-receipts").then().statusCode(401);
  }
}
