package cn.zhitong.assistant.operation;

import cn.zhitong.common.json.StandardJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a backup: whole and against its manifest first, then into a folder. */
final class BackupReader {
  private static final int BUFFER = 1 << 16;
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final char[] passphrase;

  /**
   * @param passphrase null for none
   */
  BackupReader(Path file, char[] passphrase) {
    this.file = file;
    this.passphrase = passphrase;
  }

  /**
   * Reads all of it and writes nothing.
   *
   * @throws IOException with what is wrong with it
   */
  BackupManifest verify() throws IOException {
    try {
      return read(null);
    } catch (BackupRefusal e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new BackupRefusal("文件读不出来，或已损坏、不完整（" + e + "）", e);
    }
  }

  /** Writes its files under a folder, which exists, for this user alone. */
  BackupManifest extract(Path folder) throws IOException {
    return read(folder);
  }

  private BackupManifest read(Path folder) throws IOException {
    List<BackupManifest.Item> seen = new ArrayList<>();
    BackupManifest manifest = null;
    try (TarArchiveInputStream tar = new TarArchiveInputStream(open(), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (manifest != null) {
          throw new BackupRefusal("清单之后还有内容");
        }
        if (entry.getName().equals(BackupManifest.NAME)) {
          manifest = StandardJson.MAPPER.readValue(tar.readAllBytes(), BackupManifest.class);
        } else if (entry.isDirectory()) {
          makeFolder(folder, entry.getName());
        } else {
          seen.add(copy(tar, folder, entry.getName()));
        }
      }
    }
    check(manifest, seen);
    return manifest;
  }

  private static void check(BackupManifest manifest, List<BackupManifest.Item> seen)
      throws IOException {
    if (manifest == null) {
      throw new BackupRefusal("文件不完整：没有清单");
    }
    if (manifest.format() != BackupManifest.FORMAT) {
      throw new BackupRefusal("备份的格式 " + manifest.format() + " 较新，请用制作它的版本或更新的版本恢复");
    }
    for (BackupManifest.Item item : manifest.entries()) {
      if (!seen.contains(item)) {
        throw new BackupRefusal("文件已损坏：" + item.name() + " 与清单不符");
      }
    }
    if (seen.size() != manifest.entries().size()) {
      throw new BackupRefusal("文件已损坏：有清单之外的内容");
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(BackupCipher.MAGIC);
      byte[] start = in.readNBytes(BackupCipher.MAGIC);
      in.reset();
      if (BackupCipher.ofStart(start).isEmpty()) {
        return new GZIPInputStream(in, BUFFER);
      }
      if (passphrase == null) {
        throw new BackupRefusal("备份是加密的：请用 --passphrase-file 或 ZHITONG_BACKUP_PASSPHRASE 给出口令");
      }
      return new GZIPInputStream(new EncryptedInput(in, passphrase), BUFFER);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static BackupManifest.Item copy(InputStream in, Path folder, String name)
      throws IOException {
    MessageDigest digest = BackupWriter.sha256();
    long size = 0;
    try (OutputStream out =
        folder == null ? OutputStream.nullOutputStream() : create(folder, name)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
        size += read;
      }
    }
    return new BackupManifest.Item(name, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static OutputStream create(Path folder, String name) throws IOException {
    Path target = inside(folder, name);
    Files.createDirectories(target.getParent(), PRIVATE_FOLDER);
    Files.createFile(target, PRIVATE_FILE);
    return Files.newOutputStream(target);
  }

  private static void makeFolder(Path folder, String name) throws IOException {
    if (folder != null) {
      Files.createDirectories(inside(folder, name), PRIVATE_FOLDER);
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path target = folder.resolve(name).normalize();
    if (!target.startsWith(folder)) {
      throw new BackupRefusal("备份中有目录之外的文件：" + name);
    }
    return target;
  }
}
