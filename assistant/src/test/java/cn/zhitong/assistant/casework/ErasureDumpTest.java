package cn.zhitong.assistant.casework;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names and numbers planted in a case are in no table once it is erased. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class ErasureDumpTest {
  private static final String ENTERPRISE = "犀浦昙华藤器有限公司";
  private static final String BRAND = "犀浦昙华";
  private static final String CONTACT = "蒯某芩";
  private static final String PHONE = "13927711446";
  private static final String CARD = "99010719881105341X";
  private static final List<String> PLANTED = List.of(BRAND, CONTACT, PHONE, CARD, "藤椅返潮");

  @Inject Jdbc jdbc;

  @Test
  void erase_ofAnImportedCase_leavesNothingOfItsRow() {
    String list =
        "工单号,标题,诉求内容,企业名称,联系人,联系电话\nED-1,藤器进口,"
            + ENTERPRISE
            + "反映藤椅返潮，身份证"
            + CARD
            + ","
            + ENTERPRISE
            + ","
            + CONTACT
            + ","
            + PHONE
            + "\n";
    token()
        .contentType("multipart/form-data")
        .multiPart("file", "a.csv", list.getBytes(StandardCharsets.UTF_8))
        .post("/api/cases/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    String id = token().get("/api/cases?q=ED-1").path("items[0].caseId");
    Cases imported = Cases.known(id);
    assertThat(dump(BRAND)).isNotEmpty();
    imported.does("reject", "reason", "不属于受理范围", "legalGround", "条例第五条");
    String gone =
        imported.act(token(), "erase", "reason", "到期").then().statusCode(200).extract().asString();
    assertErased(imported, gone);
  }

  private void assertErased(Cases erased, String shown) {
    assertThat(shown).doesNotContain(PLANTED);
    for (String word : PLANTED) {
      assertThat(dump(word)).as("left: " + word).isEmpty();
      assertThat(as(Role.AGENT).queryParam("q", word).get("/api/cases").asString())
          .doesNotContain(erased.id());
    }
    assertThat(
            jdbc.first(
                "select coalesce(cardinality(identifiers), 0) from assistant.appeal_case"
                    + " where id = ?",
                row -> row.getInt(1),
                UUID.fromString(erased.id())))
        .as("digests of identifiers")
        .contains(0);
    token().get("/api/cases/" + erased.id() + "/verification").then().body("intact", equalTo(true));
  }

  private List<String> dump(String word) {
    return new DatabaseDump(jdbc).tablesWith(word);
  }
}
