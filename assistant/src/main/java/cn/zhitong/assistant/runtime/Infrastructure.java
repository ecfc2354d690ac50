package cn.zhitong.assistant.runtime;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What every feature is handed: the clock and the database. */
@ApplicationScoped
public class Infrastructure {
  private static final Logger LOG = Logger.getLogger(Infrastructure.class);
  private static final String SCHEMA = "assistant";

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * The only source of time. Working days and validity are days in Shanghai, wherever the node
   * stands.
   */
  @Produces
  @Singleton
  Clock clock(
      @ConfigProperty(name = "zhitong.rehearsal.clock-offset-file") Optional<Path> offset,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "zhitong.site-url") Optional<String> siteUrl) {
    Clock clock = Clock.system(ZONE);
    if (offset.isEmpty()) {
      return clock;
    }
    if (!SteppedClock.allowed(host, siteUrl.orElse(""))) {
      throw new IllegalStateException(
          "zhitong.rehearsal.clock-offset-file 只供演练：服务对外提供或设了 ZHITONG_SITE_URL 时不得设置，请去掉");
    }
    LOG.warn("时钟按 zhitong.rehearsal.clock-offset-file 偏移，只供演练");
    return new SteppedClock(clock, offset.get());
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
