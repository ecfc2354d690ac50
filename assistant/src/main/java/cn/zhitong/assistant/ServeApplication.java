package cn.zhitong.assistant;

import cn.zhitong.assistant.runtime.Announcement;
import cn.zhitong.assistant.runtime.StartContent;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/**
 * What happens between a started service and its end: content asked for is loaded, then the service
 * is announced.
 */
public final class ServeApplication implements QuarkusApplication {
  private final StartContent content;
  private final Announcement announcement;

  ServeApplication(StartContent content, Announcement announcement) {
    this.content = content;
    this.announcement = announcement;
  }

  @Override
  public int run(String... args) {
    announcement.started();
    // Beside the main thread, which must be free to end when Ctrl-C comes during a long load.
    Thread loader =
        new Thread(
            () -> {
              content.load();
              announcement.ready();
            },
            "start-content");
    loader.setDaemon(true);
    loader.start();
    Quarkus.waitForExit();
    return 0;
  }
}
