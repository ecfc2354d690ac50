package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/** Answers as server-sent events; only verified sentences are sent. */
@Singleton
class AnswerStreams {
  private static final Logger LOG = Logger.getLogger(AnswerStreams.class);

  private final AnswerPipeline answers;
  private final Timer firstSentence;
  private final Counter abandoned;
  private final SseKeepAlive heartbeat;

  AnswerStreams(AnswerPipeline answers, SseKeepAlive heartbeat, MeterRegistry meters) {
    this.answers = answers;
    this.heartbeat = heartbeat;
    this.firstSentence =
        Timer.builder("zhitong.answer.time_to_first_sentence")
            .description("from a streamed question's arrival to its first verified sentence")
            .publishPercentiles(.5, .95)
            .register(meters);
    this.abandoned =
        Counter.builder("zhitong.answer.abandoned")
            .description("streamed questions whose client went away before the answer")
            .register(meters);
  }

  /** Answers into the stream and closes it; stops working when the client has gone. */
  void answer(QuestionRequest request, SseEventSink sink, Sse sse) {
    Stream stream = new Stream(sink, sse, firstSentence);
    try (SseKeepAlive.Beats beats = heartbeat.start(stream::comment)) {
      stream.send("answer", AnswerBody.of(answers.ask(request, stream)));
    } catch (CancellationException e) {
      abandoned.increment();
      LOG.debug("client went away");
    } catch (Problem problem) {
      stream.send("problem", ProblemBody.of(problem));
    } catch (RuntimeException e) {
      LOG.error("answer stream failed", e);
      stream.send("problem", ProblemBody.of(new Problem.Overloaded("服务暂时无法回答，请稍后重试。", 5)));
    } finally {
      sink.close();
    }
  }

  void fail(Problem problem, SseEventSink sink, Sse sse) {
    new Stream(sink, sse, firstSentence).send("problem", ProblemBody.of(problem));
    sink.close();
  }

  /** Events of one answer. */
  private static final class Stream implements AnswerListener {
    private final SseEventSink sink;
    private final Sse sse;
    private final List<Citation> known = new ArrayList<>();
    private final Timer firstSentence;
    private final Timer.Sample arrived = Timer.start();
    private int index;

    Stream(SseEventSink sink, Sse sse, Timer firstSentence) {
      this.sink = sink;
      this.sse = sse;
      this.firstSentence = firstSentence;
    }

    @Override
    public void stage(String name) {
      send("stage", Map.of("name", name));
    }

    @Override
    public void sentence(CitedSentence sentence) {
      if (index == 0) {
        arrived.stop(firstSentence);
      }
      List<MarkedCitation> fresh = new ArrayList<>();
      for (Citation citation : sentence.citations()) {
        if (!known.contains(citation)) {
          known.add(citation);
          fresh.add(MarkedCitation.of(known.size(), citation));
        }
      }
      AnswerBody.Sentence shown = AnswerBody.sentence(sentence, known);
      send(
          "sentence",
          Map.of(
              "index",
              index++,
              "text",
              shown.text(),
              "markers",
              shown.markers(),
              "citations",
              fresh));
    }

    @Override
    public void related(List<Citation> clauses) {
      send("related", Map.of("citations", MarkedCitation.of(clauses)));
    }

    @Override
    public boolean cancelled() {
      return sink.isClosed();
    }

    synchronized void send(String name, Object data) {
      if (sink.isClosed()) {
        return;
      }
      OutboundSseEvent event =
          sse.newEventBuilder()
              .name(name)
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(data)
              .build();
      // Waiting for each keeps events in order and notices a client that has gone.
      sink.send(event).toCompletableFuture().exceptionally(gone -> null).join();
    }

    synchronized void comment() {
      if (!sink.isClosed()) {
        sink.send(sse.newEventBuilder().comment("waiting").build());
      }
    }
  }
}
