package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DoctorTest {
  private static final String LATER =
      """
      insert into assistant.flyway_schema_history (installed_rank, version, description, type, script,
                                                   checksum, installed_by, execution_time, success)
      select max(installed_rank) + 1, '99999', 'later', 'SQL', 'V99999__later.sql', 1, 'test', 1, true
        from assistant.flyway_schema_history
      """;

  private static final String SCHEMAS =
      "select nspname from pg_namespace where nspname in ('corpus', 'assistant')";

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private record Run(int exitCode, String output) {}

  private Run doctor(Map<String, String> environment, Clock clock) {
    CommandLine command = DoctorCommand.commandLine(environment, folder, clock);
    StringWriter output = new StringWriter();
    command.setOut(new PrintWriter(output));
    int exitCode = command.execute("--data", folder.resolve("data").toString());
    return new Run(exitCode, output.toString());
  }

  @Test
  void doctor_externalDatabaseThatIsWell_findsNoFault() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Map<String, String> environment =
          new HashMap<>(
              Map.of(
                  "ZHITONG_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                  "ZHITONG_DB_USER", "postgres",
                  "ZHITONG_DB_PASSWORD", "postgres",
                  "ZHITONG_LOG_KEY", "a key that is long enough"));
      Run well = doctor(environment, Clock.systemUTC());
      assertThat(well.output()).contains("[正常] 数据库：PostgreSQL", "[正常] 时钟", "[正常] 设置");
      assertThat(well.output()).endsWith("没有故障" + System.lineSeparator());
      assertThat(well.exitCode()).isZero();

      environment.put("ZHITONG_DB_READ_URL", environment.get("ZHITONG_DB_URL"));
      assertThat(doctor(environment, Clock.systemUTC()).output()).contains("[注意] 只读副本：它不是");
      environment.put("ZHITONG_DB_READ_URL", "jdbc:postgresql://127.0.0.1:1/zhitong");
      assertThat(doctor(environment, Clock.systemUTC()).output()).contains("[故障] 只读副本：连接不上");
      environment.remove("ZHITONG_DB_READ_URL");

      environment.remove("ZHITONG_LOG_KEY");
      Run years = doctor(environment, CLOCK);
      assertThat(years.output()).contains("[故障] 时钟", "[故障] 设置：用外部数据库而没有设 ZHITONG_LOG_KEY");
      assertThat(years.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void doctor_databaseOfAnotherVersion_saysWhichIsNewer() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Map<String, String> environment =
          Map.of(
              "ZHITONG_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
              "ZHITONG_DB_USER", "postgres",
              "ZHITONG_DB_PASSWORD", "postgres",
              "ZHITONG_LOG_KEY", "a key that is long enough");
      DataSource database = postgres.getPostgresDatabase();
      assertThat(doctor(environment, Clock.systemUTC()).output())
          .contains("[注意] 数据库结构：比程序旧", "./zhitong backup");
      assertThat(new Jdbc(database).query(SCHEMAS, row -> row.getString(1)))
          .as("doctor changes nothing")
          .isEmpty();

      Migrations.migrateCorpus(database);
      Migrations.migrate(database, "assistant", DatabaseCommand.class.getClassLoader());
      assertThat(doctor(environment, Clock.systemUTC()).output()).contains("[正常] 数据库结构：与程序一致");

      new Jdbc(database).update(LATER);
      assertThat(doctor(environment, Clock.systemUTC()).output())
          .contains("[注意] 数据库结构：由更新的程序升级过，本程序没有的有 1 步（到 assistant V99999）");
    }
  }

  @Test
  void doctor_libraryOfAModelThatIsNotConfigured_isAFault() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      setModel(postgres, BgeEmbedder.BASE_ID + "+ffffffffffff");
      Map<String, String> environment =
          new HashMap<>(
              Map.of(
                  "ZHITONG_DB_URL", url,
                  "ZHITONG_DB_USER", "postgres",
                  "ZHITONG_DB_PASSWORD", "postgres",
                  "ZHITONG_LOG_KEY", "a key that is long enough"));

      Run lacking = doctor(environment, Clock.systemUTC());

      assertThat(lacking.output())
          .contains("[故障] 政策库的向量：由这里没有配置的模型（" + BgeEmbedder.BASE_ID + "+ffffffffffff）")
          .contains("ZHITONG_ENCODER_ADAPTER", "./zhitong database reembed");
      assertThat(lacking.exitCode()).isEqualTo(1);

      setModel(postgres, BgeEmbedder.BASE_ID);
      assertThat(doctor(environment, Clock.systemUTC()).output()).contains("[正常] 政策库的向量");

      Path notes = Files.writeString(folder.resolve("notes.txt"), "这不是模型");
      environment.put("ZHITONG_ENCODER_ADAPTER", notes.toString());
      Run unreadable = doctor(environment, Clock.systemUTC());
      assertThat(unreadable.output()).contains("[故障] 政策库的向量：", notes.toString());
      assertThat(unreadable.exitCode()).isEqualTo(1);
    }
  }

  private static void setModel(EmbeddedPostgres postgres, String id) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists corpus");
      statement.execute("create table if not exists corpus.writer (embedding_model text)");
      statement.execute("delete from corpus.writer");
      statement.execute("insert into corpus.writer values ('" + id + "')");
    }
  }

  @Test
  void doctor_databaseThatDoesNotAnswer_saysWhatToCheck() {
    Run run =
        doctor(
            Map.of(
                "ZHITONG_DB_URL",
                "jdbc:postgresql://127.0.0.1:1/zhitong",
                "ZHITONG_LOG_KEY",
                "a key that is long enough"),
            CLOCK);
    assertThat(run.output()).contains("[故障] 数据库：连接不上", "检查 ZHITONG_DB_URL");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void settings_thatNobodyReads_areNamedWithWhatWasMeant() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/application.properties"),
        """
        zhitong.llm.modell=x
        %prod.zhitong.retention.erase-after-days=365
        zhitong.notices.mail.departments."市.局"=a@example.com
        quarkus.log.level=INFO
        """);
    Map<String, String> environment =
        Map.of(
            "ZHITONG_TRUSTED_PROXYS", "10.0.0.1",
            "ZHITONG_DEADLINES_ESCALATION_URGE_AFTER", "2",
            "ZHITONG_RETRIEVAL_POLL", "PT1S",
            "ZHITONG_JAVA_OPTS", "-Xmx1g -Dzhitong.warmup=false");
    List<String> lines =
        new SettingsCheckup(environment).findings(folder).stream().map(Finding::line).toList();
    assertThat(lines).hasSize(4);
    assertThat(lines)
        .anyMatch(l -> l.startsWith("[故障]") && l.contains("是否想写 ZHITONG_TRUSTED_PROXIES"))
        .anyMatch(l -> l.startsWith("[故障]") && l.contains("是否想写 zhitong.llm.model？"))
        .anyMatch(l -> l.startsWith("[故障]") && l.contains("是否想写 zhitong.warm-up？"))
        .anyMatch(l -> l.startsWith("[注意]") && l.contains("zhitong.retrieval.poll-interval"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1 |          |                         | [注意] TLS",
        "0.0.0.0   |          |                         | [故障] TLS：监听 0.0.0.0 而没有 TLS",
        "0.0.0.0   | 10.0.0.5 |                         | [注意] TLS",
        "127.0.0.1 | 0.0.0.0/0 |                        | [故障] 反向代理：0.0.0.0/0 信任所有人",
        "127.0.0.1 | nginx    |                         | [故障] 反向代理：nginx 不是 IP 或网段",
        "127.0.0.1 | ::1,10.1.0.0/16 |                  | [正常] 反向代理",
        "127.0.0.1 |          | https://127.0.0.1:1     | [故障] 反向代理：网址是 https",
        "127.0.0.1 | 10.0.0.5 | https://127.0.0.1:1     | [故障] TLS：https://127.0.0.1:1 连接不上",
        "127.0.0.1 | 10.0.0.5 | https://zt example.cn   | [故障] TLS：https://zt example.cn 不是网址",
        "127.0.0.1 | 10.0.0.5 | https://zt_1.example.cn | [故障] TLS：https://zt_1.example.cn 不是网址",
      })
  void site_examined_isJudgedByHostProxiesAndUrl(
      String host, String proxies, String site, String expected) {
    Map<String, String> environment = new HashMap<>();
    if (proxies != null) {
      environment.put("ZHITONG_TRUSTED_PROXIES", proxies);
    }
    if (site != null) {
      environment.put("ZHITONG_SITE_URL", site);
    }
    assertThat(new SiteCheckup(environment, CLOCK).findings("zhitong", host))
        .extracting(Finding::line)
        .anyMatch(line -> line.startsWith(expected));
  }

  @Test
  void certificate_thatNobodySigned_isAFault() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.start();
    try {
      String site = "https://localhost:" + server.getAddress().getPort();
      assertThat(
              new SiteCheckup(Map.of("ZHITONG_SITE_URL", site), CLOCK)
                  .findings("root", "127.0.0.1"))
          .extracting(Finding::line)
          .anyMatch(line -> line.startsWith("[注意] 用户：以 root 身份运行"))
          .anyMatch(line -> line.startsWith("[故障] TLS") && line.contains("证书不被信任"));
    } finally {
      server.stop(0);
    }
  }

  private SSLContext selfSigned() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.out").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "12, 0.8.4, 0, [故障] 数据库",
        "15, -, 0, [注意] pgvector：没有安装",
        "15, 0.4.1, 0, [故障] pgvector",
        "15, 0.8.0, 0, [注意] pgvector：0.8.0",
        "15, 0.8.4, 0, [正常] pgvector：0.8.4",
        "15, 0.10.0, 0, [正常] pgvector",
        "15, 0.8.3rc1, 0, [注意] pgvector：0.8.3rc1",
        "15, 0.8.4, 4, [正常] 时钟：与数据库相差 4.0 秒",
        "15, 0.8.4, -6, [故障] 时钟：与数据库相差 6.0 秒",
      })
  void server_examined_isJudgedByVersionsAndClock(
      int major, String vector, int offset, String expected) {
    OperationStore.Server server =
        new OperationStore.Server(
            major + ".1", major, vector, null, NOW.plusSeconds(offset), 1 << 20);
    assertThat(DatabaseCheckup.judge(server, NOW, NOW))
        .extracting(Finding::line)
        .anyMatch(line -> line.startsWith(expected));
  }
}
