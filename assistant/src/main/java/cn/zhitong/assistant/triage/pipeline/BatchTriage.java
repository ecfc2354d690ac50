package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.TriageRequest;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Triage of JSON Lines: a line in, a line out, in order. Lines are taken {@link #AT_ONCE} at a
 * time, so that embedding is shared and neither side is held in memory whole.
 */
@ApplicationScoped
class BatchTriage {
  private static final int AT_ONCE = 64;

  private final TriagePipeline pipeline;
  private final ObjectMapper json;

  @Inject
  BatchTriage(TriagePipeline pipeline, ObjectMapper json) {
    this.pipeline = pipeline;
    this.json = json;
  }

  /** A line read: an appeal, or what is wrong with it. */
  private record Line(JsonNode id, AppealText appeal, Problem problem) {}

  void run(InputStream in, OutputStream out, AppealClassifier sorter) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<Line> part = new ArrayList<>();
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      if (!text.isBlank()) {
        part.add(read(text));
      }
      if (part.size() == AT_ONCE) {
        write(part, out, sorter);
        part.clear();
      }
    }
    write(part, out, sorter);
  }

  private Line read(String text) {
    JsonNode id = null;
    try {
      JsonNode node = json.readTree(text);
      id = node.get("id");
      if (!node.isObject()) {
        return new Line(id, null, new Problem.InvalidRequest("每行应为一个 JSON 对象。"));
      }
      return new Line(id, json.treeToValue(node, TriageRequest.class).appeal(), null);
    } catch (JsonProcessingException e) {
      return new Line(id, null, new Problem.InvalidRequest("这一行不是所需的 JSON，请检查字段名和取值。"));
    } catch (Problem e) {
      return new Line(id, null, e);
    }
  }

  private void write(List<Line> part, OutputStream out, AppealClassifier sorter)
      throws IOException {
    List<AppealText> appeals =
        part.stream().filter(line -> line.problem() == null).map(Line::appeal).toList();
    Iterator<Suggestion> suggestions = pipeline.suggest(appeals, sorter).iterator();
    for (Line line : part) {
      ObjectNode reply = json.createObjectNode();
      reply.set("id", line.id());
      if (line.problem() == null) {
        reply.setAll((ObjectNode) json.valueToTree(suggestions.next()));
      } else {
        reply.set("problem", json.valueToTree(ProblemBody.of(line.problem())));
      }
      out.write(json.writeValueAsBytes(reply));
      out.write('\n');
    }
    out.flush();
  }
}
