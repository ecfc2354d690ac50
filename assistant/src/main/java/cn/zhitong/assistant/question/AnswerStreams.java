package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.security.PlacedStream;
import cn.zhitong.assistant.web.EventLines;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/** Answers as server-sent events; only verified sentences are sent. */
@Singleton
class AnswerStreams {
  private static final Logger LOG = Logger.getLogger(AnswerStreams.class);
  private static final int RETRY_SECONDS = 5;
  private static final MediaType EVENTS = new MediaType("text", "event-stream", "UTF-8");

  private final AnswerPipeline answers;
  private final Timer firstSentence;
  private final Counter abandoned;
  private final SseKeepAlive heartbeat;
  private final ObjectMapper json;

  AnswerStreams(
      AnswerPipeline answers, SseKeepAlive heartbeat, ObjectMapper json, MeterRegistry meters) {
    this.answers = answers;
    this.heartbeat = heartbeat;
    this.json = json;
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

  /**
   * A body that is written by the thread that answers, after the response has begun: a worker that
   * ran beside the method's return at times began it a second time, and the stream was lost.
   */
  Response answer(QuestionRequest request, RoutingContext http, Admission.Place place) {
    StreamingOutput body = PlacedStream.of(place, http, lines -> write(request, lines));
    return Response.ok(body).type(EVENTS).build();
  }

  /**
   * Always ends with {@code answer}, unless the client has gone: after a fault with one that claims
   * nothing, behind the {@code problem}.
   */
  void write(QuestionRequest request, EventLines lines) {
    Stream stream = new Stream(lines);
    try {
      answer(request, lines, stream);
    } catch (CancellationException e) {
      abandoned.increment();
      LOG.debug("client went away");
    }
  }

  private void answer(QuestionRequest request, EventLines lines, Stream stream) {
    try (SseKeepAlive.Beats beats = heartbeat.start(lines::comment)) {
      stream.send("answer", AnswerBody.of(answers.ask(request, stream)));
    } catch (CancellationException e) {
      throw e;
    } catch (Problem problem) {
      stream.failed(problem, request.conversationId());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("answer stream failed", e);
      stream.failed(
          new Problem.Overloaded(AnswerTexts.UNAVAILABLE, RETRY_SECONDS), request.conversationId());
    }
  }

  /** A stream that only tells that something broke. */
  Response fault(RuntimeException cause) {
    LOG.error("answer stream could not begin", cause);
    return problem(new Problem.Overloaded(AnswerTexts.UNAVAILABLE, RETRY_SECONDS));
  }

  /** A stream that only tells of a problem. */
  Response problem(Problem problem) {
    StreamingOutput body =
        out -> {
          String events =
              "event: problem\ndata: %s\n\nevent: answer\ndata: %s\n\n"
                  .formatted(
                      line(ProblemBody.of(problem)),
                      line(AnswerBody.unavailable(null, problem.getMessage())));
          out.write(events.getBytes(StandardCharsets.UTF_8));
        };
    return Response.ok(body).type(EVENTS).build();
  }

  private String line(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Events of one answer. */
  private final class Stream implements AnswerListener {
    private final EventLines lines;
    private final List<Citation> known = new ArrayList<>();
    private final Timer.Sample arrived = Timer.start();
    private int index;

    Stream(EventLines lines) {
      this.lines = lines;
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
      return lines.clientIsGone();
    }

    void failed(Problem problem, UUID conversationId) {
      send("problem", ProblemBody.of(problem));
      send("answer", AnswerBody.unavailable(conversationId, problem.getMessage()));
    }

    void send(String name, Object data) {
      lines.event(name, line(data));
    }
  }
}
