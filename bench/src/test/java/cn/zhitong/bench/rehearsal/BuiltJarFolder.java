package cn.zhitong.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.eval.drive.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout whose service was built before these tests. */
final class BuiltJarFolder {
  private BuiltJarFolder() {}

  /** Without a built service the test is skipped, and fails where {@code CI=true}. */
  static Path home() {
    Path home = Path.of("..").toAbsolutePath().normalize();
    boolean built = Files.exists(ServiceProcess.jar(home));
    if (Boolean.getBoolean("zhitong.ci")) {
      assertThat(built).as("the built jar").isTrue();
    }
    assumeTrue(built, "the jar is not built");
    return home;
  }
}
