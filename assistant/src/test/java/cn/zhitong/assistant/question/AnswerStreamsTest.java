package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.web.EventLines;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.json.StandardJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
      new AnswerStreams(
          library.answers(new DemoLibrary.NoModel()), heartbeat, StandardJson.MAPPER, meters);

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
  void stream_readToItsEnd_endsWithTheAnswer() {
    Client client = new Client(Integer.MAX_VALUE);
    write(QUESTION, client);
    assertThat(client.names).contains("sentence").endsWith("answer");
    assertThat(meters.get("zhitong.answer.time_to_first_sentence").timer().count()).isEqualTo(1);
    assertThat(meters.get("zhitong.answer.abandoned").counter().count()).isZero();
  }

  @Test
  void stream_refusedQuestion_endsWithTheAnswer() {
    Client client = new Client(Integer.MAX_VALUE);
    write("你好", client);
    assertThat(client.names).containsExactly("stage", "stage", "answer");
  }

  @Test
  void stream_faultInside_tellsTheProblemAndEndsWithAnAnswerThatClaimsNothing() {
    AnswerStreams broken =
        new AnswerStreams(
            library.answers(new BrokenModel()), heartbeat, StandardJson.MAPPER, meters);
    Client client = new Client(Integer.MAX_VALUE);
    broken.write(DemoLibrary.question(QUESTION, null), new EventLines(client, response()));
    assertThat(client.names).endsWith("problem", "answer");
    assertThat(client.last).contains("\"outcome\":\"refused\"", "暂时无法回答", "\"citations\":[]");
  }

  @Test
  void stream_thatMayNotBegin_endsWithAnAnswerToo() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Response refused = streams.problem(new Problem.RateLimited("操作过于频繁，请在 7 秒后重试。", 7));
    ((StreamingOutput) refused.getEntity()).write(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .matches("(?s)event: problem\ndata: .*\n\nevent: answer\ndata: .*操作过于频繁.*\n\n");
  }

  /** As a program with a fault in it: asked for anything, it throws. */
  private static final class BrokenModel implements LanguageModel {
    @Override
    public boolean configured() {
      throw new IllegalStateException("a fault of the program");
    }

    @Override
    public String modelName() {
      return "broken";
    }

    @Override
    public Outcome complete(Request request) {
      throw new IllegalStateException("a fault of the program");
    }
  }

  /** Six stages, then sentences: wherever the reader stops, so does the work. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void stream_clientGone_stopsAndRecordsNothing(int events) {
    long recorded = recorded();
    Client client = new Client(events);
    write(QUESTION, client);
    assertThat(client.names).hasSize(events);
    assertThat(meters.get("zhitong.answer.abandoned").counter().count()).isEqualTo(1);
    assertThat(recorded()).isEqualTo(recorded);
  }

  private void write(String question, Client client) {
    streams.write(DemoLibrary.question(question, null), new EventLines(client, response()));
  }

  /** A response that is open and keeps up: all its booleans are false. */
  private static HttpServerResponse response() {
    return (HttpServerResponse)
        Proxy.newProxyInstance(
            AnswerStreamsTest.class.getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
  }

  private static long recorded() {
    return library
        .jdbc()
        .first("select count(*) from assistant.question", row -> row.getLong(1))
        .orElseThrow();
  }

  /** Reads so many events and goes: the next write fails. */
  private static final class Client extends OutputStream {
    private final int most;
    private final List<String> names = new ArrayList<>();
    private String last;

    Client(int most) {
      this.most = most;
    }

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("events are written whole");
    }

    @Override
    public void write(byte[] event) throws IOException {
      if (names.size() >= most) {
        throw new IOException("gone");
      }
      last = new String(event, StandardCharsets.UTF_8);
      String name = last.lines().findFirst().orElse("");
      names.add(name.substring("event: ".length()));
    }
  }
}
