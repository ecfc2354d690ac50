package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.retrieval.PgVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a database can be distributed: Citus, its workers, pgvector on each, keys and disk. */
final class DistributionCheckup {
  /** The oldest that this was tried with. */
  private static final String OLDEST = "12.1";

  /** A shard is written beside its table, and its indexes are built: twice the size has room. */
  private static final int ROOM = 2;

  private static final String ADD_WORKER =
      "在每台工作节点上安装 Citus 和 pgvector，再在协调节点执行 select citus_add_node('主机', 端口)";

  private final CitusStore store;

  DistributionCheckup(CitusStore store) {
    this.store = store;
  }

  List<Finding> findings() {
    Optional<String> installed = store.installed();
    Optional<Finding> citus = citus(installed);
    if (citus.isPresent()) {
      return List.of(citus.get());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good("Citus", installed.orElseThrow()));
    findings.addAll(keys());
    findings.addAll(workers());
    return findings;
  }

  /** What keeps Citus from being used; empty where it is in the database and new enough. */
  private Optional<Finding> citus(Optional<String> installed) {
    Optional<String> version = installed.or(store::available);
    if (version.isEmpty()) {
      return Optional.of(
          Finding.fault(
              "Citus",
              "这个 PostgreSQL 没有 Citus",
              "在数据库服务器上安装 Citus " + OLDEST + " 以上，或继续用单台 PostgreSQL"));
    }
    if (PgVersion.older(version.get(), OLDEST)) {
      return Optional.of(Finding.fault("Citus", version.get() + " 太旧", "升级到 " + OLDEST + " 以上"));
    }
    if (!store.preloaded()) {
      return Optional.of(
          Finding.fault(
              "Citus", "没有预先载入", "在 postgresql.conf 写 shared_preload_libraries = 'citus'，重启"));
    }
    return installed.isEmpty()
        ? Optional.of(Finding.fault("Citus", "这个数据库里没有它", "执行 create extension citus"))
        : Optional.empty();
  }

  private List<Finding> keys() {
    List<Finding> findings = new ArrayList<>();
    for (DistributedTable table : DistributedTable.values()) {
      List<String> without = table.isReference() ? List.of() : store.keysWithout(table);
      if (!without.isEmpty()) {
        findings.add(
            Finding.fault(
                table.table(),
                "唯一键不含 " + table.column() + "：" + String.join("、", without),
                "先用本版本启动一次服务，它会改好键"));
      }
    }
    store
        .foreignKeysAcross()
        .forEach(key -> findings.add(Finding.fault("外键", key + " 跨服务器", "这是程序的缺陷，请报告")));
    return findings;
  }

  private List<Finding> workers() {
    List<CitusStore.Worker> workers = store.workers();
    if (workers.isEmpty()) {
      return List.of(Finding.fault("工作节点", "一台也没有", ADD_WORKER));
    }
    long bytes = store.sizes().values().stream().mapToLong(CitusStore.Size::bytes).sum();
    long needed = ROOM * bytes / workers.size();
    CitusStore.CitusVersion version = store.version();
    return workers.stream().map(worker -> finding(worker, version, needed)).toList();
  }

  private static Finding finding(
      CitusStore.Worker worker, CitusStore.CitusVersion coordinator, long needed) {
    String name = "工作节点 " + worker.name();
    if (worker.problem() != null) {
      return Finding.fault(name, "连接不上：" + worker.problem(), "检查它是否在运行、网络和 pg_hba.conf");
    }
    if (!worker.citus().equals(coordinator)) {
      return Finding.fault(
          name,
          "Citus 是 " + worker.citus().text() + "，协调节点是 " + coordinator.text(),
          "各台装同一版本，重启，再在每台执行 alter extension citus update");
    }
    if (worker.vector().isEmpty()) {
      return Finding.fault(name, "没有 pgvector", "安装后在协调节点执行 create extension vector");
    }
    if (worker.free() < needed) {
      return Finding.fault(
          name, "磁盘可用 " + megabytes(worker.free()) + "，约需 " + megabytes(needed), "清出空间，或再加工作节点");
    }
    return Finding.good(
        name,
        "PostgreSQL %d，Citus %s，pgvector %s，磁盘可用 %s（约需 %s）"
            .formatted(
                worker.major(),
                worker.citus().library(),
                worker.vector(),
                megabytes(worker.free()),
                megabytes(needed)));
  }

  static String megabytes(long bytes) {
    return (bytes + 1_048_575) / 1_048_576 + " MB";
  }
}
