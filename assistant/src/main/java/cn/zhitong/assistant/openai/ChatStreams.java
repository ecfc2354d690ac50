package cn.zhitong.assistant.openai;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.question.AnswerBody;
import cn.zhitong.assistant.question.AnswerListener;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.question.SseKeepAlive;
import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.security.PlacedStream;
import cn.zhitong.assistant.web.EventLines;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/** Answers as OpenAI's chunks, a verified sentence each; written as they come. */
@Singleton
class ChatStreams {
  private static final Logger LOG = Logger.getLogger(ChatStreams.class);
  private static final MediaType EVENTS = new MediaType("text", "event-stream", "UTF-8");

  private final AnswerPipeline answers;
  private final SseKeepAlive heartbeat;
  private final ObjectMapper json;

  ChatStreams(AnswerPipeline answers, SseKeepAlive heartbeat, ObjectMapper json) {
    this.answers = answers;
    this.heartbeat = heartbeat;
    this.json = json;
  }

  Response answer(
      ChatRequest request,
      QuestionRequest question,
      long created,
      RoutingContext http,
      Admission.Place place) {
    StreamingOutput body =
        PlacedStream.of(place, http, lines -> write(request, question, new Stream(lines, created)));
    return Response.ok(body).type(EVENTS).build();
  }

  private void write(ChatRequest request, QuestionRequest question, Stream stream) {
    stream.begin();
    try (SseKeepAlive.Beats beats = heartbeat.start(stream.lines::comment)) {
      AnswerBody answer = AnswerBody.of(answers.ask(question, request.turns(), stream));
      stream.end(answer, request);
    } catch (CancellationException e) {
      LOG.debug("client went away");
    } catch (Problem problem) {
      stream.send(OpenAiError.of(problem));
    } catch (RuntimeException e) {
      LOG.error("chat stream failed", e);
      stream.send(OpenAiError.of(new Problem.Overloaded("服务暂时无法回答，请稍后重试。", 5)));
    }
  }

  /** Chunks of one answer. */
  private final class Stream implements AnswerListener {
    private final EventLines lines;
    private final long created;
    private final String id = "chatcmpl-" + UUID.randomUUID();
    private final List<Citation> known = new ArrayList<>();
    private int sent;

    Stream(EventLines lines, long created) {
      this.lines = lines;
      this.created = created;
    }

    void begin() {
      send(Completion.chunk(id, created, "assistant", ""));
    }

    @Override
    public void stage(String name) {}

    @Override
    public void sentence(CitedSentence sentence) {
      sentence.citations().stream().filter(c -> !known.contains(c)).forEach(known::add);
      content(Completion.marked(AnswerBody.sentence(sentence, known)));
    }

    @Override
    public boolean cancelled() {
      return lines.clientIsGone();
    }

    void end(AnswerBody answer, ChatRequest request) {
      if (sent == 0) {
        content(Completion.content(answer));
      } else if (!Completion.label(answer).isEmpty()) {
        content(Completion.label(answer));
      }
      send(Completion.last(id, created, answer));
      if (request.wantsUsage()) {
        send(Completion.usage(id, created, request.characters(), sent));
      }
      lines.data("[DONE]");
    }

    private void content(String text) {
      sent += text.length();
      send(Completion.chunk(id, created, null, text));
    }

    private void send(Object data) {
      try {
        lines.data(json.writeValueAsString(data));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
