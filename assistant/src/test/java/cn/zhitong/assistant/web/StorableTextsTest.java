package cn.zhitong.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.TestLogin;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StorableTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud83d", "\\udc00\\u0000"})
  void characters_thatTheDatabaseCannotHold_areLeftOut(String escape) {
    String text = "企业" + escape + "用电补贴";
    TestLogin.visitor()
        .body("{\"query\":\"" + text + "\"}")
        .post("/api/search")
        .then()
        .statusCode(200);
    TestLogin.visitor()
        .body("{\"question\":\"" + text + "怎么申请？\"}")
        .post("/api/questions")
        .then()
        .statusCode(200);
  }

  @Test
  void characters_inAnAddress_areRefused() {
    TestLogin.visitor()
        .urlEncodingEnabled(false)
        .get("/api/policies?q=%00")
        .then()
        .statusCode(400)
        .body("detail", containsString("空字符"));
  }

  @Test
  void text_thatIsWhole_staysWhole() {
    assertThat(StorableTexts.of("补贴😀\n\t𠮷")).isEqualTo("补贴😀\n\t𠮷");
    assertThat(StorableTexts.of("补\u0000贴\ud83d")).isEqualTo("补贴");
  }
}
