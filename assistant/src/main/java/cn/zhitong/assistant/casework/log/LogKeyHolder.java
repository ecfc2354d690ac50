package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.RowSeals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where the log's key comes from: the setting {@code ZHITONG_LOG_KEY}, else the data folder of an
 * embedded database. Nodes on an external database share it, so there it has to be set.
 */
@ApplicationScoped
class LogKeyHolder implements RowSeals {
  /** In the data folder. */
  static final String KEY_FILE = "log-key";

  /** Written once all cases of an older version are sealed: from then on none may be without. */
  static final String SEALED_FILE = "log-sealed";

  static final String HEADS_FOLDER = "log-heads";

  private static final Logger LOG = Logger.getLogger(LogKeyHolder.class);

  /** Shorter ones can be guessed. */
  private static final int SHORTEST = 20;

  private final LogKey key;
  private final Path folder;

  /**
   * @param secret null for none: nothing is sealed or signed then
   * @param folder data folder, null for none
   */
  LogKeyHolder(String secret, Path folder) {
    this(secret, folder, LogCryptography.INTERNATIONAL);
  }

  /**
   * @param cryptography of what is written; what is read may be of either
   */
  LogKeyHolder(String secret, Path folder, LogCryptography cryptography) {
    if (secret != null && secret.strip().length() < SHORTEST) {
      throw new IllegalStateException("ZHITONG_LOG_KEY 至少 " + SHORTEST + " 个字符。");
    }
    this.key = secret == null ? null : LogKey.of(secret, cryptography);
    this.folder = folder;
  }

  @Inject
  LogKeyHolder(
      @ConfigProperty(name = "zhitong.log.key") Optional<String> secret,
      @ConfigProperty(name = "zhitong.log.key-file") Optional<Path> file,
      @ConfigProperty(name = "zhitong.log.cryptography", defaultValue = "international")
          LogCryptography cryptography,
      @ConfigProperty(name = "zhitong.data-folder") Optional<Path> folder) {
    this(
        secret.or(() -> file.map(LogKeyHolder::read)).orElse(null),
        folder.orElse(null),
        cryptography);
    if (key == null) {
      LOG.warn(
          "没有设置 ZHITONG_LOG_KEY：办件记录只有哈希链，没有签封和每日签名总账，" + "能改数据库的人可以不留痕迹地重算（见 docs/casework.md）。");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("读不到办件记录的密钥文件 " + file, e);
    }
  }

  Optional<LogKey> key() {
    return Optional.ofNullable(key);
  }

  @Override
  public Optional<String> seal(String content) {
    return key().map(one -> one.seal(content));
  }

  @Override
  public Optional<String> problem(String seal, String content) {
    return key().flatMap(one -> one.problem(seal, content));
  }

  /** Whether every case must have a seal: those of an older version have got theirs. */
  boolean allSealed() {
    return folder != null && Files.exists(folder.resolve(SEALED_FILE));
  }

  void sealedAll() {
    if (folder != null && key != null && !allSealed()) {
      write(folder.resolve(SEALED_FILE), key.id() + "\n");
    }
  }

  /** Copies of the heads outside the database; null where there is no data folder. */
  Path heads() {
    return folder == null ? null : folder.resolve(HEADS_FOLDER);
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("写不了 " + file, e);
    }
  }
}
