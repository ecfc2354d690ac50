package cn.zhitong.training.data;

import cn.zhitong.common.artefact.CollectionSplit;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A retrieval collection in BEIR's form.
 *
 * @param passages cut to what the encoder reads; a document's are all those with its id
 * @param queries texts by id
 * @param relevant the documents that answer each query
 * @param answers the gold answers of those queries that have one
 */
public record RetrievalCollection(
    List<LibraryPassage> passages,
    Map<String, String> queries,
    Map<String, Set<String>> relevant,
    Map<String, String> answers) {
  /** Some collections write missing answers as NaN. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final String QUERIES = "queries.jsonl";

  /** About what the service cuts policies into. */
  private static final int PASSAGE = 400;

  public static RetrievalCollection read(CollectionSplit asked) throws IOException {
    Path folder = asked.folder();
    List<LibraryPassage> passages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("corpus.jsonl"))) {
      JsonNode document = JSON.readTree(line);
      addPassages(
          document.get("_id").asText(),
          document.path("title").asText(""),
          document.get("text").asText(),
          passages);
    }
    Map<String, String> queries = new HashMap<>();
    Map<String, String> answers = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(QUERIES))) {
      JsonNode query = JSON.readTree(line);
      queries.put(query.get("_id").asText(), query.get("text").asText());
      if (query.path("answer").isTextual()) {
        answers.put(query.get("_id").asText(), query.get("answer").asText());
      }
    }
    Map<String, Set<String>> relevant = new LinkedHashMap<>();
    List<String> judged =
        Files.readAllLines(folder.resolve("qrels").resolve(asked.split() + ".tsv"));
    for (String line : judged.subList(1, judged.size())) {
      String[] cells = line.split("\t");
      if (Integer.parseInt(cells[2].strip()) > 0) {
        relevant.computeIfAbsent(cells[0], q -> new TreeSet<>()).add(cells[1]);
      }
    }
    return new RetrievalCollection(passages, queries, relevant, answers);
  }

  /**
   * The queries that no document answers, by id: {@code queries-unanswerable.jsonl}, which a
   * collection need not have.
   */
  public static Map<String, String> unanswerable(Path folder) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    Path file = folder.resolve("queries-unanswerable.jsonl");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode query = JSON.readTree(line);
        queries.put(query.get("_id").asText(), query.get("text").asText());
      }
    }
    return queries;
  }

  private static void addPassages(
      String id, String title, String text, List<LibraryPassage> passages) {
    for (int from = 0; from < Math.max(1, text.length()); from += PASSAGE) {
      int to = Math.min(text.length(), from + PASSAGE);
      passages.add(new LibraryPassage(id, title, "", from, to, text.substring(from, to)));
    }
  }
}
