package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a parser that takes too long. */
@Timeout(60)
class TimeLimitTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void parser_thatRanOutOfTime_endsAtItsNextLine() throws Exception {
    AtomicReference<Thread> parser = new AtomicReference<>();
    UnreadableSource problem =
        tooLate(
            () -> {
              parser.set(Thread.currentThread());
              while (true) {
                text("一行");
              }
            });
    assertThat(problem.kind()).isEqualTo(UnreadableSource.Kind.MALFORMED);
    parser.get().join(20_000);
    assertThat(parser.get().isAlive()).isFalse();
  }

  @Test
  void parsers_thatHang_areNotJoinedByMoreAndMore() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    List<Thread> hung = new ArrayList<>();
    List<UnreadableSource> problems = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      problems.add(
          tooLate(
              () -> {
                hung.add(Thread.currentThread());
                awaitWhateverComes(free);
                return null;
              }));
    }
    assertThat(hung).hasSize(4);
    assertThat(problems.get(5)).hasMessageContaining("几分钟后再上传");
    free.countDown();
    for (Thread one : hung) {
      one.join(20_000);
    }
    ReadText read = TimeLimit.within(Duration.ofSeconds(20), () -> text("在后"));
    assertThat(read.text()).startsWith("在后");
  }

  private static UnreadableSource tooLate(Callable<ReadText> parser) {
    UnreadableSource problem =
        catchThrowableOfType(UnreadableSource.class, () -> TimeLimit.within(SHORT, parser));
    assertThat(problem).isNotNull();
    return problem;
  }

  private static ReadText text(String line) throws UnreadableSource {
    TextLines lines = new TextLines(ReadLimits.STANDARD);
    lines.line(line);
    return lines.toText(null);
  }

  /** As a library that never looks whether it is to end. */
  private static void awaitWhateverComes(CountDownLatch free) {
    while (free.getCount() > 0) {
      try {
        free.await();
      } catch (InterruptedException e) {
        // Goes on.
      }
    }
  }
}
