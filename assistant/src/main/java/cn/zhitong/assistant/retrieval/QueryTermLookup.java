package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * A question's tokens that the index knows, each looked up once in every part of the index: most of
 * a search's time went into looking them up for each query anew.
 */
final class QueryTermLookup {
  /**
   * A token that some text has.
   *
   * @param weight its kind's, times its emphasis, times how often the question has it
   * @param bm25 by frequency and norm, the weight in it
   */
  record WeightedTerm(TokenKind kind, Term term, TermStates states, float weight, SimScorer bm25) {}

  private final List<WeightedTerm> terms;
  private final double bestPossible;

  private QueryTermLookup(List<WeightedTerm> terms, double bestPossible) {
    this.terms = terms;
    this.bestPossible = bestPossible;
  }

  static QueryTermLookup of(WeightedQuery.Tokens tokens, TextUnit unit, IndexSearcher searcher)
      throws IOException {
    List<WeightedTerm> terms = new ArrayList<>();
    double best = 0;
    int room = IndexSearcher.getMaxClauseCount() / unit.kinds().size();
    for (TokenKind kind : unit.kinds()) {
      int all = searcher.getIndexReader().getDocCount(unit.field(kind));
      List<Map.Entry<String, Float>> asked = tokens.of(kind, room);
      List<Term> wanted =
          asked.stream().map(token -> new Term(unit.field(kind), token.getKey())).toList();
      List<TermStates> states = states(searcher, unit.field(kind), wanted);
      for (int i = 0; i < wanted.size(); i++) {
        int holding = states.get(i).docFreq();
        if (holding > 0) {
          float weight = kind.weight() * asked.get(i).getValue();
          terms.add(weighted(kind, wanted.get(i), states.get(i), weight, searcher));
          best += weight * Math.log(1 + (all - holding + .5) / (holding + .5));
        }
      }
    }
    return new QueryTermLookup(terms, Math.max(best, 1e-6));
  }

  /**
   * Where the terms of one field stand: one walk through each part's dictionary, in their order.
   */
  private static List<TermStates> states(IndexSearcher searcher, String field, List<Term> wanted)
      throws IOException {
    List<TermStates> states =
        wanted.stream().map(term -> new TermStates(searcher.getTopReaderContext())).toList();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum walk = terms.iterator();
        for (int i = 0; i < wanted.size(); i++) {
          if (walk.seekExact(wanted.get(i).bytes())) {
            states
                .get(i)
                .register(walk.termState(), leaf.ord, walk.docFreq(), walk.totalTermFreq());
          }
        }
      }
    }
    return states;
  }

  private static WeightedTerm weighted(
      TokenKind kind, Term term, TermStates states, float weight, IndexSearcher searcher)
      throws IOException {
    SimScorer bm25 =
        searcher
            .getSimilarity()
            .scorer(
                weight,
                searcher.collectionStatistics(term.field()),
                searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
    return new WeightedTerm(kind, term, states, weight, bm25);
  }

  /**
   * What finds texts that all kinds of tokens then rank: pairs alone, half as many as with words,
   * most of which are pairs; one that is a word too counts for both (nDCG@10 the same with either,
   * docs/experiments/retrieval.md). Words where the index has none of the pairs.
   */
  Query finding() {
    List<WeightedTerm> pairs = of(TokenKind.PAIRS);
    List<WeightedTerm> words = of(TokenKind.WORDS);
    Map<String, Float> wordWeights = new HashMap<>();
    words.forEach(word -> wordWeights.put(word.term().text(), word.weight()));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (WeightedTerm pair : pairs) {
      add(query, pair, pair.weight() + wordWeights.getOrDefault(pair.term().text(), 0f));
    }
    if (pairs.isEmpty()) {
      words.forEach(word -> add(query, word, word.weight()));
    }
    return query.build();
  }

  private List<WeightedTerm> of(TokenKind kind) {
    return terms.stream().filter(term -> term.kind() == kind).toList();
  }

  private static void add(BooleanQuery.Builder query, WeightedTerm term, float weight) {
    query.add(new BoostQuery(new TermQuery(term.term(), term.states()), weight), Occur.SHOULD);
  }

  /** Those of one field stand together. */
  List<WeightedTerm> terms() {
    return terms;
  }

  /** BM25's limit for endlessly many of every token: the sum of their inverse frequencies. */
  double bestPossible() {
    return bestPossible;
  }
}
