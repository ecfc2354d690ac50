package cn.zhitong.eval.drive;

import java.io.IOException;

/** A running assistant: one that the caller named, or a scratch one of our own. */
public interface Service extends AutoCloseable {

  String url();

  /** Bearer token with the administrator's rights. */
  String token();

  @Override
  void close() throws IOException;

  /** A service that somebody else runs. */
  static Service at(String url, String token) {
    return new Service() {
      @Override
      public String url() {
        return url.replaceAll("/+$", "");
      }

      @Override
      public String token() {
        return token;
      }

      @Override
      public void close() {}
    };
  }
}
