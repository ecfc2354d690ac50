package cn.zhitong.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.demo.FilingPlan;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** {@code ./zhitong demo-month} in small, as a test. */
class DemoMonthJarTest {

  @Test
  void month_onTwoNodesOfWhichOneDies_losesNothing() throws Exception {
    Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    MonthCommand month =
        new MonthCommand(BuiltJarFolder.home(), System.out, clock, FilingPlan.SMALL);
    assertThat(month.run()).isEmpty();
  }
}
