package cn.zhitong.assistant.runtime;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An account that owns casework's tables, apart from the one that the service works with: {@code
 * ZHITONG_DB_OWNER_USER} and {@code ZHITONG_DB_OWNER_PASSWORD}, for an external database.
 */
@ApplicationScoped
public class DatabaseOwner {
  /** Free text of events can be taken out; nothing else of the log can be changed, nor any row. */
  private static final List<String> GRANTS =
      List.of(
          "grant usage on schema assistant to %1$s",
          "grant select, insert, update, delete on all tables in schema assistant to %1$s",
          "revoke update, delete, truncate on assistant.case_event, assistant.application_event,"
              + " assistant.log_head from %1$s",
          "grant update (sealed, salt) on assistant.case_event to %1$s",
          "grant update (sealed, salt) on assistant.application_event to %1$s",
          "revoke delete, truncate on assistant.appeal_case from %1$s",
          "revoke all on assistant.flyway_schema_history from %1$s");

  private final String url;
  private final String service;
  private final Optional<String> user;
  private final String password;

  DatabaseOwner(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String service,
      @ConfigProperty(name = "zhitong.db.owner.user") Optional<String> user,
      @ConfigProperty(name = "zhitong.db.owner.password") Optional<String> password) {
    this.url = url;
    this.service = service;
    this.user = user;
    this.password = password.orElse("");
  }

  boolean given() {
    return user.isPresent();
  }

  DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user.orElseThrow());
    source.setPassword(password);
    return source;
  }

  /** What the service's account may do with the owner's tables; again after every migration. */
  void grant() {
    Jdbc jdbc = new Jdbc(dataSource());
    String quoted = "\"" + service.replace("\"", "\"\"") + "\"";
    GRANTS.forEach(grant -> jdbc.update(grant.formatted(quoted)));
  }
}
