package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question's tokens that the index knows, each looked up once in every part of the index: most of
 * a search's time went into looking them up for each query anew.
 */
final class QueryTermLookup {
  /**
   * @param weight its kind's, times its emphasis, times how often the question has it
   */
  private record Weighted(TokenKind kind, Term term, TermStates states, float weight) {}

  private final List<Weighted> terms;
  private final double bestPossible;

  private QueryTermLookup(List<Weighted> terms, double bestPossible) {
    this.terms = terms;
    this.bestPossible = bestPossible;
  }

  /**
   * @param searcher one without threads of its own: a term's look-up is too small to share
   */
  static QueryTermLookup of(WeightedQuery.Tokens tokens, TextUnit unit, IndexSearcher searcher)
      throws IOException {
    List<Weighted> terms = new ArrayList<>();
    double best = 0;
    int room = IndexSearcher.getMaxClauseCount() / unit.kinds().size();
    for (TokenKind kind : unit.kinds()) {
      int all = searcher.getIndexReader().getDocCount(unit.field(kind));
      for (Map.Entry<String, Float> token : tokens.of(kind, room)) {
        Term term = new Term(unit.field(kind), token.getKey());
        TermStates states = TermStates.build(searcher, term, true);
        int holding = states.docFreq();
        if (holding > 0) {
          float weight = kind.weight() * token.getValue();
          terms.add(new Weighted(kind, term, states, weight));
          best += weight * Math.log(1 + (all - holding + .5) / (holding + .5));
        }
      }
    }
    return new QueryTermLookup(terms, Math.max(best, 1e-6));
  }

  /** BM25 over the tokens of these kinds. */
  Query query(Set<TokenKind> kinds) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Weighted token : terms) {
      if (kinds.contains(token.kind())) {
        Query one = new TermQuery(token.term(), token.states());
        query.add(new BoostQuery(one, token.weight()), Occur.SHOULD);
      }
    }
    return query.build();
  }

  /** BM25's limit for endlessly many of every token: the sum of their inverse frequencies. */
  double bestPossible() {
    return bestPossible;
  }
}
