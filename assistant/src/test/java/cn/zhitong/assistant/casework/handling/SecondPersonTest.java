package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkOptionsProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** Where the owner asks for it, no reply leaves without a second person. */
@QuarkusTest
@TestProfile(CaseworkOptionsProfile.class)
@WithTestResource(TestDatabase.class)
class SecondPersonTest {
  private static final String TEXT = "您好，补贴按规定于每年三月受理。";

  private static Cases inProgress() {
    return Cases.filed("请问补贴何时受理").does("accept_suggestion").does("dispatch").does("start");
  }

  @Test
  void reply_withoutReview_isNeverSent() {
    Cases filed = inProgress();
    filed
        .act(as(Role.AGENT), "reply", "text", TEXT)
        .then()
        .statusCode(409)
        .body("detail", containsString("送审"));
    filed.act(as(Role.AGENT), "submit_reply", "text", TEXT).then().statusCode(200);
    filed
        .act(as(Role.AGENT), "reply", "text", TEXT)
        .then()
        .statusCode(403)
        .body("detail", containsString("另一人"));
    filed
        .act(as(Role.SUPERVISOR), "reply", "text", TEXT)
        .then()
        .statusCode(200)
        .body("state", equalTo("answered"))
        .body("reply", equalTo(TEXT));
  }

  @Test
  void reply_submittedByAnother_isNotSentByWhoDraftedIt() {
    Cases filed = inProgress();
    as(Role.SUPERVISOR)
        .body("{}")
        .post("/api/cases/" + filed.id() + "/draft")
        .then()
        .statusCode(200);
    token().get("/api/cases/" + filed.id()).then().body("events.type", hasItem("drafted"));
    filed.act(as(Role.AGENT), "submit_reply", "text", TEXT).then().statusCode(200);
    filed
        .act(as(Role.SUPERVISOR), "reply", "text", TEXT)
        .then()
        .statusCode(403)
        .body("detail", containsString("拟稿人"));
    filed.act(as(Role.ADMINISTRATOR), "reply", "text", TEXT).then().statusCode(200);
  }
}
