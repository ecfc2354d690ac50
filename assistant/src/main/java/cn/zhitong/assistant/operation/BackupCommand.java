package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import cn.zhitong.common.postgres.DumpPrograms;
import cn.zhitong.common.postgres.RunningCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./zhitong backup FILE}: the database as of one moment, and what the data folder has beside
 * it. A service may go on working meanwhile, except where there is no pg_dump.
 */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "备份数据库（含模型和附件）、密钥、令牌和签名总账到一个文件。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:已备份", "1:没有备份"})
public final class BackupCommand implements Callable<Integer> {
  /** Made anew at each start, or of one run only. */
  private static final Set<String> LEFT_OUT =
      Set.of("lock", "serve.json", "postgresql.log", "index", "uploads", RestoreProgress.NAME);

  @Parameters(paramLabel = "FILE", description = "备份文件，如 zhitong-2026-03-02.tar.gz")
  private Path file;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data = DataFolder.defaultPath();

  @Mixin private Passphrase passphrase = new Passphrase();

  private final Map<String, String> environment;
  private final Clock clock = Clock.system(Infrastructure.ZONE);

  private BackupCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), args));
  }

  static int execute(Map<String, String> environment, String... args) {
    return new CommandLine(new BackupCommand(environment)).execute(args);
  }

  @Override
  public Integer call() {
    try {
      char[] secret = passphrase.read(environment);
      BackupManifest manifest = backUp(secret);
      System.out.printf(
          "已备份到 %s：%d 个文件，%.1f MB，PostgreSQL %s%n",
          file, manifest.entries().size(), Files.size(file) / 1_048_576.0, manifest.server());
      System.out.println(secret == null ? "备份没有加密，内有密钥和个人信息，请妥善保管。" : "备份已加密；没有口令无法恢复，请另行保管口令。");
      if (!environment.getOrDefault("ZHITONG_LOG_KEY", "").isBlank()) {
        System.out.println("环境变量中的密钥（ZHITONG_LOG_KEY 等）不在备份里，请另行保管。");
      }
      return 0;
    } catch (IOException | DatabaseStartException | JdbcException e) {
      System.err.println("没有备份：" + e.getMessage());
      return 1;
    }
  }

  private BackupManifest backUp(char[] secret) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " 已经存在，请换一个名称");
    }
    boolean external = OperatedDatabase.external(environment);
    if (!external && RunningCluster.clusters(data).isEmpty()) {
      throw new IOException("数据目录 " + data + " 中没有数据库，请检查 --data");
    }
    BackupCipher by = cipher();
    try (BackupLock lock = BackupLock.on(file)) {
      return backUp(secret, by);
    }
  }

  private BackupManifest backUp(char[] secret, BackupCipher by) throws IOException {
    Path part = createPrivate(".part");
    Path dump = createPrivate(".dump.part");
    try {
      BackupManifest manifest = write(part, dump, secret, by);
      // Read back: a disk that lies is found out now and not on the day of need.
      new BackupReader(part, secret).verify();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(dump);
    }
  }

  private BackupCipher cipher() throws IOException {
    String name = environment.getOrDefault("ZHITONG_BACKUP_CIPHER", "aes");
    return BackupCipher.named(name)
        .orElseThrow(() -> new IOException("ZHITONG_BACKUP_CIPHER 应是 aes 或 sm4，不是 " + name));
  }

  private Path createPrivate(String ending) throws IOException {
    Path path = file.toAbsolutePath().resolveSibling(file.getFileName() + ending);
    if (Files.deleteIfExists(path)) {
      System.out.println("上次的备份没有做完：" + path + " 已清除，从头再来。");
    }
    return Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** The folder goes first: a head signed after it was copied is in the database's copy alone. */
  private BackupManifest write(Path part, Path dump, char[] secret, BackupCipher by)
      throws IOException {
    String made = clock.instant().toString();
    try (BackupWriter writer = new BackupWriter(part, secret, by)) {
      OperationStore.Server server;
      boolean dumped;
      try (OperatedDatabase database = OperatedDatabase.open(data, environment)) {
        server = new OperationStore(database.jdbc()).server();
        Optional<DumpPrograms> programs =
            DumpPrograms.forServer(server.major(), environment.get("ZHITONG_PG_BIN"));
        dumped = programs.isPresent();
        if (Files.isDirectory(data)) {
          writer.addTree(data, BackupManifest.FOLDER, BackupCommand::wanted);
        }
        if (dumped) {
          programs.get().dump(database.target(), dump);
          writer.add(dump, BackupManifest.DUMP);
        }
      }
      if (!dumped) {
        addCluster(writer, server);
      }
      return writer.finish(made, server.version());
    }
  }

  /** The files themselves, of a server that has been stopped. */
  private void addCluster(BackupWriter writer, OperationStore.Server server) throws IOException {
    String missing =
        "没有找到 PostgreSQL %d 或更新版本的 pg_dump（Debian：apt-get install postgresql-client），"
            .formatted(server.major());
    if (OperatedDatabase.external(environment)) {
      throw new IOException(missing + "也可用 ZHITONG_PG_BIN 指出其目录");
    }
    if (RunningCluster.in(data).isPresent()) {
      throw new IOException(missing + "或者先停止服务再备份");
    }
    try (DataFolder folder = DataFolder.open(data)) {
      for (Path cluster : RunningCluster.clusters(folder.path())) {
        writer.addTree(
            cluster,
            BackupManifest.CLUSTER + cluster.getFileName() + "/",
            path -> !path.toString().equals("postmaster.pid"));
      }
    }
  }

  private static boolean wanted(Path relative) {
    String first = relative.getName(0).toString();
    return !LEFT_OUT.contains(first)
        && !first.matches("pg-\\d+.*")
        && !relative.toString().endsWith(".part");
  }
}
