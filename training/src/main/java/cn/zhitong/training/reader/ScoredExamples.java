package cn.zhitong.training.reader;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what was scored and how, one JSON object a line, to look at. */
final class ScoredExamples {
  private ScoredExamples() {}

  static void write(Path file, List<Example> examples, double[] probabilities) throws IOException {
    ObjectMapper json = StandardJson.MAPPER;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < probabilities.length; i++) {
        Example example = examples.get(i);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("group", example.question());
        line.put("question", example.text());
        line.put("style", example.style());
        line.put("title", example.passage().title());
        line.put("text", example.passage().text());
        line.put("kind", example.kind());
        line.put("rank", example.rank());
        line.put("cosine", Double.isNaN(example.cosine()) ? null : example.cosine());
        line.put("answers", example.answers());
        line.put("probability", probabilities[i]);
        out.write(json.writeValueAsString(line));
        out.newLine();
      }
    }
  }
}
