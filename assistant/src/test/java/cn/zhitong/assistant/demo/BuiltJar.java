package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.eval.drive.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that the build made before these tests. */
public final class BuiltJar {
  private BuiltJar() {}

  /** The checkout; without a jar the test is skipped, and fails where {@code CI=true}. */
  public static Path home() {
    Path home = Path.of("..").toAbsolutePath().normalize();
    boolean built = Files.exists(ServiceProcess.jar(home));
    if (Boolean.getBoolean("zhitong.ci")) {
      assertThat(built).as("the built jar").isTrue();
    }
    assumeTrue(built, "the jar is not built");
    return home;
  }
}
