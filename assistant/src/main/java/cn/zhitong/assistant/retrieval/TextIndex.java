package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.ingest.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * BM25 over passages and over whole policies: HanLP index words, pairs of characters and single
 * characters, each in a field of its own with its own statistics; title and heading path belong to
 * the text. Lucene's BM25 has k1 1.2 and b .75.
 */
final class TextIndex implements AutoCloseable {
  /** Changes when what is written changes, so that a kept index of another form is thrown away. */
  static final String FORM = "1";

  private static final String STAMP = "stamp";
  private static final FieldType TOKENS = tokens();

  private final LuceneIndex index;

  /** A passage's or a policy's three fields. */
  private enum Unit {
    PASSAGE("p"),
    POLICY("d");

    private final String prefix;

    Unit(String prefix) {
      this.prefix = prefix;
    }

    String field(String kind) {
      return prefix + kind;
    }
  }

  TextIndex(Path folder) {
    index = new LuceneIndex(folder, new IndexWriterConfig());
  }

  private static FieldType tokens() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  void put(IndexedPolicy policy) {
    List<Document> documents = new ArrayList<>();
    StringBuilder whole = new StringBuilder(title(policy));
    for (IndexedPassage passage : policy.passages()) {
      Document document = LuceneDocuments.document(passage.id(), policy);
      String text = title(policy) + "\n" + passage.headings() + "\n" + passage.text();
      addTokens(document, Unit.PASSAGE, text);
      documents.add(document);
      whole.append('\n').append(passage.text());
    }
    Document document = LuceneDocuments.document(policy.id(), policy);
    addTokens(document, Unit.POLICY, whole.toString());
    document.add(new StringField(STAMP, "1", Field.Store.NO));
    document.add(new StoredField(LuceneDocuments.POLICY, policy.id().toString()));
    document.add(new StoredField(STAMP, policy.stamp()));
    documents.add(document);
    index.replace(policy.id(), documents);
  }

  private static String title(IndexedPolicy policy) {
    return policy.title() == null ? "" : policy.title();
  }

  private static void addTokens(Document document, Unit unit, String text) {
    document.add(new Field(unit.field("w"), new TokenList(Words.words(text)), TOKENS));
    document.add(new Field(unit.field("b"), new TokenList(Words.bigrams(text)), TOKENS));
    document.add(new Field(unit.field("c"), new TokenList(Words.singles(text)), TOKENS));
  }

  void remove(UUID policy) {
    index.remove(policy);
  }

  /** The best {@code k} passages in scope. */
  List<Scored> passages(String question, int k, Scope scope) {
    return best(scoped(query(question, Unit.PASSAGE), scope), k);
  }

  /** Passages in scope that hold every pair of neighbouring characters of the phrase. */
  List<Scored> holding(String phrase, int k, Scope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String pair : new TreeSet<>(Words.bigrams(phrase))) {
      query.add(new TermQuery(new Term(Unit.PASSAGE.field("b"), pair)), Occur.MUST);
    }
    return best(scoped(query.build(), scope), k);
  }

  /** BM25 of the given passages; those that share no token with the question are left out. */
  Map<UUID, Double> passageScores(String question, Collection<UUID> passages) {
    return scores(query(question, Unit.PASSAGE), passages);
  }

  /** BM25 of the given policies, each as one text. */
  Map<UUID, Double> policyScores(String question, Collection<UUID> policies) {
    return scores(query(question, Unit.POLICY), policies);
  }

  private static Query query(String question, Unit unit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    addTerms(query, unit.field("w"), Words.words(question));
    addTerms(query, unit.field("b"), Words.bigrams(question));
    addTerms(query, unit.field("c"), Words.singles(question));
    return query.build();
  }

  private static void addTerms(BooleanQuery.Builder query, String field, List<String> tokens) {
    Map<String, Integer> counts = new TreeMap<>();
    tokens.forEach(token -> counts.merge(token, 1, Integer::sum));
    int room = IndexSearcher.getMaxClauseCount() / 3;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (room-- == 0) {
        return;
      }
      Query term = new TermQuery(new Term(field, count.getKey()));
      query.add(new BoostQuery(term, count.getValue()), Occur.SHOULD);
    }
  }

  private List<Scored> best(Query query, int k) {
    return index.search(searcher -> LuceneIndex.best(searcher, query, k, LuceneDocuments.ID));
  }

  private Map<UUID, Double> scores(Query query, Collection<UUID> ids) {
    List<BytesRef> terms = ids.stream().map(id -> new BytesRef(id.toString())).toList();
    Map<UUID, Double> scores = new HashMap<>();
    Query among =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermInSetQuery(LuceneDocuments.ID, terms), Occur.FILTER)
            .build();
    best(among, ids.size()).forEach(scored -> scores.put(scored.id(), scored.score()));
    return scores;
  }

  /** The policy of each of the passages that is in scope. */
  Map<UUID, UUID> policiesOf(Collection<UUID> passages, Scope scope) {
    List<BytesRef> terms = passages.stream().map(id -> new BytesRef(id.toString())).toList();
    Query wanted = scoped(new TermInSetQuery(LuceneDocuments.ID, terms), scope);
    return index.search(
        searcher -> {
          Map<UUID, UUID> policies = new HashMap<>();
          for (ScoreDoc hit : searcher.search(wanted, Math.max(1, terms.size())).scoreDocs) {
            policies.put(
                LuceneIndex.id(searcher, hit.doc, LuceneDocuments.ID),
                LuceneIndex.id(searcher, hit.doc, LuceneDocuments.POLICY));
          }
          return policies;
        });
  }

  private static Query scoped(Query query, Scope scope) {
    Query filter = LuceneDocuments.filter(scope);
    if (filter == null) {
      return query;
    }
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  /** Stamps of the policies that are in the index. */
  Map<UUID, String> stamps() {
    return index.search(
        searcher -> {
          Map<UUID, String> stamps = new HashMap<>();
          int documents = Math.max(1, searcher.getIndexReader().maxDoc());
          Query marked = new TermQuery(new Term(STAMP, "1"));
          for (ScoreDoc hit : searcher.search(marked, documents).scoreDocs) {
            Document document = read(searcher, hit.doc);
            stamps.put(UUID.fromString(document.get(LuceneDocuments.POLICY)), document.get(STAMP));
          }
          return stamps;
        });
  }

  private static Document read(IndexSearcher searcher, int doc) throws IOException {
    return searcher.storedFields().document(doc);
  }

  void refresh() {
    index.refresh();
  }

  void commit() {
    index.commit();
  }

  @Override
  public void close() {
    index.close();
  }
}
