package cn.zhitong.assistant.push;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asked for, confirmed by mail, told once, ended by a link. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class SubscriptionHttpTest {
  private static final String ADDRESS = "reader@example.com";

  @Inject Jdbc jdbc;
  @Inject MockMailbox mailbox;
  @Inject Subscriptions subscriptions;

  @BeforeEach
  void empty() {
    PushTables.empty(jdbc);
    mailbox.clear();
  }

  private static void ask(Map<String, Object> search) {
    visitor()
        .body(Map.of("email", ADDRESS, "search", search, "every", "daily"))
        .post("/api/subscriptions")
        .then()
        .statusCode(202)
        .body("message", containsString(ADDRESS));
  }

  private String tokenOfMail(String mark) {
    List<io.quarkus.mailer.Mail> mails = mailbox.getMailsSentTo(ADDRESS);
    String text = mails.get(mails.size() - 1).getText();
    int at = text.indexOf(mark);
    assertThat(at).as(text).isPositive();
    return text.substring(at + mark.length()).split("\\s")[0];
  }

  private void due() {
    jdbc.update("update assistant.subscription set next_at = now() - interval '1 second'");
    subscriptions.tellDue();
  }

  @Test
  void subscription_untilConfirmed_isToldNothing_thenOnceOfEachItem() {
    ask(Map.of("words", "数字化改造"));
    TestItems.published("旧的数字化改造补助", 100, Map.of());
    due();
    assertThat(mailbox.getMailsSentTo(ADDRESS)).as("the question alone").hasSize(1);
    String confirm = tokenOfMail("#confirm=");
    visitor()
        .post("/api/subscriptions/" + confirm + "/confirmation")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true))
        .body("described", containsString("数字化改造"));
    TestItems.published("数字化改造补助", 100, Map.of());
    TestItems.published("人才公寓", 100, Map.of());
    due();
    due();
    assertThat(mailbox.getMailsSentTo(ADDRESS)).hasSize(2);
    var mail = mailbox.getMailsSentTo(ADDRESS).get(1);
    assertThat(mail.getText())
        .contains("数字化改造补助")
        .doesNotContain("人才公寓")
        .doesNotContain("旧的数字化改造补助");
    assertThat(mail.getHeaders()).containsKey("List-Unsubscribe-Post");
    String end = tokenOfMail("#end=");
    visitor()
        .get("/api/subscriptions/" + end)
        .then()
        .statusCode(200)
        .body("every", equalTo("daily"));
    visitor()
        .contentType("application/x-www-form-urlencoded")
        .formParam("List-Unsubscribe", "One-Click")
        .post("/api/subscriptions/" + end + "/unsubscription")
        .then()
        .statusCode(204);
    assertThat(jdbc.query("select 1 from assistant.subscription", row -> 1))
        .as("the address is gone")
        .isEmpty();
    visitor().get("/api/subscriptions/" + end).then().statusCode(404);
  }

  @Test
  void token_ofAnotherKind_doesNotHold() {
    ask(Map.of());
    String confirm = tokenOfMail("#confirm=");
    visitor().post("/api/subscriptions/" + confirm + "/unsubscription").then().statusCode(404);
  }

  @Test
  void address_thatDoesNotConfirm_isNotFilledByOthers() {
    for (int i = 0; i < 5; i++) {
      ask(Map.of());
    }
    assertThat(mailbox.getMailsSentTo(ADDRESS)).hasSize(3);
    jdbc.update("update assistant.subscription set asked_at = now() - interval '8 days'");
    String late = tokenOfMail("#confirm=");
    visitor().post("/api/subscriptions/" + late + "/confirmation").then().statusCode(404);
    subscriptions.forgetUnconfirmed();
    assertThat(jdbc.query("select 1 from assistant.subscription", row -> 1)).isEmpty();
  }

  @Test
  void address_thatIsBad_isRefusedInWords() {
    visitor()
        .body(Map.of("email", "nobody"))
        .post("/api/subscriptions")
        .then()
        .statusCode(400)
        .body("detail", containsString("邮箱"));
  }
}
