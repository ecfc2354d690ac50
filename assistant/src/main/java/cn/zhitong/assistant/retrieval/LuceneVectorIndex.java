package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.common.embedding.Vectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The same service in this node's memory, for databases without pgvector. */
final class LuceneVectorIndex implements VectorIndex {
  private static final String VECTOR = "vector";

  /** Lucene explores as many neighbours as it returns: with 10 it found 9 of the nearest 10. */
  private static final int EXPLORED = 400;

  private final LuceneIndex index =
      new LuceneIndex(new ByteBuffersDirectory(), new IndexWriterConfig());

  /** Vectors by passage: exact similarities of given passages need no second index. */
  private final Map<UUID, float[]> vectors = new ConcurrentHashMap<>();

  private final Map<UUID, List<UUID>> passages = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "lucene";
  }

  @Override
  public List<SearchScore> nearest(float[] query, int k, SearchFilter scope) {
    KnnFloatVectorQuery knn =
        new KnnFloatVectorQuery(
            VECTOR, query, Math.max(k, EXPLORED), LuceneDocuments.filter(scope));
    return index.search(searcher -> LuceneIndex.best(searcher, knn, k, LuceneDocuments.ID)).stream()
        // Lucene scores a dot product d of unit vectors as (1 + d) / 2.
        .map(scored -> new SearchScore(scored.id(), 2 * scored.score() - 1))
        .toList();
  }

  @Override
  public Map<UUID, Double> similarities(float[] query, Collection<UUID> wanted) {
    Map<UUID, Double> similarities = new HashMap<>();
    for (UUID id : wanted) {
      float[] vector = vectors.get(id);
      if (vector != null) {
        similarities.put(id, Vectors.dot(query, vector));
      }
    }
    return similarities;
  }

  @Override
  public boolean derived() {
    return true;
  }

  @Override
  public void put(IndexedPolicy policy) {
    List<Document> documents = new ArrayList<>();
    forget(policy.id());
    for (IndexedPassage passage : policy.passages()) {
      Document document = LuceneDocuments.document(passage.id(), policy);
      document.add(
          new KnnFloatVectorField(
              VECTOR, passage.embedding(), VectorSimilarityFunction.DOT_PRODUCT));
      documents.add(document);
      vectors.put(passage.id(), passage.embedding());
    }
    passages.put(policy.id(), policy.passages().stream().map(IndexedPassage::id).toList());
    index.replace(LuceneDocuments.ofPolicy(policy.id()), documents);
  }

  @Override
  public void remove(UUID policy) {
    forget(policy);
    index.remove(LuceneDocuments.ofPolicy(policy));
  }

  private void forget(UUID policy) {
    List<UUID> old = passages.remove(policy);
    if (old != null) {
      old.forEach(vectors::remove);
    }
  }

  @Override
  public void refresh() {
    index.refresh();
  }

  @Override
  public void close() {
    index.close();
  }
}
