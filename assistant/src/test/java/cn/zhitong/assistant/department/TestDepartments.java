package cn.zhitong.assistant.department;

import cn.zhitong.assistant.security.TestLogin;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Departments that a test sends cases to, put into the catalogue that all tests of a run share. */
public final class TestDepartments {
  private TestDepartments() {}

  /** The name, which the catalogue has from now on. */
  public static String listed(String name) {
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    TestLogin.token()
        .contentType("text/csv")
        .body(("编号,名称,职责\n" + id + "," + name + ",由测试指定的事项\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/departments")
        .then()
        .statusCode(200);
    return name;
  }
}
