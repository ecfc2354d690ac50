package cn.zhitong.assistant.runtime;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the process from ending. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** All under one name, by which thread dumps tell what they are for. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
