package cn.zhitong.assistant.runtime;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** What every feature is handed: the clock and the database. */
@ApplicationScoped
public class Infrastructure {
  private static final String SCHEMA = "assistant";

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * The only source of time. Working days and validity are days in Shanghai, wherever the node
   * stands.
   */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.system(ZONE);
  }

  /**
   * Whoever is handed the database gets a migrated one, whatever the order of start-up. With an
   * owner of its own, casework's tables belong to that one, and the service's account may add to
   * the log and nothing else: see docs/casework.md.
   */
  @Produces
  @Singleton
  Jdbc jdbc(AgroalDataSource dataSource, DatabaseOwner owner) {
    Migrations.migrateCorpus(dataSource);
    ClassLoader loader = Infrastructure.class.getClassLoader();
    if (owner.given()) {
      Migrations.migrate(owner.dataSource(), SCHEMA, loader);
      owner.grant();
    } else {
      Migrations.migrate(dataSource, SCHEMA, loader);
    }
    return new Jdbc(dataSource);
  }
}
