package cn.zhitong.bench.rehearsal;

import cn.zhitong.eval.drive.ServiceProcess;
import java.util.function.IntSupplier;

/** Somebody who kills a node while others work. */
final class ScenarioPeople {
  private ScenarioPeople() {}

  /** Kills the node when so many acts are done. */
  static Thread killer(ServiceProcess node, IntSupplier acts, int when) {
    Thread thread =
        new Thread(
            () -> {
              try {
                // The count is the acting threads' own and tells nobody; it is looked at instead.
                while (acts.getAsInt() < when) {
                  Thread.sleep(5);
                }
                node.kill();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "killer");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
