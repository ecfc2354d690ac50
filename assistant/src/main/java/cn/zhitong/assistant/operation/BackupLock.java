package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a backup's file is written: a second one to the same file would clear the first's. */
final class BackupLock implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private BackupLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Ends with its process, however that ends. */
  static BackupLock on(Path file) throws IOException {
    Path path = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locked(channel)) {
      return new BackupLock(path, channel);
    }
    channel.close();
    throw new IOException("另一个备份正在写到 " + file + "，请等它做完或换一个名称");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    channel.close();
  }
}
