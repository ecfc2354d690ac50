package cn.zhitong.assistant.runtime;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/**
 * Connections to the read replica, opened by the first who asks, and how far it and the database
 * are.
 */
@ApplicationScoped
class ReplicaStore {
  /** A replica that does not answer must not hold up a visitor: the primary is asked then. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private static final String LONGEST_CONNECT = Long.toString(LONGEST_WAIT.toSeconds());

  /** In seconds; a report over a year of cases takes a few. */
  private static final String LONGEST_SILENCE = "15";

  private static final String WRITTEN =
      """
      select false as standby, (pg_current_wal_lsn() - '0/0')::bigint as position,
             (select system_identifier from pg_control_system()) as cluster
      """;

  private static final String REPLAYED =
      """
      select pg_is_in_recovery() as standby,
             coalesce((pg_last_wal_replay_lsn() - '0/0')::bigint, 0) as position,
             (select system_identifier from pg_control_system()) as cluster
      """;

  private final ReplicaConfig config;
  private final String primaryUrl;
  private final Account primaryAccount;
  private AgroalDataSource source;

  /**
   * A connection of its own to the database: where visitors wait for one of the service's, the
   * replica is needed most.
   */
  private AgroalDataSource primary;

  ReplicaStore(
      ReplicaConfig config,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> primaryUrl,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.config = config;
    this.primaryUrl = primaryUrl.orElse("");
    this.primaryAccount = new Account(user.orElse(""), password.orElse(""));
  }

  private record Account(String user, String password) {}

  /**
   * Where a server is.
   *
   * @param standby whether it replays another's changes
   * @param position in the write-ahead log
   * @param cluster by which a replica of another database is told
   */
  record Position(boolean standby, long position, long cluster) {}

  /** How far the database has written. */
  Position written() {
    return new Jdbc(primary()).first(WRITTEN, ReplicaStore::position).orElseThrow();
  }

  /** How far the replica has replayed. */
  Position replayed() {
    return new Jdbc(source()).first(REPLAYED, ReplicaStore::position).orElseThrow();
  }

  private static Position position(ResultSet row) throws SQLException {
    return new Position(row.getBoolean("standby"), row.getLong("position"), row.getLong("cluster"));
  }

  boolean configured() {
    return config.url().filter(url -> !url.isBlank()).isPresent();
  }

  synchronized DataSource source() {
    if (source == null) {
      Account account =
          new Account(
              config.user().orElse(primaryAccount.user()),
              config.password().orElse(primaryAccount.password()));
      source = open(config.url().orElseThrow(), account, config.maxSize());
    }
    return source;
  }

  private synchronized DataSource primary() {
    if (primary == null) {
      primary = open(primaryUrl, primaryAccount, 1);
    }
    return primary;
  }

  private static AgroalDataSource open(String url, Account account, int size) {
    AgroalDataSourceConfigurationSupplier configuration =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(size)
                        .acquisitionTimeout(LONGEST_WAIT)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .connectionProviderClass(Driver.class)
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(account.user()))
                                    .credential(new SimplePassword(account.password()))
                                    .jdbcProperty("connectTimeout", LONGEST_CONNECT)
                                    .jdbcProperty("socketTimeout", LONGEST_SILENCE)
                                    .jdbcProperty("ApplicationName", "zhitong-reads")));
    try {
      return AgroalDataSource.from(configuration.get());
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  synchronized void close() {
    if (source != null) {
      source.close();
    }
    if (primary != null) {
      primary.close();
    }
  }
}
