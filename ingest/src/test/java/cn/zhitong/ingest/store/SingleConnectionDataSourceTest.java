package cn.zhitong.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.jdbc.SingleConnectionDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SingleConnectionDataSourceTest {
  private static final String SERVER = "select pg_backend_pid() as pid";

  private final DataSource database = CorpusDatabase.fresh();

  @Test
  void connection_askedForAgain_isTheSameUnlessLent() throws Exception {
    try (SingleConnectionDataSource kept = new SingleConnectionDataSource(database)) {
      Jdbc jdbc = new Jdbc(kept);
      int first = pid(jdbc);
      assertThat(pid(jdbc)).isEqualTo(first);
      int beside =
          jdbc.transaction(
              session -> {
                assertThat(session.query(SERVER, row -> row.getInt("pid"))).containsExactly(first);
                return pid(jdbc);
              });
      assertThat(beside).isNotEqualTo(first);
      assertThat(pid(jdbc)).isEqualTo(first);
    }
  }

  @Test
  void connection_endedByTheServer_isOpenedAnew() throws Exception {
    try (SingleConnectionDataSource kept = new SingleConnectionDataSource(database)) {
      Jdbc jdbc = new Jdbc(kept);
      int first = pid(jdbc);
      new Jdbc(database).query("select pg_terminate_backend(?)", row -> row.getBoolean(1), first);
      assertThatThrownBy(() -> pid(jdbc)).isInstanceOf(JdbcException.class);
      assertThat(pid(jdbc)).isNotEqualTo(first);
    }
  }

  private static int pid(Jdbc jdbc) {
    return jdbc.first(SERVER, row -> row.getInt("pid")).orElseThrow();
  }
}
