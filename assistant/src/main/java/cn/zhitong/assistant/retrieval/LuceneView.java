package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.apache.lucene.search.TopScoreDocCollectorManager;
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
    int most = Math.max(1, k);
    return shared.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs;
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

  /** Scores of the documents by these terms, 0 for one that has none of them. */
  double[] scores(QueryTermLookup terms, int[] documents) throws IOException {
    return KnownDocumentScores.of(leaves(), terms.terms(), documents);
  }

  /** Those of the documents that the query matches. */
  int[] matching(Query query, int[] documents) throws IOException {
    ScoreDoc[] asked =
        IntStream.of(documents).mapToObj(one -> new ScoreDoc(one, 0)).toArray(ScoreDoc[]::new);
    TopDocs all = new TopDocs(new TotalHits(asked.length, Relation.EQUAL_TO), asked);
    return Stream.of(new ScopeRescorer(query).rescore(alone, all, asked.length).scoreDocs)
        .filter(hit -> hit.score > 0)
        .mapToInt(hit -> hit.doc)
        .toArray();
  }

  /** A second pass that only asks whether. */
  private static final class ScopeRescorer extends QueryRescorer {
    ScopeRescorer(Query query) {
      super(query);
    }

    @Override
    protected float combine(float first, boolean matches, float second) {
      return matches ? 1 : 0;
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
