package cn.zhitong.common.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder with everything one installation keeps: the embedded database, the administrator's
 * token, {@code serve.json} while a service runs. One process uses it at a time; a second one is
 * refused by a file lock, which the system drops even after kill -9.
 */
public final class DataFolder implements AutoCloseable {
  private static final int SECRET_BYTES = 32;

  // Within one process a second lock attempt would drop the first one: closing any descriptor of a
  // file drops all of the process's POSIX locks on it.
  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** {@code ~/.zhitong}. */
  public static Path defaultPath() {
    return Path.of(System.getProperty("user.home"), ".zhitong");
  }

  /**
   * Makes the folder where it is missing and takes it for this process.
   *
   * @throws DatabaseStartException if another process has it, or it cannot be written
   */
  public static DataFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      create(path);
      if (!OPEN_HERE.add(path.toRealPath())) {
        throw inUse(path, Long.toString(ProcessHandle.current().pid()));
      }
      return lock(path);
    } catch (IOException e) {
      throw new DatabaseStartException(
          "数据目录 %s 无法写入（%s）。请检查权限，或用 --data 指定另一个目录。".formatted(path, e.getMessage()), e);
    }
  }

  private static DataFolder lock(Path path) throws IOException {
    boolean locked = false;
    try {
      Path lockPath = path.resolve("lock");
      FileChannel channel =
          FileChannel.open(
              lockPath,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(path, Files.readString(lockPath).strip());
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
      locked = true;
      return new DataFolder(path, channel, lock);
    } finally {
      if (!locked) {
        OPEN_HERE.remove(path.toRealPath());
      }
    }
  }

  private static DatabaseStartException inUse(Path path, String owner) {
    return new DatabaseStartException(
        "数据目录 %s 正被另一个直通进程使用（进程号 %s）。请先停止它，或用 --data 指定另一个目录。"
            .formatted(path, owner.isEmpty() ? "未知" : owner));
  }

  private static void create(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path.getParent());
      Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  public Path path() {
    return path;
  }

  /** 32 random bytes in hex, made once, in a file that only its owner can read. */
  public String secret(String fileName) {
    Path file = path.resolve(fileName);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        writePrivately(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DatabaseStartException("无法读写密钥文件 " + file + "：" + e.getMessage(), e);
    }
  }

  /** Removes a file that may be missing. */
  public void delete(String fileName) {
    try {
      Files.deleteIfExists(path.resolve(fileName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written beside and renamed, so that no reader and no crash sees half a file. */
  static void writePrivately(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      if (lock.isValid()) {
        lock.release();
      }
      lockFile.close();
      OPEN_HERE.remove(path.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
