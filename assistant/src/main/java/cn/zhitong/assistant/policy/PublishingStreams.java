package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import cn.zhitong.ingest.read.PageProgress;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers a request about one file. A scanned file takes a second and more a page: who accepts
 * lines is told of each, and its connection does not fall silent for minutes.
 */
final class PublishingStreams {
  static final String LINES = "application/x-ndjson";

  private PublishingStreams() {}

  /** A page that is being read. */
  record PageLine(String event, int page, int pages) {}

  /** The last line: what the answer without progress would be. */
  record AnswerLine(String event, int status, Object body) {}

  /** The last line where the file could not be read. */
  record ProblemLine(String event, ProblemBody problem) {}

  /**
   * @param accept what the caller takes; null for anything
   * @param work gives the answer, and tells of pages on the way
   */
  static Response of(
      String accept, ObjectMapper json, Function<Consumer<PageProgress>, Response> work) {
    if (accept == null || !accept.contains(LINES)) {
      return work.apply(page -> {});
    }
    StreamingOutput lines = out -> write(out, json, work);
    return Response.ok(lines).type(LINES).build();
  }

  private static void write(
      OutputStream out, ObjectMapper json, Function<Consumer<PageProgress>, Response> work)
      throws IOException {
    try {
      Response answer =
          work.apply(page -> line(out, json, new PageLine("page", page.page(), page.pages())));
      line(out, json, new AnswerLine("answer", answer.getStatus(), answer.getEntity()));
    } catch (Problem problem) {
      line(out, json, new ProblemLine("problem", ProblemBody.of(problem)));
    } catch (UncheckedIOException e) {
      // Nobody listens any more; what was being read is given up.
      throw e.getCause();
    }
  }

  private static void line(OutputStream out, ObjectMapper json, Object line) {
    try {
      out.write(json.writeValueAsBytes(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
