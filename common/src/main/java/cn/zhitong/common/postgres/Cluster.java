package cn.zhitong.common.postgres;

import cn.zhitong.common.file.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which cluster folder is used with which programs. Folders carry their major version ({@code
 * pg-15}); a folder that exists decides, so that data made with one version is never hidden behind
 * a new empty cluster of another.
 *
 * @param folder the cluster's folder
 * @param postgres programs of the same major version
 * @param notice something the operator should know, in Chinese; null if nothing
 */
record Cluster(Path folder, PostgresInstallation postgres, String notice) {
  private static final String PREFIX = "pg-";

  /**
   * What there is to choose from.
   *
   * @param explicit from {@code ZHITONG_PG_BIN}; null if not set
   * @param machine those in the usual folders
   * @param bundled the one that comes with the program, unpacked when asked for
   */
  record Candidates(
      PostgresInstallation explicit,
      List<PostgresInstallation> machine,
      Supplier<PostgresInstallation> bundled) {

    /** For a new cluster: the configured one, else one with pgvector, else the bundled one. */
    PostgresInstallation best() {
      if (explicit != null) {
        return explicit;
      }
      return machine.stream().filter(PostgresInstallation::vector).findFirst().orElseGet(bundled);
    }

    Optional<PostgresInstallation> ofMajor(int major) {
      List<PostgresInstallation> all = new ArrayList<>();
      if (explicit != null) {
        all.add(explicit);
      }
      machine.stream().filter(PostgresInstallation::vector).forEach(all::add);
      Optional<PostgresInstallation> preferred =
          all.stream().filter(p -> p.major() == major).findFirst();
      return preferred
          .or(() -> Optional.of(bundled.get()).filter(p -> p.major() == major))
          .or(() -> machine.stream().filter(p -> p.major() == major).findFirst());
    }
  }

  static Cluster choose(Path dataFolder, Candidates candidates) throws IOException {
    List<Path> existing = existing(dataFolder);
    if (existing.isEmpty()) {
      PostgresInstallation postgres = candidates.best();
      return new Cluster(dataFolder.resolve(PREFIX + postgres.major()), postgres, null);
    }
    if (existing.size() > 1) {
      throw new DatabaseStartException(
          "数据目录 %s 中有多个数据库目录（%s），无法判断用哪一个。请把不用的移到别处。"
              .formatted(
                  dataFolder,
                  String.join(
                      "、", existing.stream().map(p -> p.getFileName().toString()).toList())));
    }
    return goOnWith(existing.get(0), candidates);
  }

  private static Cluster goOnWith(Path folder, Candidates candidates) throws IOException {
    int major = Integer.parseInt(Files.readString(folder.resolve("PG_VERSION")).strip());
    PostgresInstallation postgres =
        candidates
            .ofMajor(major)
            .orElseThrow(
                () ->
                    new DatabaseStartException(
                        ("数据目录 %s 中的数据由 PostgreSQL %d 建立，本机没有这个版本，因此不能启动；数据未被改动。"
                                + "请安装 postgresql-%d，或用 ZHITONG_PG_BIN 指出其 bin 目录。")
                            .formatted(folder.getParent(), major, major)));
    if (postgres.vector()) {
      return new Cluster(folder, postgres, null);
    }
    String other =
        candidates.machine().stream()
            .filter(PostgresInstallation::vector)
            .findFirst()
            .map(
                p ->
                    "本机 PostgreSQL %d 已装 pgvector，但数据由 PostgreSQL %d 建立，继续使用 %d，向量检索由 Lucene 承担。"
                        .formatted(p.major(), major, major))
            .orElse(null);
    return new Cluster(folder, postgres, other);
  }

  private static List<Path> existing(Path dataFolder) throws IOException {
    return Folders.entries(dataFolder).stream()
        .filter(entry -> entry.getFileName().toString().matches(PREFIX + "\\d+"))
        .filter(entry -> Files.exists(entry.resolve("PG_VERSION")))
        .toList();
  }
}
