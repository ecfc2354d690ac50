package cn.zhitong.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** {@code ./zhitong demo-day} as a test. */
class DemoDayJarTest {

  @Test
  void day_onTwoNodesOfWhichOneDies_losesNothing() throws Exception {
    FailoverCommand day =
        new FailoverCommand(
            BuiltJarFolder.home(), System.out, Clock.system(ZoneId.of("Asia/Shanghai")));
    assertThat(day.run()).isEmpty();
  }
}
