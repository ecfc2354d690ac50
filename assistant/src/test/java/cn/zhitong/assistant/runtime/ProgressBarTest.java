package cn.zhitong.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void bar_whereNobodyWatches_printsOnlyTenths() {
    ProgressBar bar = new ProgressBar(out, false);
    for (int i = 0; i <= 1000; i++) {
      bar.report("收录政策", i, 1000);
    }
    assertThat(printed().lines()).hasSize(11).last().isEqualTo("收录政策 1000/1000");
  }

  @Test
  void bar_forTheNextTask_startsAnew() {
    ProgressBar bar = new ProgressBar(out, false);
    bar.report("收录政策", 5, 5);
    bar.report("载入来件", 0, 5);
    assertThat(printed().lines()).containsExactly("收录政策 5/5", "载入来件 0/5");
  }

  @Test
  void bar_onATerminal_moves() {
    ProgressBar bar = new ProgressBar(out, true);
    bar.report("收录政策", 1, 2);
    bar.report("收录政策", 2, 2);
    assertThat(printed())
        .contains("█".repeat(15) + "░")
        .contains("] 2/2")
        .endsWith(System.lineSeparator());
  }

  @Test
  void bar_ofAnEmptyTask_isBorne() {
    new ProgressBar(out, false).report("收录政策", 0, 0);
    assertThat(printed()).isEqualTo("收录政策 0/1" + System.lineSeparator());
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
