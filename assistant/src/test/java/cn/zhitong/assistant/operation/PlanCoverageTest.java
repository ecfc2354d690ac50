package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.jdbc.PlannedQuery;
import cn.zhitong.common.jdbc.StatementPlans;
import cn.zhitong.ingest.store.LibraryPlans;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every statement over the tables that are parted among workers is looked at by the check. */
class PlanCoverageTest {
  private static final Pattern DIVIDED =
      Pattern.compile(
          "(" + String.join("|", DistributedTable.divided()).replace(".", "\\.") + ")\\b");

  /** Goes to the shards that its rows' keys name. */
  private static final Pattern INSERT =
      Pattern.compile("\\s*insert into [^;]*\\bvalues\\b.*", Pattern.DOTALL);

  /** By an operator's command or at a start, and not while people wait. */
  private static final Set<String> BESIDE =
      Set.of(
          "ReembeddingStore.COUNTS",
          "ReembeddingStore.DROP_NEXT",
          "ReembeddingStore.ADD_NEXT",
          "ReembeddingStore.WAITING",
          "ReembeddingStore.FILL",
          "VectorIndexStore.PASSAGES",
          "VectorIndexStore.PROGRESS");

  private static EmbeddedPostgres postgres;
  private static Jdbc jdbc;

  @BeforeAll
  static void migrate() throws IOException {
    postgres = EmbeddedPostgres.start();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Migrations.migrate(
        postgres.getPostgresDatabase(), "assistant", DatabaseCommand.class.getClassLoader());
    jdbc = new Jdbc(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
  }

  @Test
  void statements_overDividedTables_areExplained() throws Exception {
    Set<String> explained =
        PlanCheckup.queries(jdbc).stream()
            .flatMap(query -> StatementPlans.of(jdbc, query).stream())
            .map(StatementPlans.Plan::sql)
            .collect(Collectors.toSet());

    Map<String, String> statements = statements();
    assertThat(statements).hasSizeGreaterThan(25);
    assertThat(statements.keySet()).containsAll(BESIDE);
    statements.forEach(
        (name, sql) -> {
          if (!BESIDE.contains(name)
              && !INSERT.matcher(sql).matches()
              && !name.matches("PgVectorStore\\.(NEAREST|NEAREST_IN_SCOPE|DISTANCES)")) {
            assertThat(explained)
                .as(name)
                .anyMatch(one -> Arrays.stream(sql.split("%s")).allMatch(one::contains));
          }
        });
  }

  @Test
  void queries_looked_at_changeNothing() {
    String rows = "select count(*) from corpus.policy, assistant.enterprise_entry";
    long before = jdbc.query(rows, row -> row.getLong(1)).get(0);

    for (PlannedQuery query : PlanCheckup.queries(jdbc)) {
      assertThat(StatementPlans.of(jdbc, query)).as(query.what()).isNotEmpty();
    }

    assertThat(jdbc.query(rows, row -> row.getLong(1))).containsExactly(before);
  }

  /** By class and field; the texts that stores keep as constants. */
  private static Map<String, String> statements() throws IOException, ReflectiveOperationException {
    Map<String, String> statements = new TreeMap<>();
    for (Class<?> part : List.of(DatabaseCommand.class, LibraryPlans.class)) {
      Path root = Path.of(part.getProtectionDomain().getCodeSource().getLocation().getPath());
      for (Class<?> store : stores(root)) {
        for (Field field : store.getDeclaredFields()) {
          String sql = text(field);
          if (DIVIDED.matcher(sql).find()) {
            statements.put(store.getSimpleName() + "." + field.getName(), sql);
          }
        }
      }
    }
    return statements;
  }

  private static List<Class<?>> stores(Path root) throws IOException, ReflectiveOperationException {
    if (!Files.isDirectory(root)) {
      try (FileSystem jar = FileSystems.newFileSystem(root)) {
        return stores(jar.getPath("/"));
      }
    }
    List<Class<?>> stores = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Store.class")).toList()) {
        String name = root.relativize(file).toString();
        stores.add(Class.forName(name.replace(".class", "").replace('/', '.')));
      }
    }
    return stores;
  }

  private static String text(Field field) throws IllegalAccessException {
    if (!Modifier.isStatic(field.getModifiers()) || field.getType() != String.class) {
      return "";
    }
    field.setAccessible(true);
    return (String) field.get(null);
  }
}
