package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.retrieval.PgVersion;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.postgres.DatabaseStartException;
import cn.zhitong.common.postgres.RunningCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The database, its vectors, its clock, and the disk that it fills. */
final class DatabaseCheckup {
  private static final String STRUCTURE = "数据库结构";
  private static final String VECTORS = "政策库的向量";

  /** Older servers have passed their last update, or are not tested with. */
  private static final int OLDEST_MAJOR = 13;

  /** What the overlap window (60 s) stands with room to spare; sessions and deadlines go by it. */
  private static final Duration LARGEST_OFFSET = Duration.ofSeconds(5);

  /** Below it PostgreSQL cannot finish a checkpoint of its default size (1 GB). */
  private static final long LEAST_FREE = 2L << 30;

  private final Map<String, String> environment;
  private final Clock clock;

  DatabaseCheckup(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  List<Finding> findings(Path data) throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(disk(data));
    if (!OperatedDatabase.external(environment) && RunningCluster.clusters(data).isEmpty()) {
      findings.add(
          Finding.note(
              "数据库", "数据目录 " + data + " 还没有数据库", "首次 ./zhitong serve 时建立；若应当有，请检查 --data"));
      return findings;
    }
    try (OperatedDatabase database = OperatedDatabase.open(data, environment)) {
      OperationStore store = new OperationStore(database.jdbc());
      Instant before = clock.instant();
      OperationStore.Server server = store.server();
      findings.addAll(judge(server, before, clock.instant()));
      findings.add(structure(database.source()));
      store.embeddingModel().map(this::vectors).ifPresent(findings::add);
      if (OperatedDatabase.external(environment)) {
        findings.addAll(new ReplicaCheckup(environment).findings(database.jdbc()));
      }
    } catch (DatabaseStartException | JdbcException e) {
      findings.add(
          Finding.fault(
              "数据库",
              "连接不上：" + firstLine(e),
              "检查 ZHITONG_DB_URL、账号、密码和网络；内嵌数据库请看数据目录的 postgresql.log"));
    }
    return findings;
  }

  /** By what the server said between two readings of our clock. */
  static List<Finding> judge(OperationStore.Server server, Instant before, Instant after) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        server.major() < OLDEST_MAJOR
            ? Finding.fault(
                "数据库",
                "PostgreSQL " + server.version() + " 太旧",
                "升级到 " + OLDEST_MAJOR + " 以上，建议 15 以上")
            : Finding.good(
                "数据库",
                "PostgreSQL %s，%d MB".formatted(server.version(), server.size() / 1_048_576)));
    findings.add(vector(server));
    findings.add(offset(server.now(), before, after));
    return findings;
  }

  private static Finding structure(DataSource database) {
    ClassLoader loader = DatabaseCheckup.class.getClassLoader();
    List<String> pending = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String schema : List.of("corpus", "assistant")) {
      Migrations.SchemaState state = Migrations.state(database, schema, loader);
      state.pending().forEach(version -> pending.add(schema + " V" + version));
      state.unknown().forEach(version -> unknown.add(schema + " V" + version));
    }
    if (!unknown.isEmpty()) {
      return Finding.note(
          STRUCTURE,
          "由更新的程序升级过，本程序没有的有 " + unknown.size() + " 步（到 " + unknown.get(unknown.size() - 1) + "）",
          "滚动升级途中正常；否则请改用不旧于它的程序，或恢复升级前的备份（CHANGELOG.md）");
    }
    return pending.isEmpty()
        ? Finding.good(STRUCTURE, "与程序一致")
        : Finding.note(
            STRUCTURE,
            "比程序旧 " + pending.size() + " 步（到 " + pending.get(pending.size() - 1) + "）",
            "下一次启动时自动升级；启动前先 ./zhitong backup，并看 CHANGELOG.md 是否须停机");
  }

  private static Finding vector(OperationStore.Server server) {
    String version = server.vector() == null ? server.available() : server.vector();
    if (version == null) {
      return Finding.note(
          "pgvector", "没有安装，向量检索由各节点的 Lucene 承担", "./zhitong setup，或在数据库服务器上安装 pgvector 0.8.4 以上");
    }
    if (PgVersion.older(version, "0.5.0")) {
      return Finding.fault("pgvector", version + " 没有所需的 HNSW", "升级到 0.8.4 以上");
    }
    if (PgVersion.older(version, "0.8.4")) {
      return Finding.note("pgvector", version + " 的并行建索引和清理有已知缺陷，本程序已避开并行", "有条件时升级到 0.8.4 以上");
    }
    return Finding.good("pgvector", version);
  }

  private Finding vectors(String model) {
    EmbeddingModels models;
    try {
      models = EmbeddingModels.configured(environment);
    } catch (IllegalStateException e) {
      return Finding.fault(
          VECTORS,
          e.getMessage(),
          "把 ZHITONG_ENCODER_ADAPTER 改为 ./zhitong train encoder 写出的文件，或去掉它");
    }
    if (models.newest().equals(model)) {
      return Finding.good(VECTORS, "由现在的模型生成");
    }
    return models.has(model)
        ? Finding.note(
            VECTORS,
            "由另一个模型（" + model + "）生成，检索仍用它",
            "各节点都用现在的配置重新启动后执行 ./zhitong database reembed，服务不必停")
        : Finding.fault(
            VECTORS,
            "由这里没有配置的模型（" + model + "）生成，这样启动的节点不能检索、问答和收录",
            "把 ZHITONG_ENCODER_ADAPTER 设回生成它的增量并重启，"
                + "或在各节点都用现在的配置启动后执行 ./zhitong database reembed");
  }

  private static Finding offset(Instant there, Instant before, Instant after) {
    Duration offset =
        there.isBefore(before)
            ? Duration.between(there, before)
            : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    String text = "与数据库相差 %.1f 秒".formatted(offset.toMillis() / 1000.0);
    return offset.compareTo(LARGEST_OFFSET) > 0
        ? Finding.fault("时钟", text, "两边都启用时间同步（timedatectl set-ntp true，或 chrony）")
        : Finding.good("时钟", text);
  }

  private static Finding disk(Path data) throws IOException {
    Path existing = data.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    long free = Files.getFileStore(existing).getUsableSpace();
    String text = "%s 所在磁盘可用 %.1f GB".formatted(data, free / (double) (1 << 30));
    return free < LEAST_FREE
        ? Finding.fault("磁盘", text, "清出至少 2 GB，或把数据目录移到更大的磁盘")
        : Finding.good("磁盘", text);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
