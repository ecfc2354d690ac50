package cn.zhitong.assistant.casework.retention;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.rating.RatingLinks;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** After the answer: rating by link, review, typical problems, the whole file, erasure. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class RatingAndRetentionTest {
  private static final String SECRET = "密语一二三";

  @Inject Jdbc jdbc;
  @Inject Retention retention;
  @Inject RatingLinks links;
  @Inject Clock clock;

  @Test
  void rating_byASignedLink_isTakenOnce() {
    Cases filed = Cases.filed("请问").does("accept_suggestion");
    filed.does("reply", "text", "现答复如下。");
    String url = links.url(UUID.fromString(filed.id()), clock.instant());
    String link = url.substring(url.indexOf("rate=") + 5);
    visitor()
        .get("/api/ratings/" + link)
        .then()
        .statusCode(200)
        .body("reply", equalTo("现答复如下。"))
        .body("open", equalTo(true));
    char last = link.charAt(10) == 'A' ? 'B' : 'A';
    String forged = link.substring(0, 10) + last + link.substring(11);
    visitor().get("/api/ratings/" + forged).then().statusCode(404);
    visitor().get("/api/ratings/x").then().statusCode(404);
    visitor().body(Map.of("score", 7)).post("/api/ratings/" + link).then().statusCode(400);
    visitor()
        .body(Map.of("score", 4, "comment", "很好"))
        .post("/api/ratings/" + link)
        .then()
        .statusCode(200)
        .body("score", equalTo(4))
        .body("open", equalTo(false));
    visitor().body(Map.of("score", 1)).post("/api/ratings/" + link).then().statusCode(409);
    assertThat(filed.state()).isEqualTo("closed");
  }

  @Test
  void dissatisfaction_beforeClosing_isReviewed() {
    Cases filed = Cases.filed("请问").does("accept_suggestion").does("reply", "text", "答复");
    filed.does("rate", "score", 2, "comment", "没解决");
    token()
        .get("/api/cases?review=open&pageSize=200")
        .then()
        .body("items.caseId", hasItem(filed.id()));
    filed.act(token(), "close").then().statusCode(409).body("detail", containsString("抽查复核"));
    filed.act(token(), "review", "text", "x").then().statusCode(400);
    filed.does("review", "finding", "justified", "text", "电话核实，确未解决");
    token()
        .get("/api/cases?review=open&pageSize=200")
        .then()
        .body("items.caseId", not(hasItem(filed.id())));
    filed.does("mark_typical", "reason", "同类反映多");
    token().get("/api/cases?typical=true").then().body("items.caseId", hasItem(filed.id()));
    filed.act(token(), "mark_typical", "reason", "再次").then().statusCode(409);
    filed.does("close");
  }

  @Test
  void wholeFile_asked_isOneDownload() throws IOException {
    Cases filed = Cases.filed("<b>投诉</b>").does("accept_suggestion").does("note", "text", "已联系");
    Response response = as(Role.AGENT).get("/api/cases/" + filed.id() + "/file");
    response.then().statusCode(200).header("Content-Disposition", containsString(".zip"));
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(response.asByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files.keySet()).containsExactly("case.html", "case.json", "verification.json");
    assertThat(files.get("case.html")).contains("&lt;b&gt;投诉", "已联系").doesNotContain("<b>");
    assertThat(files.get("verification.json")).contains("\"intact\":true");
    visitor().get("/api/cases/" + filed.id() + "/file").then().statusCode(401);
  }

  @Test
  void chain_afterErasure_holds() {
    Cases filed =
        Cases.filed(
            Map.of(
                "title",
                SECRET,
                "text",
                "投诉" + SECRET,
                "enterprise",
                SECRET + "公司",
                "contactName",
                SECRET,
                "contactPhone",
                "13812345678"));
    filed.does("note", "text", "联系人" + SECRET).does("accept_suggestion", "reason", SECRET);
    filed.act(token(), "erase", "reason", "申请").then().statusCode(409);
    filed.does("reply", "text", SECRET + "先生，您好").does("rate", "score", 5, "comment", SECRET);
    filed.act(as(Role.SUPERVISOR), "erase", "reason", "x").then().statusCode(403);
    assertThat(traces(filed)).isNotZero();
    filed.does("erase", "reason", "当事人申请");
    assertThat(traces(filed)).isZero();
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("erased", equalTo(true))
        .body("title", equalTo(""))
        .body("state", equalTo("closed"))
        .body("score", equalTo(5))
        .body("events[-1].reason", equalTo("当事人申请"));
    token().get("/api/cases/" + filed.id() + "/verification").then().body("intact", equalTo(true));
    filed.act(token(), "erase", "reason", "再次").then().statusCode(409);
  }

  @Test
  void retention_ofWhatIsLongOver_erasesIt() {
    Cases over = Cases.filed("投诉" + SECRET).does("reject", "reason", "诉讼", "legalGround", "条例");
    Cases open = Cases.filed("投诉" + SECRET);
    assertThat(retention.eraseOlderThan(1)).as("nothing is that old").isZero();
    // A day later, by the events' own time, which the chain would notice: so by the clock's.
    assertThat(retention.eraseOlderThan(-1)).isPositive();
    assertThat(traces(over)).isZero();
    assertThat(traces(open)).isNotZero();
    token().get("/api/cases/" + over.id() + "/verification").then().body("intact", equalTo(true));
  }

  @Test
  void retention_ofACaseThatCannotBeErased_erasesTheOthersAndTriesItAgain() {
    Cases unreadable =
        Cases.filed("投诉" + SECRET).does("reject", "reason", "诉讼", "legalGround", "条例");
    Cases later = Cases.filed("投诉" + SECRET).does("reject", "reason", "诉讼", "legalGround", "条例");
    firstEvent(unreadable, "of_tomorrow");
    retention.eraseOlderThan(-1);
    assertThat(traces(later)).isZero();
    assertThat(traces(unreadable)).isNotZero();
    as(Role.ADMINISTRATOR)
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(matchesPattern("(?s).*zhitong_erasure_failures_total(\\{[^}]*})? [1-9].*"));
    firstEvent(unreadable, EventType.RECEIVED_BY_US.code());
    assertThat(retention.eraseOlderThan(-1)).isPositive();
    assertThat(traces(unreadable)).isZero();
  }

  /** A type of event that this version does not know, as after going back from a later one. */
  private void firstEvent(Cases filed, String type) {
    jdbc.update(
        "update assistant.case_event set type = ? where case_id = ?::uuid and seq = 1",
        type,
        filed.id());
  }

  @Test
  void withdrawnCase_filedAgain_isNoRepeat() {
    Cases filed = Cases.filed("投诉货车通行费没有打折");
    assertThat(prints(filed)).isEqualTo(1);
    filed.does("withdraw");
    assertThat(prints(filed)).isZero();
  }

  private int prints(Cases filed) {
    return jdbc.query(
            "select 1 from assistant.triage_recent where case_id = ?::uuid",
            row -> row.getInt(1),
            filed.id())
        .size();
  }

  /** In how many of the case's rows the word can be found. */
  private int traces(Cases filed) {
    List<String> rows =
        jdbc.query(
            """
            select c::text from assistant.appeal_case c where id = ?::uuid
            union all
            select e::text from assistant.case_event e where case_id = ?::uuid
            """,
            row -> row.getString(1),
            filed.id(),
            filed.id());
    assertThat(rows).isNotEmpty();
    return (int) rows.stream().filter(row -> row.contains(SECRET)).count();
  }
}
