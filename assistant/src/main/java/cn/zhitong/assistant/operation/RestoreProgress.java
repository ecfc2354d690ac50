package cn.zhitong.assistant.operation;

import cn.zhitong.common.file.Folders;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.postgres.RunningCluster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A restore under way, in a folder beside the one that it is for: a file in it says what is being
 * restored and how far it got. The file is locked while a process is at it; after kill -9 the lock
 * is gone and the file tells the next run that the folder is its own to clear away.
 */
final class RestoreProgress implements AutoCloseable {
  /** Of the folder, before its name is given to it and for a moment after. */
  static final String NAME = "restore.json";

  private final Path folder;
  private final FileChannel file;

  private RestoreProgress(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * What stands in the file.
   *
   * @param backup when the backup was made, and its size: which one it is
   * @param stage how far it got
   */
  record State(String backup, Stage stage) {}

  /** In their order. */
  enum Stage {
    BEGUN,
    /** An external database holds all of the backup; the files may be half there. */
    DATABASE_FILLED
  }

  /**
   * Takes a folder for one restore, and clears away what a broken-off one left in it.
   *
   * @param backup as {@link State} has it
   * @throws IOException if another process is at it, or the folder is not one of a restore
   */
  static RestoreProgress begin(Path folder, String backup) throws IOException {
    if (!Files.exists(folder)) {
      // For this user alone; a server that does not run as root is let through when it starts.
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else if (!Files.exists(folder.resolve(NAME))) {
      throw new IOException(folder + " 不是恢复留下的目录，请移走后再试");
    }
    RestoreProgress progress = locked(folder);
    try {
      progress.clear(backup);
      return progress;
    } catch (IOException | RuntimeException e) {
      progress.close();
      throw e;
    }
  }

  private static RestoreProgress locked(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return new RestoreProgress(folder, file);
      }
    } catch (OverlappingFileLockException e) {
      // In this very process; the same answer.
    }
    file.close();
    throw new IOException("另一个 restore 正在恢复到 " + folder + "，请等它结束");
  }

  private void clear(String backup) throws IOException {
    State left = state();
    boolean filled = left != null && left.stage() == Stage.DATABASE_FILLED;
    if (filled && !left.backup().equals(backup)) {
      throw new IOException(
          "上次中断的恢复已把另一份备份（%s）写入外部数据库。请先用那份备份再执行一次，或清空数据库并删除 %s".formatted(left.backup(), folder));
    }
    if (left != null) {
      System.out.println(filled ? "上次的恢复在写完外部数据库之后中断：数据库不再写，其余从头再来。" : "上次的恢复没有做完：它留下的文件已清除，从头再来。");
    }
    RunningCluster.kill(folder);
    for (Path entry : Folders.entries(folder)) {
      if (!entry.getFileName().toString().equals(NAME)) {
        Folders.delete(entry);
      }
    }
    if (!filled) {
      write(new State(backup, Stage.BEGUN));
    }
  }

  /** Whether an earlier run has brought the backup into an external database. */
  boolean databaseFilled() throws IOException {
    return state().stage() == Stage.DATABASE_FILLED;
  }

  void databaseIsFilled() throws IOException {
    write(new State(state().backup(), Stage.DATABASE_FILLED));
  }

  private void write(State state) throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.wrap(StandardJson.MAPPER.writeValueAsBytes(state)), 0);
    file.force(true);
  }

  /** Nothing is left to clear away: the folder has its name. */
  static void finish(Path named) throws IOException {
    Files.deleteIfExists(named.resolve(NAME));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Null where nothing was written yet. */
  private State state() throws IOException {
    file.position(0);
    byte[] text = Channels.newInputStream(file).readAllBytes();
    return text.length == 0 ? null : StandardJson.MAPPER.readValue(text, State.class);
  }
}
