package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a backup's passphrase comes from: never from the command line, which others can see. */
final class Passphrase {
  private static final int SHORTEST = 12;

  @Option(
      names = "--passphrase-file",
      paramLabel = "F",
      description = "内有口令的文件；默认取 ZHITONG_BACKUP_PASSPHRASE")
  private Path file;

  /** Null for none. */
  char[] read(Map<String, String> environment) throws IOException {
    String text =
        file == null
            ? environment.getOrDefault("ZHITONG_BACKUP_PASSPHRASE", "")
            : Files.readString(file);
    String passphrase = text.strip();
    if (file == null && passphrase.isEmpty()) {
      return null;
    }
    if (passphrase.length() < SHORTEST) {
      throw new IOException("口令至少 " + SHORTEST + " 个字符");
    }
    return passphrase.toCharArray();
  }
}
