package cn.zhitong.assistant.openai;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.question.AnswerBody;
import cn.zhitong.assistant.question.Answers;
import cn.zhitong.assistant.question.Progress;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

  private final Answers answers;
  private final ObjectMapper json;

  ChatStreams(Answers answers, ObjectMapper json) {
    this.answers = answers;
    this.json = json;
  }

  Response answer(
      ChatRequest request,
      QuestionRequest question,
      long created,
      HttpServerResponse client,
      Admission.Place place) {
    StreamingOutput body =
        out -> {
          Stream stream = new Stream(out, client, created);
          try (place) {
            stream.begin();
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
        };
    return Response.ok(body).type(EVENTS).build();
  }

  /** Chunks of one answer. */
  private final class Stream implements Progress {
    private final OutputStream out;
    private final HttpServerResponse client;
    private final long created;
    private final String id = "chatcmpl-" + UUID.randomUUID();
    private final List<Citation> known = new ArrayList<>();
    private boolean gone;
    private int sent;

    Stream(OutputStream out, HttpServerResponse client, long created) {
      this.out = out;
      this.client = client;
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
      return gone || client.closed();
    }

    void end(AnswerBody answer, ChatRequest request) {
      if (sent == 0) {
        content(Completion.content(answer));
      }
      send(Completion.last(id, created, answer));
      if (request.wantsUsage()) {
        send(Completion.usage(id, created, request.characters(), sent));
      }
      line("[DONE]");
    }

    private void content(String text) {
      sent += text.length();
      send(Completion.chunk(id, created, null, text));
    }

    private void send(Object data) {
      try {
        line(json.writeValueAsString(data));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    private void line(String data) {
      if (cancelled()) {
        return;
      }
      try {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        LOG.debug("client went away", e);
        gone = true;
      }
    }
  }
}
