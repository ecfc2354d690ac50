package cn.zhitong.assistant.push;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkOptionsProfile;
import cn.zhitong.assistant.notice.SignedPost;
import cn.zhitong.assistant.notice.TestNotices;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receipts are believed by their signature alone. */
@QuarkusTest
@TestProfile(CaseworkOptionsProfile.class)
@WithTestResource(TestDatabase.class)
class ReceiptHttpTest {
  private static final String BODY =
      "{\"receipts\":[{\"id\":\"00000000-0000-7000-8000-000000000000\",\"status\":\"delivered\"}]}";

  @Inject Clock clock;
  @Inject Jdbc jdbc;

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
  void body_withOneBadReceipt_isRefusedWhole() {
    UUID delivery = Ids.next();
    jdbc.update(
        """
        insert into assistant.push_delivery
          (id, message_id, push_id, credit_code, channel, seq, state, next_at, sent_as)
        values (?, ?, ?, 'X', 'sms', 1, 'sent', now(), ?)
        """,
        delivery,
        Ids.next(),
        Ids.next(),
        delivery);
    String good = "{\"id\":\"" + delivery + "\",\"status\":\"delivered\"}";
    for (String bad : List.of("{\"status\":\"delivered\"}", "null")) {
      signed(
              TestNotices.SECRET,
              clock.instant().getEpochSecond(),
              "{\"receipts\":[" + good + "," + bad + "]}")
          .post("/api/push-receipts")
          .then()
          .statusCode(400);
    }
    assertThat(
            jdbc.first(
                "select state from assistant.push_delivery where id = ?",
                row -> row.getString(1),
                delivery))
        .contains("sent");
  }

  @Test
  void receipt_signedOtherwise_orOld_isRefused() {
    long now = clock.instant().getEpochSecond();
    signed("another", now, BODY).post("/api/push-receipts").then().statusCode(401);
    signed(TestNotices.SECRET, now - 600, BODY).post("/api/push-receipts").then().statusCode(401);
    visitor().body(BODY).post("/api/push-receipts").then().statusCode(401);
  }
}
