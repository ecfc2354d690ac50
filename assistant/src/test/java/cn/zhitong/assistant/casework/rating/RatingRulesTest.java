package cn.zhitong.assistant.casework.rating;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who is asked rates, once for each answer; who is rated does not. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class RatingRulesTest {
  private static final String SUPPORT = "市配合局";

  @Inject RatingLinks links;
  @Inject Clock clock;

  @Test
  void rateTwice_byTheSameLink_isRefusedAndChangesNothing() {
    Cases filed = answered("摊位费");
    rate(filed, 1).then().statusCode(200).body("open", equalTo(false));
    rate(filed, 5).then().statusCode(409).body("detail", containsString("复核"));
    byCode(filed, 5).then().statusCode(409);
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("state", equalTo("awaiting_follow_up"))
        .body("score", equalTo(1))
        .body("review", equalTo("open"))
        .body("possible.type", not(hasItem("rate")));
    filed.does("review", "finding", "justified", "text", "已核实");
    rate(filed, 5).then().statusCode(409).body("detail", containsString("已经评价过"));
    filed.does("close");
  }

  @Test
  void rateAtOnce_fivePosts_oneIsTaken() throws Exception {
    Cases filed = answered("同时评价");
    ExecutorService people = Executors.newFixedThreadPool(5);
    List<Future<Integer>> sent = new ArrayList<>();
    for (int score : new int[] {1, 5, 3, 2, 4}) {
      sent.add(people.submit(() -> rate(filed, score).statusCode()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> one : sent) {
      statuses.add(one.get());
    }
    people.shutdown();
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(4);
    List<String> types = token().get("/api/cases/" + filed.id()).path("events.type");
    assertThat(Collections.frequency(types, "rate")).isEqualTo(1);
  }

  @Test
  void rate_byTheRatedOffices_isRefused() {
    Cases filed = answered("被评部门");
    for (String office : List.of(ScriptedTriage.INDUSTRY, SUPPORT)) {
      RequestSpecification handler = handlerOf(office);
      handler
          .body(Map.of("score", 5))
          .post("/api/ratings/" + link(filed))
          .then()
          .statusCode(403)
          .body("detail", containsString("企业"));
      filed
          .act(handlerOf(office), "rate", "score", 5, "trackingCode", filed.trackingCode())
          .then()
          .statusCode(403)
          .body("detail", containsString("被评价部门"));
    }
    token().get("/api/cases/" + filed.id()).then().body("score", nullValue());
  }

  @Test
  void rate_byTelephone_isMarkedAndNotTakenFromWhoWroteTheAnswer() {
    Cases filed = Cases.filed("电话回访").does("accept_suggestion");
    RequestSpecification author = as(Role.AGENT);
    filed.act(author, "reply", "text", "现答复如下。").then().statusCode(200);
    filed.act(as(Role.AGENT), "rate", "score", 5).then().statusCode(403);
    filed
        .act(as(Role.SUPERVISOR), "rate", "score", 4, "comment", "电话里说满意")
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"))
        .body("events[-1].body.by", equalTo("telephone"));
    Cases other = answered("链接评价");
    rate(other, 5).then().statusCode(200);
    token()
        .get("/api/cases/" + other.id())
        .then()
        .body("events[-1].actor", equalTo("enterprise"))
        .body("events[-1].body.by", equalTo("link"));
  }

  @Test
  void score_afterRedo_isEmptyUntilTheNewAnswerIsRated() {
    Cases filed = answered("重办件");
    rate(filed, 5).then().statusCode(200);
    filed.does("reopen", "reason", "企业来电称未解决").does("start");
    rate(filed, 4).then().statusCode(409);
    filed.does("reply", "text", "已再次核实办结。");
    token().get("/api/cases/" + filed.id()).then().body("score", nullValue());
    visitor()
        .get("/api/ratings/" + link(filed))
        .then()
        .body("score", nullValue())
        .body("open", equalTo(true));
    rate(filed, 3).then().statusCode(200).body("score", equalTo(3));
  }

  @Test
  void ratingLink_askedForByStaff_isNotThere() {
    Cases filed = answered("链接不给工作人员");
    token().get("/api/cases/" + filed.id() + "/rating-link").then().statusCode(404);
  }

  private Cases answered(String text) {
    return Cases.filed(text)
        .does("change", "department", ScriptedTriage.INDUSTRY, "supporting", List.of(SUPPORT))
        .does("dispatch")
        .does("start")
        .does("reply", "text", "现答复如下。");
  }

  private Response rate(Cases filed, int score) {
    return visitor().body(Map.of("score", score)).post("/api/ratings/" + link(filed));
  }

  private Response byCode(Cases filed, int score) {
    return visitor()
        .body(Map.of("type", "rate", "score", score, "trackingCode", filed.trackingCode()))
        .post("/api/cases/" + filed.id() + "/events");
  }

  private String link(Cases filed) {
    String url = links.url(UUID.fromString(filed.id()), clock.instant());
    return url.substring(url.indexOf("rate=") + 5);
  }
}
