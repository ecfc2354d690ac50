package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Staff see appeals masked; as they were sent only on asking, which is on record. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class PersonalDataViewTest {
  private static final String PHONE = "13912345678";
  private static final String HIDDEN = "139****5678";

  private static Cases filed(String words) {
    return Cases.filed(
        Map.of(
            "title",
            words + "，电话" + PHONE,
            "text",
            words + "，请回电" + PHONE,
            "enterprise",
            "枫林机械有限公司",
            "contactName",
            "欧阳明",
            "contactPhone",
            PHONE,
            "contactEmail",
            "ming@example.com"));
  }

  @Test
  void case_readMasked_isNotOnRecord() {
    Cases filed = filed("投诉道路破损");
    filed.does("note", "text", "已致电" + PHONE);
    Response seen = as(Role.AGENT).get("/api/cases/" + filed.id());
    seen.then()
        .statusCode(200)
        .body("personalData", equalTo(false))
        .body("title", equalTo("投诉道路破损，电话" + HIDDEN))
        .body("text", containsString(HIDDEN))
        .body("contact.enterprise", equalTo("枫林机械有限公司"))
        .body("contact.name", equalTo("欧**"))
        .body("contact.phone", equalTo(HIDDEN))
        .body("events.find { it.type == 'note' }.body.text", equalTo("已致电" + HIDDEN));
    assertThat(seen.asString()).doesNotContain(PHONE).doesNotContain("ming@");
    assertThat(readings(filed)).isZero();
  }

  /** The log shows a reply as the reply itself is shown, but for what identifies a person. */
  @Test
  void reply_inTheLog_keepsTheOfficesTelephone() {
    Cases filed = filed("投诉道路破损，单位座机0411-86001234").does("accept_suggestion");
    String reply = "您好，您的来件收悉，现答复如下：已回电0411-86001234和" + PHONE + "。请拨打0411-37114408。感谢您。";
    filed.does("reply", "text", reply, "personalDataChecked", true);
    as(Role.AGENT)
        .get("/api/cases/" + filed.id())
        .then()
        .body(
            "events.find { it.type == 'reply' }.body.text",
            equalTo("您好，您的来件收悉，现答复如下：已回电041********34和" + HIDDEN + "。请拨打0411-37114408。感谢您。"));
    filed.does("note", "text", "另打0411-37114408");
    as(Role.AGENT)
        .get("/api/cases/" + filed.id())
        .then()
        .body("events.find { it.type == 'note' }.body.text", equalTo("另打041********08"));
  }

  @Test
  void personalData_askedFor_comesAsSentAndIsOnRecord() {
    Cases filed = filed("投诉道路破损");
    as(Role.AGENT)
        .queryParam("personalData", true)
        .get("/api/cases/" + filed.id())
        .then()
        .statusCode(200)
        .body("personalData", equalTo(true))
        .body("text", containsString(PHONE))
        .body("contact.name", equalTo("欧阳明"))
        .body("contact.email", equalTo("ming@example.com"));
    assertThat(readings(filed)).isEqualTo(1);
  }

  @Test
  void act_returningACase_masksItAndTheChangesOfAConflict() {
    Cases filed = filed("投诉道路破损");
    Response done = filed.act(as(Role.AGENT), "note", "text", "联系人电话" + PHONE);
    done.then().statusCode(200).body("contact.phone", equalTo(HIDDEN));
    assertThat(done.asString()).doesNotContain(PHONE);
    Response stale = filed.act(as(Role.AGENT), "note", "text", "再记一笔", "basedOn", 1);
    stale.then().statusCode(409);
    assertThat(stale.asString()).contains(HIDDEN).doesNotContain(PHONE);
    assertThat(readings(filed)).isZero();
  }

  @Test
  void reporter_askedForByTheDepartment_staysUnknown() throws IOException {
    Cases filed = filed("投诉并举报某局").does("accept_suggestion").does("dispatch");
    Response seen =
        handlerOf(ScriptedTriage.INDUSTRY)
            .queryParam("personalData", true)
            .get("/api/cases/" + filed.id());
    seen.then()
        .statusCode(200)
        .body("personalData", equalTo(false))
        .body("contact", nullValue())
        .body("text", allOf(containsString("（来件人）"), not(containsString(PHONE))));
    byte[] file =
        handlerOf(ScriptedTriage.INDUSTRY)
            .get("/api/cases/" + filed.id() + "/file")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      zip.getNextEntry();
      String page = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(page).contains("（来件人）").doesNotContain(PHONE).doesNotContain("欧阳明");
    }
  }

  private static int readings(Cases filed) {
    return token()
        .queryParam("case", filed.id())
        .get("/api/audit/reads")
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }
}
