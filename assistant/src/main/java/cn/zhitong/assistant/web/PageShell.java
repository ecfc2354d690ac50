package cn.zhitong.assistant.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What all pages have around their content. */
@ApplicationScoped
class PageShell {
  private final Bundle bundle;
  private final String shell = resource("pages/shell.html");

  PageShell(Bundle bundle) {
    this.bundle = bundle;
  }

  /**
   * @param title as text
   * @param content as HTML
   * @param charts whether the page draws some
   */
  String html(String title, String content, boolean charts) {
    String script =
        charts ? "<script type=\"module\" src=\"" + bundle.script("charts") + "\"></script>\n" : "";
    return shell
        .replace("{title}", title)
        .replace("{script}", bundle.script("app"))
        .replace("{charts}", script)
        .replace("{content}", content);
  }

  /** A text on the class path. */
  static String resource(String name) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
