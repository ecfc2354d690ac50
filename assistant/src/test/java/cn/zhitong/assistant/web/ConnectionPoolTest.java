package cn.zhitong.assistant.web;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkProfile;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told when more are at work than the pool has connections. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class ConnectionPoolTest {
  @Inject AgroalDataSource pool;

  @Test
  void allConnectionsLent_saysThatManyAreAtWork_notThatTheDatabaseIsAway() throws Exception {
    AgroalConnectionPoolConfiguration settings =
        pool.getConfiguration().connectionPoolConfiguration();
    Duration patience = settings.acquisitionTimeout();
    List<Connection> lent = new ArrayList<>();
    try {
      settings.setAcquisitionTimeout(Duration.ofMillis(200));
      borrowAll(lent);
      assertThat(lent).hasSizeBetween(1, settings.maxSize());
      visitor()
          .body(Map.of("number", "ZT-20250101-ABCDEF", "trackingCode", "ABCD-EFGH-JKLM"))
          .post("/api/cases/lookup")
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .body("type", equalTo("urn:zhitong:problem:overloaded"))
          .body("detail", containsString("同时进行的操作太多"))
          .body("detail", not(containsString("连不上")));
    } finally {
      for (Connection one : lent) {
        one.close();
      }
      settings.setAcquisitionTimeout(patience);
    }
  }

  private void borrowAll(List<Connection> lent) {
    try {
      while (true) {
        lent.add(pool.getConnection());
      }
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("acquisition timeout");
    }
  }
}
