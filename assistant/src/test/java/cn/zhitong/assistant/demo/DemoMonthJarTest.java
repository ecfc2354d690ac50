package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** {@code ./zhitong demo-month} in small, as a test. */
class DemoMonthJarTest {

  @Test
  void aMonthOnTwoNodesOfWhichOneDies() throws Exception {
    Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    MonthCommand month = new MonthCommand(BuiltJar.home(), System.out, clock, MonthPlan.SMALL);
    assertThat(month.run()).isEmpty();
  }
}
