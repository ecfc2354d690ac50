package cn.zhitong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class BootTest {
  @Inject Jdbc jdbc;

  @Test
  void service_started_hasMigratedItsDatabase() {
    long tables =
        jdbc.first(
                "select count(*) from information_schema.tables where table_schema = 'corpus'",
                row -> row.getLong(1))
            .orElseThrow();
    assertThat(tables).isGreaterThan(4);
  }

  @Test
  void openApi_asked_describesTheService() {
    TestLogin.token().get("/q/openapi").then().statusCode(200);
  }
}
