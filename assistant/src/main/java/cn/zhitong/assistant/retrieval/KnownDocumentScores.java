package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.QueryTermLookup.WeightedTerm;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * BM25 of documents that are known already, term by term: the same sum as a query's, which would go
 * document by document with a scorer a term, its buffers, its norms and a heap over all of them.
 * With a hundred terms these took three quarters of the time.
 */
final class KnownDocumentScores {
  private final LeafReaderContext leaf;
  private final int[] documents;
  private final double[] sums;
  private final int from;
  private final int to;

  /** Of one field at a time. */
  private String field;

  private TermsEnum dictionary;
  private PostingsEnum postings;
  private long[] norms;

  private KnownDocumentScores(
      LeafReaderContext leaf, int[] documents, double[] sums, int from, int to) {
    this.leaf = leaf;
    this.documents = documents;
    this.sums = sums;
    this.from = from;
    this.to = to;
  }

  /**
   * @param leaves all parts of the index
   * @param documents ascending, numbers of the whole index
   * @return 0 where a document has none of the terms
   */
  static double[] of(List<LeafReaderContext> leaves, List<WeightedTerm> terms, int[] documents)
      throws IOException {
    double[] sums = new double[documents.length];
    int from = 0;
    for (LeafReaderContext leaf : leaves) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < documents.length && documents[to] < end) {
        to++;
      }
      if (to > from) {
        KnownDocumentScores part = new KnownDocumentScores(leaf, documents, sums, from, to);
        for (WeightedTerm term : terms) {
          part.add(term);
        }
      }
      from = to;
    }
    return sums;
  }

  private void add(WeightedTerm term) throws IOException {
    TermState state = term.states().get(leaf);
    if (state == null) {
      return;
    }
    if (!term.term().field().equals(field)) {
      open(term.term().field());
    }
    dictionary.seekExact(term.term().bytes(), state);
    postings = dictionary.postings(postings, PostingsEnum.FREQS);
    int at = -1;
    for (int i = from; i < to && at != DocIdSetIterator.NO_MORE_DOCS; i++) {
      int wanted = documents[i] - leaf.docBase;
      if (at < wanted) {
        at = postings.advance(wanted);
      }
      if (at == wanted) {
        sums[i] += term.bm25().score(postings.freq(), norms[i - from]);
      }
    }
  }

  private void open(String named) throws IOException {
    field = named;
    dictionary = leaf.reader().terms(named).iterator();
    norms = new long[to - from];
    NumericDocValues lengths = leaf.reader().getNormValues(named);
    for (int i = from; i < to; i++) {
      if (lengths.advanceExact(documents[i] - leaf.docBase)) {
        norms[i - from] = lengths.longValue();
      }
    }
  }
}
