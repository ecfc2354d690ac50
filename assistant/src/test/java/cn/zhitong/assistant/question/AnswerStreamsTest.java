package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream does when it is read to its end and when nobody reads any more. */
class AnswerStreamsTest {
  private static final String QUESTION = "咨询类来件多久答复？";

  private static DemoLibrary library;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SseKeepAlive heartbeat = new SseKeepAlive(Duration.ofMinutes(1));
  private final AnswerStreams streams =
      new AnswerStreams(library.answers(new DemoLibrary.NoModel()), heartbeat, meters);

  @BeforeAll
  static void load() throws Exception {
    library = new DemoLibrary();
  }

  @AfterAll
  static void stop() throws Exception {
    library.close();
  }

  @AfterEach
  void close() {
    heartbeat.stop();
  }

  @Test
  void timesTheFirstSentence() {
    Client client = new Client(Integer.MAX_VALUE);
    streams.answer(DemoLibrary.question(QUESTION, null), client, new SseImpl());
    assertThat(client.names).contains("sentence").endsWith("answer");
    assertThat(meters.get("zhitong.answer.time_to_first_sentence").timer().count()).isEqualTo(1);
    assertThat(meters.get("zhitong.answer.abandoned").counter().count()).isZero();
    assertThat(client.closed).isTrue();
  }

  /** Five stages, then sentences: wherever the reader stops, so does the work. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void stopsWhenTheClientGoesAway(int events) {
    long recorded = recorded();
    Client client = new Client(events);
    streams.answer(DemoLibrary.question(QUESTION, null), client, new SseImpl());
    assertThat(client.names).hasSize(events);
    assertThat(meters.get("zhitong.answer.abandoned").counter().count()).isEqualTo(1);
    assertThat(recorded()).isEqualTo(recorded);
  }

  private static long recorded() {
    return library
        .jdbc()
        .first("select count(*) from assistant.question", row -> row.getLong(1))
        .orElseThrow();
  }

  /** Reads so many events and goes. */
  private static final class Client implements SseEventSink {
    private final int most;
    private final List<String> names = new ArrayList<>();
    private boolean closed;

    Client(int most) {
      this.most = most;
    }

    @Override
    public boolean isClosed() {
      return closed || names.size() >= most;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      names.add(event.getName());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
