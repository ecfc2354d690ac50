package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed and not sent is kept for whoever typed it, and for nobody else. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class WorkCopiesTest {
  private Cases filed;

  @BeforeEach
  void file() {
    filed = Cases.filed("园区道路何时修复");
  }

  @Test
  void copy_putTwiceAndDeleted_isTheLastAndThenGone() {
    put("reply", "第一稿").then().statusCode(204);
    put("reply", "第二稿").then().statusCode(204);
    as(Role.AGENT)
        .get(path())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].form", equalTo("reply"))
        .body("items[0].values.text[0]", equalTo("第二稿"));
    as(Role.AGENT).delete(path() + "/reply").then().statusCode(204);
    as(Role.AGENT).get(path()).then().body("items", hasSize(0));
  }

  @Test
  void copy_anotherPerson_isNotShown() {
    put("note", "只是我的想法").then().statusCode(204);
    as(Role.SUPERVISOR).get(path()).then().statusCode(200).body("items", hasSize(0));
    visitor().get(path()).then().statusCode(401);
    handlerOf("别的部门" + System.nanoTime()).get(path()).then().statusCode(404);
  }

  @Test
  void copy_tooLongOrOddlyNamed_isRefused() {
    put("reply", "长".repeat(50_000)).then().statusCode(400);
    put("Reply!", "文字").then().statusCode(400);
  }

  @Test
  void copy_caseErased_isGone() {
    put("note", "联系人电话记在这里").then().statusCode(204);
    filed.does("reject", "reason", "不属于受理范围", "legalGround", "条例第五条");
    filed.act(token(), "erase", "reason", "保留期满").then().statusCode(200);
    as(Role.AGENT).get(path()).then().statusCode(200).body("items", hasSize(0));
  }

  private io.restassured.response.Response put(String form, String text) {
    return as(Role.AGENT)
        .body(Map.of("values", Map.of("text", List.of(text))))
        .put(path() + "/" + form);
  }

  private String path() {
    return "/api/cases/" + filed.id() + "/work-copies";
  }
}
