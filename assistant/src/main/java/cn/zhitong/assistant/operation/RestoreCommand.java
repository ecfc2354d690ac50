package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.casework.log.VerifyLogCommand;
import cn.zhitong.common.file.Folders;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.postgres.DatabaseStartException;
import cn.zhitong.common.postgres.DumpPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./zhitong restore FILE --data DIR}: reads all of the backup against its manifest, restores
 * beside the folder, proves the cases' log, and only then gives the folder its name. Broken off, it
 * is run again with the same arguments ({@link RestoreProgress}).
 */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "把备份恢复到一个空目录（或空的外部数据库），并校验办件记录。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:已恢复，办件记录完好", "1:没有恢复", "2:已恢复，但办件记录有改动"})
public final class RestoreCommand implements Callable<Integer> {
  private static final int LOG_BROKEN = 1;
  private static final int RESTORED_BUT_BROKEN = 2;

  @Parameters(paramLabel = "FILE", description = "backup 写出的文件")
  private Path file;

  @Option(names = "--data", paramLabel = "DIR", required = true, description = "数据目录，应为空或不存在")
  private Path data;

  @Mixin private Passphrase passphrase = new Passphrase();

  private final Map<String, String> environment;

  private RestoreCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), args));
  }

  static int execute(Map<String, String> environment, String... args) {
    return new CommandLine(new RestoreCommand(environment)).execute(args);
  }

  @Override
  public Integer call() {
    try {
      return restore();
    } catch (IOException | DatabaseStartException | JdbcException e) {
      System.err.println("没有恢复，" + data + " 未被改动：" + e.getMessage());
      return 1;
    }
  }

  private int restore() throws IOException {
    if (Files.exists(data.resolve(RestoreProgress.NAME))) {
      return whole();
    }
    if (!empty(data)) {
      throw new IOException("目录不是空的。请换一个目录，或先移走其中的内容");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("没有这个备份文件：" + file);
    }
    BackupReader reader = new BackupReader(file, passphrase.read(environment));
    BackupManifest manifest = reader.verify();
    System.out.printf("备份完好：%s，%d 个文件%n", manifest.made(), manifest.entries().size());
    Path target = data.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    long free = Files.getFileStore(target.getParent()).getUsableSpace();
    if (free < 2 * manifest.size()) {
      throw new IOException("磁盘空间不够：需要约 %d MB".formatted(2 * manifest.size() / 1_048_576 + 1));
    }
    Path part = target.resolveSibling(target.getFileName() + ".restore");
    try (RestoreProgress progress = RestoreProgress.begin(part, name(manifest))) {
      int log = restoreInto(part, reader, progress);
      Files.deleteIfExists(target);
      Files.move(part, target);
      RestoreProgress.finish(target);
      System.out.println("已恢复到 " + target);
      return log == LOG_BROKEN ? RESTORED_BUT_BROKEN : 0;
    }
  }

  /** Which backup it is. */
  private static String name(BackupManifest manifest) {
    return "%s，%d 字节".formatted(manifest.made(), manifest.size());
  }

  /** A run before this one ended between giving the folder its name and saying so. */
  private int whole() throws IOException {
    System.out.println("上次的恢复其实已经做完，再校验一遍办件记录。");
    int verified = verify(data);
    RestoreProgress.finish(data);
    return verified == LOG_BROKEN ? RESTORED_BUT_BROKEN : 0;
  }

  /** Exit code of verify-log, 0 or 1. */
  private int restoreInto(Path part, BackupReader reader, RestoreProgress progress)
      throws IOException {
    try {
      Path unpacked = Files.createTempDirectory(part, "unpacked");
      BackupManifest manifest = reader.extract(unpacked);
      moveContents(unpacked.resolve(BackupManifest.FOLDER), part);
      moveContents(unpacked.resolve(BackupManifest.CLUSTER), part);
      if (!manifest.dumped()) {
        requireEmbedded();
      } else if (!progress.databaseFilled()) {
        fill(part, unpacked.resolve(BackupManifest.DUMP), manifest);
        if (OperatedDatabase.external(environment)) {
          progress.databaseIsFilled();
        }
      }
      Folders.delete(unpacked);
      return verify(part);
    } catch (IOException | DatabaseStartException | JdbcException e) {
      // What an external database has is not to be written again.
      if (!progress.databaseFilled()) {
        Folders.delete(part);
      }
      throw e;
    }
  }

  private void requireEmbedded() throws IOException {
    if (OperatedDatabase.external(environment)) {
      throw new IOException("备份是内嵌数据库的文件，不能恢复到外部数据库。请取消 ZHITONG_DB_URL");
    }
  }

  private int verify(Path folder) throws IOException {
    int verified = VerifyLogCommand.execute(environment, "--data", folder.toString());
    if (verified > LOG_BROKEN) {
      throw new IOException("恢复出来的办件记录无法校验（见上面的输出）。处理后用同样的参数再执行一次");
    }
    return verified;
  }

  private void fill(Path part, Path dump, BackupManifest manifest) throws IOException {
    try (OperatedDatabase database = OperatedDatabase.open(part, environment)) {
      OperationStore store = new OperationStore(database.jdbc());
      if (store.used()) {
        throw new IOException(
            "数据库里已有 corpus 或 assistant，请换一个空的数据库；若是上次中断的恢复刚写进去的，"
                + "请先执行 drop schema corpus, assistant cascade");
      }
      int major = Math.max(store.server().major(), major(manifest));
      DumpPrograms programs =
          DumpPrograms.forServer(major, environment.get("ZHITONG_PG_BIN"))
              .orElseThrow(
                  () ->
                      new IOException(
                          "没有找到 PostgreSQL %d 或更新版本的 pg_restore（Debian：apt-get install postgresql-client），也可用 ZHITONG_PG_BIN 指出其目录"
                              .formatted(major)));
      programs.restore(database.target(), dump);
    }
  }

  private static int major(BackupManifest manifest) {
    return Integer.parseInt(manifest.server().replaceFirst("\\D.*", ""));
  }

  private static boolean empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    return Folders.entries(folder).isEmpty();
  }

  private static void moveContents(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    for (Path entry : Folders.entries(from)) {
      Files.move(entry, to.resolve(entry.getFileName()));
    }
  }
}
