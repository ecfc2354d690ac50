package cn.zhitong.common.postgres;

import cn.zhitong.common.file.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL that comes with the program as a jar (zonky's binaries), unpacked once into the
 * cache. Zonky's own starter is not used: it is made for tests and gives away durability and
 * passwords.
 */
final class BundledPostgres {
  private BundledPostgres() {}

  /** Unpacks it where that has not been done. */
  static PostgresInstallation install() {
    byte[] archive = archive();
    Path home = cache().resolve("postgresql-" + digest(archive));
    try {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        unpackBeside(archive, home);
      }
    } catch (IOException e) {
      throw new DatabaseStartException("无法把随附的 PostgreSQL 解包到 %s：%s".formatted(home, e), e);
    }
    return PostgresInstallation.at(home.resolve("bin"));
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("zhitong");
  }

  private static byte[] archive() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        switch (machine) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default ->
              throw new DatabaseStartException(
                  "没有适用于 %s 的随附 PostgreSQL。请安装 PostgreSQL 并设置 ZHITONG_PG_BIN，或设置 ZHITONG_DB_URL。"
                      .formatted(machine));
        };
    try (InputStream in = BundledPostgres.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new DatabaseStartException("程序包里缺少 " + name + "，请重新构建。");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new DatabaseStartException("无法读取程序包里的 " + name + "：" + e.getMessage(), e);
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two processes may unpack at once: each into its own folder, the first rename wins. */
  private static void unpackBeside(byte[] archive, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path part = Files.createTempDirectory(home.getParent(), "postgresql-part");
    try {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(archive, part);
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      Folders.delete(part);
    } catch (IOException e) {
      Folders.delete(part);
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          boolean executable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
