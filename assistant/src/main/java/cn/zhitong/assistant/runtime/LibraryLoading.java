package cn.zhitong.assistant.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether policies that the start asked for are still on their way into the library: what is not
 * found meanwhile may be there in a minute. True from the first request on, before anything is
 * loaded.
 */
@ApplicationScoped
public class LibraryLoading {
  @ConfigProperty(name = "zhitong.demo", defaultValue = "false")
  boolean withDemo;

  @ConfigProperty(name = "zhitong.policies")
  Optional<Path> policies = Optional.empty();

  private volatile boolean running;

  @PostConstruct
  void begin() {
    running = withDemo || policies.isPresent();
  }

  /** All was loaded, or could not be. */
  void end() {
    running = false;
  }

  public boolean isRunning() {
    return running;
  }
}
