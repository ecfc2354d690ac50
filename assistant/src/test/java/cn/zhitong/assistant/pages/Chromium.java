package cn.zhitong.assistant.pages;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The system's Chromium, started once for all tests of a service and stopped with it: a start takes
 * longer than most tests. What a page keeps is its context's own and ends with that.
 */
@Singleton
class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private static Playwright playwright;
  private static com.microsoft.playwright.Browser running;

  static boolean available() {
    return Files.isExecutable(PROGRAM);
  }

  static BrowserContext newContext(NewContextOptions options) {
    if (running == null || !running.isConnected()) {
      stop();
      start();
    }
    return running.newContext(options);
  }

  private static void start() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    running =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Ends it; the next page starts it anew. */
  static void stop() {
    Playwright ended = playwright;
    playwright = null;
    running = null;
    if (ended != null) {
      ended.close();
    }
  }

  void stop(@Observes ShutdownEvent serviceEnds) {
    stop();
  }
}
