package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.read.SourceText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A measuring folder indexed in this process as production would: parsed, cut, embedded, but
 * without a database.
 */
final class BeirCorpus {
  private static final int EMBEDDED_AT_ONCE = 128;

  final String name;
  final BeirFolder folder;
  final TextIndex text = new TextIndex(null);
  final LuceneVectorIndex vectors = new LuceneVectorIndex();
  final Map<UUID, String> documents = new HashMap<>();
  final Map<UUID, float[]> embeddings = new HashMap<>();
  private long lastId;

  BeirCorpus(Path path, String split, Embedder embedder) throws IOException {
    this.name = path.getFileName() + "/" + split;
    this.folder = BeirFolder.read(path, split);
    List<Parsed> parsed = parse(folder.corpus());
    List<float[]> made = embed(parsed, embedder);
    int next = 0;
    for (Parsed one : parsed) {
      UUID id = id();
      documents.put(id, one.id());
      List<IndexedPassage> passages = new ArrayList<>();
      for (Passage passage : one.passages()) {
        float[] vector = made.get(next++);
        UUID passageId = id();
        embeddings.put(passageId, vector);
        passages.add(
            new IndexedPassage(
                passageId, passage.path(), passage.headings(), passage.text(), vector));
      }
      IndexedPolicy policy =
          new IndexedPolicy(id, "", one.title(), null, null, null, "other", null, null, passages);
      text.put(policy);
      vectors.put(policy);
    }
    text.refresh();
    vectors.refresh();
  }

  private record Parsed(String id, String title, List<Passage> passages) {}

  private UUID id() {
    return new UUID(0, ++lastId);
  }

  private static List<Parsed> parse(Path corpus) throws IOException {
    PolicyParser parser = new PolicyParser();
    List<Parsed> parsed = new ArrayList<>();
    for (JsonNode line : Json.lines(corpus)) {
      String id = Json.text(line, "_id");
      PolicyMetadata given =
          PolicyMetadata.builder()
              .title(Json.text(line, "title"))
              .status(PolicyStatus.IN_FORCE)
              .build();
      SourceText source =
          new SourceText(id, "corpus.jsonl", Json.text(line, "text"), List.of(), null, given);
      parsed.add(new Parsed(id, given.title(), parser.parse(source).passages()));
    }
    return parsed;
  }

  private static List<float[]> embed(List<Parsed> parsed, Embedder embedder) {
    List<String> texts = new ArrayList<>();
    for (Parsed one : parsed) {
      for (Passage passage : one.passages()) {
        String headings = passage.headings().isBlank() ? "" : passage.headings() + "\n";
        texts.add(one.title() + "\n" + headings + passage.text());
      }
    }
    List<float[]> made = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += EMBEDDED_AT_ONCE) {
      int to = Math.min(texts.size(), from + EMBEDDED_AT_ONCE);
      made.addAll(embedder.embedPassages(texts.subList(from, to)));
    }
    return made;
  }

  /** Search as production does it; nothing is named exactly without a database. */
  PassageSearch search(Embedder embedder, QueryAdapter map, int candidates) {
    return new PassageSearch(
        () -> embedder, id -> map, text, vectors, (question, scope) -> Map.of(), candidates);
  }
}
