package cn.zhitong.assistant.operation;

import cn.zhitong.common.file.Folders;
import cn.zhitong.common.json.StandardJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a backup: a compressed tar, whose last entry is the manifest; encrypted if wanted. */
final class BackupWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final TarArchiveOutputStream tar;
  private final List<BackupManifest.Item> items = new ArrayList<>();

  /**
   * @param passphrase null for a file that is not encrypted
   */
  BackupWriter(Path file, char[] passphrase, BackupCipher by) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    OutputStream sealed = passphrase == null ? out : new EncryptedOutput(out, passphrase, by);
    tar = new TarArchiveOutputStream(new GZIPOutputStream(sealed, BUFFER), "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /**
   * All files under a folder that are wanted, and its folders. One that is not wanted is not looked
   * into: a running service and its database make and remove files there all the time.
   */
  void addTree(Path folder, String prefix, Predicate<Path> wanted) throws IOException {
    for (Path path : Folders.entries(folder)) {
      Path name = path.getFileName();
      if (!wanted.test(name)) {
        continue;
      }
      if (Files.isDirectory(path)) {
        tar.putArchiveEntry(new TarArchiveEntry(prefix + name + "/"));
        tar.closeArchiveEntry();
        if (!Files.isSymbolicLink(path)) {
          addTree(path, prefix + name + "/", below -> wanted.test(name.resolve(below)));
        }
      } else if (Files.isRegularFile(path)) {
        add(path, prefix + name);
      }
    }
  }

  void add(Path file, String name) throws IOException {
    long size = Files.size(file);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    tar.putArchiveEntry(entry);
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long left = size;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(file + " 在备份中变短了，请再试一次");
        }
        digest.update(buffer, 0, read);
        tar.write(buffer, 0, read);
        left -= read;
      }
    }
    tar.closeArchiveEntry();
    items.add(new BackupManifest.Item(name, size, HexFormat.of().formatHex(digest.digest())));
  }

  /** Writes the manifest; nothing comes after it. */
  BackupManifest finish(String made, String server) throws IOException {
    BackupManifest manifest =
        new BackupManifest(BackupManifest.FORMAT, made, server, List.copyOf(items));
    byte[] json = StandardJson.MAPPER.writeValueAsBytes(manifest);
    TarArchiveEntry entry = new TarArchiveEntry(BackupManifest.NAME);
    entry.setSize(json.length);
    tar.putArchiveEntry(entry);
    tar.write(json);
    tar.closeArchiveEntry();
    tar.finish();
    return manifest;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
