package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
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

  /** For each document the first one at or after it, in its part of the index, with the term. */
  int[] nextWith(Term term, int[] documents) throws IOException {
    int[] next = new int[documents.length];
    LeafReaderContext leaf = null;
    PostingsEnum postings = null;
    for (int i = 0; i < documents.length; i++) {
      if (leaf != leaf(documents[i])) {
        leaf = leaf(documents[i]);
        postings = leaf.reader().postings(term, PostingsEnum.NONE);
      }
      int wanted = documents[i] - leaf.docBase;
      if (postings.docID() < wanted) {
        postings.advance(wanted);
      }
      next[i] = leaf.docBase + postings.docID();
    }
    return next;
  }

  /** Scores of the documents, NaN for one that the query does not match. */
  float[] scores(Query query, int[] documents) throws IOException {
    Weight weight = alone.createWeight(alone.rewrite(query), ScoreMode.COMPLETE, 1);
    float[] scores = new float[documents.length];
    LeafReaderContext leaf = null;
    Scorer scorer = null;
    for (int i = 0; i < documents.length; i++) {
      if (leaf != leaf(documents[i])) {
        leaf = leaf(documents[i]);
        ScorerSupplier supplier = weight.scorerSupplier(leaf);
        scorer = supplier == null ? null : supplier.get(documents.length);
      }
      scores[i] = scorer == null ? Float.NaN : score(scorer, documents[i] - leaf.docBase);
    }
    return scores;
  }

  private static float score(Scorer scorer, int document) throws IOException {
    DocIdSetIterator matches = scorer.iterator();
    if (matches.docID() < document) {
      matches.advance(document);
    }
    return matches.docID() == document ? scorer.score() : Float.NaN;
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
