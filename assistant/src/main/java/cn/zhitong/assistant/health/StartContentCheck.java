package cn.zhitong.assistant.health;

import cn.zhitong.assistant.runtime.LibraryLoading;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the demonstration is loaded: it is small, and asked about at once. A folder of
 * policies may take hours, in which the service is of use; it is only told of.
 */
@Readiness
@ApplicationScoped
class StartContentCheck implements HealthCheck {
  private final LibraryLoading loading;

  @ConfigProperty(name = "zhitong.demo", defaultValue = "false")
  boolean withDemo;

  StartContentCheck(LibraryLoading loading) {
    this.loading = loading;
  }

  @Override
  public HealthCheckResponse call() {
    boolean running = loading.isRunning();
    return HealthCheckResponse.named("start content")
        .status(!running || !withDemo)
        .withData("loading", running)
        .build();
  }
}
