package cn.zhitong.assistant.question;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A question of {@code training/data/questions} with what its writers said of clauses. */
record WrittenQuestion(String text, List<Label> labels) {

  /**
   * @param doc externalId of the policy
   * @param clause path as printed, null where the text has no outline
   * @param answers whether the clause answers; else it is close and does not
   */
  record Label(String doc, String clause, boolean answers) {
    boolean isOf(String externalId) {
      return externalId.endsWith(doc.substring(doc.lastIndexOf('/') + 1))
          || versionless(externalId).equals(versionless(doc));
    }

    /** Versions of one law differ in the day behind their name. */
    private static String versionless(String file) {
      return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\(\\d{4}.*", "");
    }
  }

  String doc() {
    return labels.get(0).doc();
  }

  /** Without one that answers, only the passages of its labels are known not to. */
  boolean isKnownToBeAnswered() {
    return labels.stream().anyMatch(Label::answers);
  }

  static List<WrittenQuestion> read(Path folder) throws IOException {
    Map<String, List<Label>> questions = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode node = StandardJson.tree(line);
          String doc = node.path("doc").asText(node.path("title").asText());
          String clause = node.hasNonNull("clause") ? node.path("clause").asText() : null;
          questions
              .computeIfAbsent(node.path("question").asText(), q -> new ArrayList<>())
              .add(new Label(doc, clause, node.path("label").asInt() == 1));
        }
      }
    }
    return questions.entrySet().stream()
        .map(entry -> new WrittenQuestion(entry.getKey(), entry.getValue()))
        .toList();
  }
}
