package cn.zhitong.common.http;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one client for HTTP calls of our own: commands to a service, notices to a receiver. The
 * language model has LangChain4j's port, whose time-outs are its own.
 */
public final class PlainHttp {
  /**
   * Shared by all threads. HTTP/1.1: the upgrade that the JDK asks for otherwise costs a request
   * with a large body a second sending. What takes longer than 10 s to connect is not there.
   */
  public static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private PlainHttp() {}
}
