package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.Bits;

/**
 * An index at one point in time, and what is asked of single documents of it. Numbers of documents
 * are this view's; arrays of them ascend.
 */
final class LuceneView implements AutoCloseable {
  private final SearcherManager searchers;
  private final IndexSearcher shared;
  private final IndexSearcher alone;

  LuceneView(SearcherManager searchers) throws IOException {
    this.searchers = searchers;
    shared = searchers.acquire();
    alone = new IndexSearcher(shared.getIndexReader());
  }

  /** Searches without other threads, for work that is too small to share. */
  IndexSearcher alone() {
    return alone;
  }

  /** The best {@code k} documents, searched for by all threads. */
  ScoreDoc[] best(Query query, int k) throws IOException {
    return shared.search(query, Math.max(1, k)).scoreDocs;
  }

  private List<LeafReaderContext> leaves() {
    return shared.getIndexReader().leaves();
  }

  private LeafReaderContext leaf(int document) {
    return leaves().get(ReaderUtil.subIndex(document, leaves()));
  }

  /** The id in one of a document's binary columns. */
  UUID id(int document, String field) throws IOException {
    return LuceneIndex.id(alone, document, field);
  }

  /** The documents with these ids, as far as the index has them. */
  int[] withIds(Collection<UUID> ids) throws IOException {
    TreeSet<Integer> found = new TreeSet<>();
    for (LeafReaderContext leaf : leaves()) {
      Terms terms = leaf.reader().terms(LuceneDocuments.ID);
      if (terms != null) {
        TermsEnum term = terms.iterator();
        for (UUID id : ids) {
          if (term.seekExact(LuceneDocuments.bytes(id))) {
            addLiving(term.postings(null, PostingsEnum.NONE), leaf, found);
          }
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addLiving(
      PostingsEnum postings, LeafReaderContext leaf, Collection<Integer> found) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    for (int document = postings.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = postings.nextDoc()) {
      if (live == null || live.get(document)) {
        found.add(leaf.docBase + document);
      }
    }
  }

  /** For each document the parent of its block, which stands behind its children. */
  int[] parents(BitSetProducer ofBlocks, int[] documents) throws IOException {
    int[] parents = new int[documents.length];
    for (int i = 0; i < documents.length; i++) {
      LeafReaderContext leaf = leaf(documents[i]);
      parents[i] = leaf.docBase + ofBlocks.getBitSet(leaf).nextSetBit(documents[i] - leaf.docBase);
    }
    return parents;
  }

  /** Scores of the documents, NaN for one that the query does not match. */
  float[] scores(Query query, int[] documents) throws IOException {
    ScoreDoc[] asked =
        IntStream.of(documents).mapToObj(one -> new ScoreDoc(one, 0)).toArray(ScoreDoc[]::new);
    TopDocs all = new TopDocs(new TotalHits(asked.length, Relation.EQUAL_TO), asked);
    Map<Integer, Float> found = new HashMap<>();
    for (ScoreDoc hit : new ByThisAlone(query).rescore(alone, all, asked.length).scoreDocs) {
      found.put(hit.doc, hit.score);
    }
    float[] scores = new float[documents.length];
    for (int i = 0; i < documents.length; i++) {
      float score = found.get(documents[i]);
      scores[i] = score < 0 ? Float.NaN : score;
    }
    return scores;
  }

  /** A second pass whose score stands for itself; below zero where nothing matches. */
  private static final class ByThisAlone extends QueryRescorer {
    ByThisAlone(Query query) {
      super(query);
    }

    @Override
    protected float combine(float first, boolean matches, float second) {
      return matches ? second : -1;
    }
  }

  @Override
  public void close() {
    try {
      searchers.release(shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
