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
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * BM25 over passages and over whole policies, each kind of token in a field of its own with its own
 * statistics; title and heading path belong to the text. Lucene's BM25 has k1 1.2 and b .75. Scores
 * are shares of the best possible one, which a text that repeats the question's tokens endlessly
 * would come to, so that they mean the same for every question.
 */
final class TextIndex implements AutoCloseable {
  /** Changes when what is written changes, so that a kept index of another form is thrown away. */
  static final String FORM = "3";

  private static final String STAMP = "stamp";
  private static final FieldType TOKENS = tokens();

  private final LuceneIndex index;

  /** A kind of token: its field's name, how a text is cut, what it counts. */
  private record Kind(String name, Function<String, List<String>> cut, float weight) {}

  private static final Kind WORDS = new Kind("w", Words::words, 1);
  private static final Kind PAIRS = new Kind("b", Words::bigrams, 1);

  /** Weights by cross-validation on ncp and stard (docs/retrieval.md). */
  private static final List<Kind> KINDS =
      List.of(
          WORDS,
          PAIRS,
          new Kind("c", Words::singles, 1),
          new Kind("s", Words::skips, .5f),
          new Kind("t", Words::trigrams, .5f));

  /** Enough to find what the others then help to rank; single characters stand in everything. */
  private static final List<Kind> FINDING = List.of(WORDS, PAIRS);

  private enum Unit {
    PASSAGE("p", KINDS),
    POLICY("d", KINDS.subList(0, 3));

    private final String prefix;
    private final List<Kind> kinds;

    Unit(String prefix, List<Kind> kinds) {
      this.prefix = prefix;
      this.kinds = kinds;
    }

    String field(Kind kind) {
      return prefix + kind.name();
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
    for (Kind kind : unit.kinds) {
      document.add(new Field(unit.field(kind), new TokenList(kind.cut().apply(text)), TOKENS));
    }
  }

  void remove(UUID policy) {
    index.remove(policy);
  }

  /**
   * A passage with the policy that it is of.
   *
   * @param share of the best possible BM25, 0 where it has no token of the question
   */
  record Worded(UUID id, UUID policy, double share) {}

  /** The {@code k} passages in scope that share most words and pairs with the question. */
  List<UUID> candidates(String question, int k, Scope scope) {
    Query query = scoped(query(terms(question, Unit.PASSAGE, FINDING)), scope);
    return best(query, k).stream().map(Scored::id).toList();
  }

  /** Those of the given passages that are in scope, with all that is known of their words. */
  List<Worded> among(String question, Collection<UUID> passages, Scope scope) {
    if (passages.isEmpty()) {
      return List.of();
    }
    List<WeightedTerm> terms = terms(question, Unit.PASSAGE, KINDS);
    return worded(terms, scoped(among(terms, passages), scope), passages.size());
  }

  private List<Worded> worded(List<WeightedTerm> terms, Query query, int k) {
    return index.search(
        searcher -> {
          double best = bestPossible(searcher, terms);
          List<Worded> worded = new ArrayList<>();
          for (ScoreDoc hit : searcher.search(query, k).scoreDocs) {
            worded.add(
                new Worded(
                    LuceneIndex.id(searcher, hit.doc, LuceneDocuments.ID),
                    LuceneIndex.id(searcher, hit.doc, LuceneDocuments.POLICY),
                    hit.score / best));
          }
          return worded;
        });
  }

  /** Passages in scope that hold every pair of neighbouring characters of the phrase. */
  List<Scored> holding(String phrase, int k, Scope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String pair : new TreeSet<>(Words.bigrams(phrase))) {
      query.add(new TermQuery(new Term(Unit.PASSAGE.field(PAIRS), pair)), Occur.MUST);
    }
    return best(scoped(query.build(), scope), k);
  }

  /** Shares of the best possible BM25 of the given policies, each as one text. */
  Map<UUID, Double> policyScores(String question, Collection<UUID> policies) {
    if (policies.isEmpty()) {
      return Map.of();
    }
    List<WeightedTerm> terms = terms(question, Unit.POLICY, Unit.POLICY.kinds);
    return index.search(
        searcher -> {
          double best = bestPossible(searcher, terms);
          Map<UUID, Double> shares = new HashMap<>();
          Query among = among(terms, policies);
          LuceneIndex.best(searcher, among, policies.size(), LuceneDocuments.ID)
              .forEach(found -> shares.put(found.id(), found.score() / best));
          return shares;
        });
  }

  /** All documents with the ids, scored by the terms. */
  private static Query among(List<WeightedTerm> terms, Collection<UUID> ids) {
    return new BooleanQuery.Builder()
        .add(query(terms), Occur.SHOULD)
        .add(LuceneDocuments.withIds(ids), Occur.FILTER)
        .build();
  }

  private static Query query(List<WeightedTerm> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (WeightedTerm token : terms) {
      query.add(new BoostQuery(new TermQuery(token.term()), token.weight()), Occur.SHOULD);
    }
    return query.build();
  }

  private record WeightedTerm(Term term, float weight) {}

  /** Each token once, with its kind's weight times how often the question has it. */
  private static List<WeightedTerm> terms(String question, Unit unit, List<Kind> kinds) {
    List<WeightedTerm> terms = new ArrayList<>();
    int room = IndexSearcher.getMaxClauseCount() / kinds.size();
    for (Kind kind : kinds) {
      Map<String, Integer> counts = new TreeMap<>();
      kind.cut().apply(question).forEach(token -> counts.merge(token, 1, Integer::sum));
      counts.entrySet().stream()
          .limit(room)
          .forEach(
              count ->
                  terms.add(
                      new WeightedTerm(
                          new Term(unit.field(kind), count.getKey()),
                          kind.weight() * count.getValue())));
    }
    return terms;
  }

  /** BM25's limit for endlessly many of every token: the sum of their inverse frequencies. */
  private static double bestPossible(IndexSearcher searcher, List<WeightedTerm> terms)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    double sum = 0;
    for (WeightedTerm token : terms) {
      int holding = reader.docFreq(token.term());
      if (holding > 0) {
        int all = reader.getDocCount(token.term().field());
        sum += token.weight() * Math.log(1 + (all - holding + .5) / (holding + .5));
      }
    }
    return Math.max(sum, 1e-6);
  }

  private List<Scored> best(Query query, int k) {
    return index.search(searcher -> LuceneIndex.best(searcher, query, k, LuceneDocuments.ID));
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
