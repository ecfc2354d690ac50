package cn.zhitong.eval.dataset;

import cn.zhitong.common.artefact.HeldOut;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder in BEIR form.
 *
 * @param folder holds {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/SPLIT.tsv}
 * @param queries the queries that the split judges, in the split's order
 * @param unanswerable queries of {@code queries-unanswerable.jsonl}; empty where there is none
 */
public record BeirFolder(Path folder, List<Query> queries, List<Query> unanswerable) {

  /**
   * @param answer gold answer, empty where the set has none
   * @param judgements grade by document id
   */
  public record Query(String id, String text, String answer, Map<String, Integer> judgements) {}

  public Path corpus() {
    return folder.resolve("corpus.jsonl");
  }

  /**
   * @throws IOException when a file is missing or malformed, or the split judges a query that
   *     queries.jsonl does not have
   */
  public static BeirFolder read(Path folder, String split) throws IOException {
    Map<String, Map<String, Integer>> qrels = qrels(folder.resolve("qrels/" + split + ".tsv"));
    Map<String, JsonNode> texts = new LinkedHashMap<>();
    for (JsonNode line : Json.lines(folder.resolve("queries.jsonl"))) {
      texts.put(Json.text(line, "_id"), line);
    }
    List<Query> queries = new java.util.ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> entry : qrels.entrySet()) {
      JsonNode line = texts.get(entry.getKey());
      if (line == null) {
        throw new IOException(
            "qrels/" + split + ".tsv judges " + entry.getKey() + ", which queries.jsonl lacks");
      }
      queries.add(
          new Query(
              entry.getKey(),
              Json.text(line, "text"),
              Json.text(line, "answer"),
              entry.getValue()));
    }
    return new BeirFolder(folder, List.copyOf(queries), unanswerable(folder));
  }

  /**
   * The same folder with those queries alone that no learned part may have seen: all their
   * documents, or where they have none they themselves, are of the fixed fifth that is never
   * trained on.
   */
  public BeirFolder heldOut() {
    return new BeirFolder(
        folder,
        queries.stream()
            .filter(
                query ->
                    HeldOut.ofAll(query.judgements().keySet()).equals(Optional.of(HeldOut.TEST)))
            .toList(),
        unanswerable.stream().filter(query -> HeldOut.of(query.id()) == HeldOut.TEST).toList());
  }

  private static List<Query> unanswerable(Path folder) throws IOException {
    Path file = folder.resolve("queries-unanswerable.jsonl");
    if (!Files.exists(file)) {
      return List.of();
    }
    return Json.lines(file).stream()
        .map(line -> new Query(Json.text(line, "_id"), Json.text(line, "text"), "", Map.of()))
        .toList();
  }

  private static Map<String, Map<String, Integer>> qrels(Path file) throws IOException {
    Map<String, Map<String, Integer>> result = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] cells = line.split("\t");
      if (cells.length < 3) {
        continue;
      }
      result
          .computeIfAbsent(cells[0], q -> new LinkedHashMap<>())
          .put(cells[1], Integer.parseInt(cells[2].strip()));
    }
    if (result.isEmpty()) {
      throw new IOException(
          file + " judges nothing: a header and lines 'query<TAB>document<TAB>grade' are needed");
    }
    return result;
  }
}
