package cn.zhitong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.read.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Ctrl-C leaves on the screen, and that the target is closed. */
class InterruptionTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final IngestConsole console =
      new IngestConsole(new PrintStream(screen, true, StandardCharsets.UTF_8), false, 100);

  @Test
  void interruption_ofARun_saysWhatIsStoredAndHowToGoOnAndNothingAfterIt() {
    Target target = new Target();
    Interruption interruption = new Interruption(target, console);
    settle(Result.CREATED);
    settle(Result.UNCHANGED);
    interruption.stop();
    console.finish();
    console.reading(new SourceFile("乙.txt", "乙.txt", Path.of("乙.txt")));
    assertThat(interruption.begun()).isTrue();
    assertThat(target.closed).isEqualTo(1);
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .contains("已中断。本次已入库 1 份", "未变 1", "重新运行同一命令")
        .endsWith("不会重复。" + System.lineSeparator());
  }

  @Test
  void work_thatEndsByItself_closesOnceAndPrintsItsReport() {
    Target target = new Target();
    Interruption interruption = new Interruption(target, console);
    interruption.watch();
    settle(Result.CREATED);
    console.finish();
    interruption.over();
    assertThat(interruption.begun()).isFalse();
    assertThat(target.closed).isEqualTo(1);
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("新增 1").doesNotContain("中断");
  }

  private void settle(Result result) {
    console.settled(new IngestOutcome("甲.txt", result, null, new PolicyId(UUID.randomUUID())));
  }

  private static final class Target implements IngestTarget {
    private int closed;

    @Override
    public String describe() {
      return "测试";
    }

    @Override
    public void ingest(List<SourceFile> files, IngestListener listener) {}

    @Override
    public void close() {
      closed++;
    }
  }
}
