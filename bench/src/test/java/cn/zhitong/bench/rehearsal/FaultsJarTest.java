package cn.zhitong.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** {@code ./zhitong demo-faults} as a test, in its shortest form. */
class FaultsJarTest {
  /** Each fault gets some seconds; starting and stopping come on top. */
  private static final Duration LENGTH = Duration.ofSeconds(48);

  @Test
  void data_confirmed_outlivesEveryFault() throws Exception {
    Path home = BuiltJarFolder.home();
    assumeTrue(FaultsCommand.possible(), "no PostgreSQL with pg_basebackup");
    FaultsCommand command =
        new FaultsCommand(home, System.out, Clock.system(ZoneId.of("Asia/Shanghai")));

    assertThat(command.run(LENGTH)).isEmpty();
  }
}
