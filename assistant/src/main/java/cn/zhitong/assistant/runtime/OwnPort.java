package cn.zhitong.assistant.runtime;

import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port on which this service listens. */
public final class OwnPort {
  private OwnPort() {}

  /**
   * What the server says, which is a free one where 0 was asked for; in development mode it says -1
   * after a reload, and the one that was asked for is still the one.
   */
  public static int of(HttpServer server) {
    int port = server.getPort();
    return port > 0
        ? port
        : ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
  }
}
