package cn.zhitong.assistant.operation;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Whether the read replica, where one is named, is one of the database. */
final class ReplicaCheckup {
  private static final String SUBJECT = "只读副本";

  private final Map<String, String> environment;

  ReplicaCheckup(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @param primary the database that the service writes to
   */
  List<Finding> findings(Jdbc primary) {
    OperationStore.Role own = new OperationStore(primary).role();
    if (own.standby()) {
      return List.of(
          Finding.fault(
              "数据库",
              "ZHITONG_DB_URL 指向一个只读副本",
              "指向主库；有几台时写作 jdbc:postgresql://甲:5432,乙:5432/库名?targetServerType=primary"));
    }
    String url = environment.getOrDefault("ZHITONG_DB_READ_URL", "");
    return url.isBlank() ? List.of() : List.of(replica(url, own));
  }

  private Finding replica(String url, OperationStore.Role own) {
    try {
      OperationStore.Role role = new OperationStore(new Jdbc(source(url))).role();
      if (role.cluster() != own.cluster()) {
        return Finding.fault(SUBJECT, "它不是 ZHITONG_DB_URL 的副本，不会被使用", "检查 ZHITONG_DB_READ_URL");
      }
      return role.standby()
          ? Finding.good(SUBJECT, "是主库的副本")
          : Finding.note(SUBJECT, "它不是（或不再是）副本，检索和报表读主库", "建好新的副本后改 ZHITONG_DB_READ_URL");
    } catch (JdbcException e) {
      return Finding.fault(
          SUBJECT,
          "连接不上：" + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "检查 ZHITONG_DB_READ_URL；在此期间检索和报表读主库");
    }
  }

  private PGSimpleDataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(either("ZHITONG_DB_READ_USER", "ZHITONG_DB_USER"));
    source.setPassword(either("ZHITONG_DB_READ_PASSWORD", "ZHITONG_DB_PASSWORD"));
    source.setConnectTimeout(10);
    return source;
  }

  private String either(String name, String other) {
    return environment.getOrDefault(name, environment.getOrDefault(other, ""));
  }
}
