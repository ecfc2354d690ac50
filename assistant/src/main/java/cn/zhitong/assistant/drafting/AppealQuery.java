package cn.zhitong.assistant.drafting;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;

/** The BM25 query that an appeal's text makes, over the index field {@code text}. */
final class AppealQuery {
  /** Longer appeals say no more by the rest. */
  private static final int MOST_TERMS = 400;

  private AppealQuery() {}

  /**
   * @param analyzer the one that the index was written with
   */
  static BooleanQuery of(String text, Analyzer analyzer) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        counts.merge(term.toString(), 1, Integer::sum);
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    counts.entrySet().stream()
        .limit(MOST_TERMS)
        .forEach(term -> builder.add(clause(term.getKey(), term.getValue())));
    return builder.build();
  }

  /** What the title repeats counts twice; more often says no more. */
  private static BooleanClause clause(String term, int count) {
    TermQuery query = new TermQuery(new Term("text", term));
    return new BooleanClause(
        count > 1 ? new BoostQuery(query, 2) : query, BooleanClause.Occur.SHOULD);
  }
}
