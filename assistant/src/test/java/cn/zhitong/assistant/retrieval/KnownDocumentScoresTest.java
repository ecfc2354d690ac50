package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.common.embedding.TermWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;

class KnownDocumentScoresTest {
  private static final String LETTERS = "用电补贴企业水费收取办法";
  private static final int POLICIES = 300;
  private static final Random RANDOM = new Random(5);

  private static IndexedPolicy policy(int number) {
    List<IndexedPolicy.IndexedPassage> passages = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      UUID id = new UUID(2, number * 3L + i);
      passages.add(new IndexedPolicy.IndexedPassage(id, "", "", text(), null));
    }
    return new IndexedPolicy(
        new UUID(1, number), "1", text(), null, null, null, "policy", null, null, passages);
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + RANDOM.nextInt(60); i > 0; i--) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  @Test
  void documents_someOfAll_scoreAsTheQueryOfAllTermsScoresThem() throws Exception {
    IndexWriterConfig parts = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, parts)) {
      for (int i = 0; i < POLICIES; i++) {
        writer.addDocuments(TextIndex.documents(policy(i)));
        if (i % 100 == 0) {
          writer.commit();
        }
      }
      writer.deleteDocuments(LuceneDocuments.ofPolicy(new UUID(1, 7)));
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(2);
        for (TextUnit unit : TextUnit.values()) {
          compare(new IndexSearcher(reader), unit);
        }
      }
    }
  }

  private static void compare(IndexSearcher searcher, TextUnit unit) throws Exception {
    TermWeights emphasis = new TermWeights(Map.of('电', 3f, '水', .5f));
    WeightedQuery question = new WeightedQuery("企业用电补贴和水费收取办法，补贴x多少？", emphasis);
    QueryTermLookup lookup = QueryTermLookup.of(question.tokens(), unit, searcher);
    Map<Integer, Double> expected = byQuery(searcher, lookup, unit);
    int[] some = expected.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] scores = KnownDocumentScores.of(searcher.getLeafContexts(), lookup.terms(), some);
    int matching = 0;
    for (int i = 0; i < some.length; i++) {
      assertThat(scores[i]).isCloseTo(expected.get(some[i]), within(1e-4));
      matching += scores[i] > 0 ? 1 : 0;
    }
    assertThat(matching).isBetween(20, some.length - 1);
  }

  /** Every seventh living document, 0 where the query of the same terms does not find it. */
  private static Map<Integer, Double> byQuery(
      IndexSearcher searcher, QueryTermLookup lookup, TextUnit unit) throws Exception {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (QueryTermLookup.WeightedTerm term : lookup.terms()) {
      TermQuery one = new TermQuery(new Term(term.term().field(), term.term().text()));
      query.add(new BoostQuery(one, term.weight()), Occur.SHOULD);
    }
    int all = searcher.getIndexReader().maxDoc();
    Map<Integer, Double> scores = new TreeMap<>();
    Bits live = MultiBits.getLiveDocs(searcher.getIndexReader());
    for (int i = unit.ordinal(); i < all; i += 7) {
      if (live.get(i)) {
        scores.put(i, 0.);
      }
    }
    for (ScoreDoc hit : searcher.search(query.build(), all).scoreDocs) {
      scores.computeIfPresent(hit.doc, (doc, none) -> (double) hit.score);
    }
    return scores;
  }
}
