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

  /** Whoever is handed the database gets a migrated one, whatever the order of start-up. */
  @Produces
  @Singleton
  Jdbc jdbc(AgroalDataSource dataSource) {
    Migrations.migrateCorpus(dataSource);
    Migrations.migrate(dataSource, "assistant", Infrastructure.class.getClassLoader());
    return new Jdbc(dataSource);
  }
}
