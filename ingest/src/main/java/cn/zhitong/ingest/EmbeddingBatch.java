package cn.zhitong.ingest;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.OtherModelException;
import cn.zhitong.ingest.store.Publication;
import cn.zhitong.ingest.store.SaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Parsed policies that wait for their vectors. Embedding the passages of several files at once
 * keeps the model busy with texts of one length; what waits is bounded.
 */
final class EmbeddingBatch {
  private static final Logger LOG = Logger.getLogger(EmbeddingBatch.class);

  /** Some 20 files of usual length; 0.5 MB of vectors. */
  private static final int PASSAGES = 256;

  /** Characters of stored text; a file longer than this is a batch of its own. */
  private static final int CHARS = 2_000_000;

  /** Bytes of pictures; one file has at most as much again. */
  private static final long PICTURE_BYTES = 32L << 20;

  /** PostgreSQL's classes for a lost connection and an operator's shutdown. */
  private static final List<String> GONE = List.of("08", "57");

  private final String source;
  private final Supplier<Embedder> embedder;
  private final CorpusStore store;
  private final List<Waiting> waiting = new ArrayList<>();
  private int passages;
  private long chars;
  private long pictures;

  private record Waiting(String externalId, String digest, ParsedPolicy policy) {}

  EmbeddingBatch(String source, Supplier<Embedder> embedder, CorpusStore store) {
    this.source = source;
    this.embedder = embedder;
    this.store = store;
  }

  void add(String externalId, String digest, ParsedPolicy policy) {
    waiting.add(new Waiting(externalId, digest, policy));
    passages += policy.passages().size();
    chars += policy.text().length();
    pictures += policy.pictures().stream().mapToLong(picture -> picture.bytes().size()).sum();
  }

  boolean isFull() {
    return passages >= PASSAGES || chars >= CHARS || pictures >= PICTURE_BYTES;
  }

  /**
   * Embeds and stores what waits, each policy in a transaction of its own, and empties the batch.
   *
   * @param settled told of each at once: when the database goes away, of those before it
   */
  void store(Consumer<IngestOutcome> settled) {
    Embedder model = embedder.get();
    List<float[]> vectors = embed(waiting, model);
    int from = 0;
    for (Waiting next : waiting) {
      int to = from + next.policy.passages().size();
      settled.accept(store(next, vectors.subList(from, to), model));
      from = to;
    }
    waiting.clear();
    passages = 0;
    chars = 0;
    pictures = 0;
  }

  private static List<float[]> embed(List<Waiting> policies, Embedder model) {
    List<String> texts = new ArrayList<>();
    for (Waiting next : policies) {
      for (Passage passage : next.policy.passages()) {
        texts.add(PassageText.forEmbedding(next.policy.metadata(), passage));
      }
    }
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += PASSAGES) {
      int to = Math.min(from + PASSAGES, texts.size());
      vectors.addAll(model.embedPassages(texts.subList(from, to)));
    }
    return vectors;
  }

  private IngestOutcome store(Waiting next, List<float[]> vectors, Embedder model) {
    try {
      SaveResult saved = save(next, vectors, model);
      Result result = Result.ofCode(saved.change().code());
      return new IngestOutcome(next.externalId, result, null, saved.id());
    } catch (JdbcException e) {
      if (e.sqlState() == null || GONE.contains(e.sqlState().substring(0, 2))) {
        throw e;
      }
      LOG.errorf(e, "cannot store %s", next.externalId);
      return IngestOutcome.failed(next.externalId, "数据库拒绝了这份文件，没有入库；请把文件交给管理员查看。");
    }
  }

  private SaveResult save(Waiting next, List<float[]> vectors, Embedder model) {
    try {
      return store.save(
          new Publication(
              source, next.externalId, next.digest, next.policy, vectors, model.modelId()));
    } catch (OtherModelException e) {
      Embedder changed = embedder.get();
      if (changed.modelId().equals(model.modelId())) {
        throw e;
      }
      return save(next, embed(List.of(next), changed), changed);
    }
  }
}
