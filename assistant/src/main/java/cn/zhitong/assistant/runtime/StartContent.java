package cn.zhitong.assistant.runtime;

import io.quarkus.runtime.ApplicationLifecycleManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Loads what {@code --demo} and {@code --policies} ask for. */
@ApplicationScoped
public class StartContent {
  private static final Logger LOG = Logger.getLogger(StartContent.class);

  private final Instance<DemoContent> demo;
  private final Instance<PolicyFolder> policyFolder;

  @ConfigProperty(name = "zhitong.demo", defaultValue = "false")
  boolean withDemo;

  @ConfigProperty(name = "zhitong.policies")
  Optional<Path> policies;

  @ConfigProperty(name = "zhitong.terminal", defaultValue = "false")
  boolean terminal;

  StartContent(Instance<DemoContent> demo, Instance<PolicyFolder> policyFolder) {
    this.demo = demo;
    this.policyFolder = policyFolder;
  }

  /** False when something that was asked for could not be loaded. */
  public boolean load() {
    ProgressBar bar = new ProgressBar(System.out, terminal);
    try {
      if (withDemo) {
        demo.get().load(bar);
      }
      policies.ifPresent(folder -> System.out.println(policyFolder.get().ingest(folder, bar)));
      return true;
    } catch (RuntimeException e) {
      if (!ApplicationLifecycleManager.isVmShuttingDown()) {
        LOG.error("启动内容没有载入成功", e);
      }
      return false;
    }
  }
}
