package cn.zhitong.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkProfile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A failure of the database, as it is logged, holds nothing of the row that was to be written. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class DatabaseMessagesTest {
  private static final String TABLE =
      "create temporary table told (text text not null, n int not null) on commit drop";
  private static final String INSERT = "insert into told (text, n) values (?, ?)";
  private static final String TEXT = "厂房漏雨，联系人欧阳暗语";

  @Inject AgroalDataSource database;

  @Test
  void failure_ofOneRow_doesNotHoldIt() throws SQLException {
    String logged = failing(PreparedStatement::executeUpdate);

    assertThat(logged).contains("not-null").doesNotContain("暗语");
  }

  @Test
  void failure_ofABatch_doesNotHoldItsRows() throws SQLException {
    String logged =
        failing(
            statement -> {
              statement.addBatch();
              statement.executeBatch();
            });

    assertThat(logged).contains("not-null").doesNotContain("暗语");
  }

  private interface Execution {
    void run(PreparedStatement statement) throws SQLException;
  }

  /** The whole trace, with the causes and what hangs on them. */
  private String failing(Execution execution) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement create = connection.createStatement();
          PreparedStatement insert = prepared(connection, create)) {
        SQLException failure =
            catchThrowableOfType(SQLException.class, () -> execution.run(insert));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static PreparedStatement prepared(Connection connection, Statement create)
      throws SQLException {
    create.execute(TABLE);
    PreparedStatement insert = connection.prepareStatement(INSERT);
    insert.setString(1, TEXT);
    insert.setObject(2, null);
    return insert;
  }
}
