package cn.zhitong.assistant.runtime;

import io.quarkus.runtime.ApplicationLifecycleManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads what {@code --demo} and {@code --policies} ask for. What cannot be loaded is said, and the
 * service goes on without it: what it holds already is of use.
 */
@ApplicationScoped
public class StartContent {
  private static final Logger LOG = Logger.getLogger(StartContent.class);

  private final Instance<DemoContent> demo;
  private final Instance<PolicyFolder> policyFolder;
  private final LibraryLoading loading;

  @ConfigProperty(name = "zhitong.demo", defaultValue = "false")
  boolean withDemo;

  @ConfigProperty(name = "zhitong.policies")
  Optional<Path> policies;

  @ConfigProperty(name = "zhitong.terminal", defaultValue = "false")
  boolean terminal;

  StartContent(
      Instance<DemoContent> demo, Instance<PolicyFolder> policyFolder, LibraryLoading loading) {
    this.demo = demo;
    this.policyFolder = policyFolder;
    this.loading = loading;
  }

  /** Loads all of it; false when something that was asked for could not be loaded. */
  public boolean load() {
    ProgressBar bar = new ProgressBar(System.out, terminal);
    try {
      boolean whole = !withDemo || load("演示内容", () -> demo.get().load(bar));
      if (policies.isPresent()) {
        Path folder = policies.get();
        whole &= load("政策目录", () -> System.out.println(policyFolder.get().ingest(folder, bar)));
      }
      return whole;
    } finally {
      loading.end();
    }
  }

  private boolean load(String what, Runnable content) {
    try {
      content.run();
      return true;
    } catch (RuntimeException e) {
      if (!ApplicationLifecycleManager.isVmShuttingDown()) {
        LOG.errorf(e, "%s没有载入成功", what);
        System.out.printf(
            "%s没有全部载入（%s）。服务照常运行，已载入的内容可以使用；排除原因后重新启动，会接着载入。%n", what, e.getMessage());
      }
      return false;
    }
  }
}
