package cn.zhitong.common.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of one PostgreSQL.
 *
 * @param bin folder with {@code postgres}, {@code initdb}, {@code pg_ctl}
 * @param major major version, which the cluster's files depend on
 * @param vector whether the pgvector extension is installed with it
 */
record PostgresInstallation(Path bin, int major, boolean vector) {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /** Those in Debian's folders, newest first. */
  static List<PostgresInstallation> onThisMachine() {
    if (!Files.isDirectory(DEBIAN)) {
      return List.of();
    }
    List<PostgresInstallation> found = new ArrayList<>();
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      for (Path version : versions.toList()) {
        if (Files.isExecutable(version.resolve("bin/initdb"))) {
          found.add(at(version.resolve("bin")));
        }
      }
    } catch (IOException e) {
      throw new DatabaseStartException("无法查看 " + DEBIAN + "：" + e.getMessage(), e);
    }
    found.sort(Comparator.comparingInt(PostgresInstallation::major).reversed());
    return found;
  }

  /** The one in this folder. */
  static PostgresInstallation at(Path bin) {
    for (String program : List.of("postgres", "initdb", "pg_ctl")) {
      if (!Files.isExecutable(bin.resolve(program))) {
        throw new DatabaseStartException(
            "%s 中没有 PostgreSQL 的 %s 程序。请把 ZHITONG_PG_BIN 设为 PostgreSQL 的 bin 目录，或取消该设置。"
                .formatted(bin, program));
      }
    }
    try {
      String version =
          Commands.run(List.of(bin.resolve("postgres").toString(), "--version"), 20).output();
      Matcher matcher = VERSION.matcher(version);
      if (!matcher.find()) {
        throw new DatabaseStartException("无法识别 " + bin + " 的 PostgreSQL 版本：" + version.strip());
      }
      int major = Integer.parseInt(matcher.group(1));
      return new PostgresInstallation(bin, major, hasVector(bin, major));
    } catch (IOException e) {
      throw new DatabaseStartException("无法运行 " + bin.resolve("postgres") + "：" + e.getMessage(), e);
    }
  }

  private static boolean hasVector(Path bin, int major) throws IOException {
    List<Path> shares = new ArrayList<>();
    Path pgConfig = bin.resolve("pg_config");
    if (Files.isExecutable(pgConfig)) {
      shares.add(
          Path.of(Commands.run(List.of(pgConfig.toString(), "--sharedir"), 20).output().strip()));
    }
    shares.add(Path.of("/usr/share/postgresql/" + major));
    shares.add(bin.resolveSibling("share"));
    shares.add(bin.resolveSibling("share").resolve("postgresql"));
    return shares.stream()
        .anyMatch(share -> Files.isRegularFile(share.resolve("extension/vector.control")));
  }

  String program(String name) {
    return bin.resolve(name).toString();
  }
}
