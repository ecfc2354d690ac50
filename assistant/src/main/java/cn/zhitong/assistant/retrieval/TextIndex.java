package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.common.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;

/**
 * BM25 over passages and over whole policies, each kind of token in a field of its own with its own
 * statistics; title and heading path belong to the text. Lucene's BM25 has k1 1.2 and b .75. Scores
 * are shares of the best possible one, which a text that repeats the question's tokens endlessly
 * would come to, so that they mean the same for every question.
 */
final class TextIndex implements AutoCloseable {
  /** Changes when what is written changes, so that a kept index of another form is thrown away. */
  static final String FORM = "4";

  private static final String STAMP = "stamp";

  /** Marks the document of a whole policy, the parent of the block of its passages. */
  private static final Term WHOLE_POLICY = new Term(STAMP, "1");

  /** Which documents are policies: the parents of blocks. */
  static final BitSetProducer POLICIES = new QueryBitSetProducer(new TermQuery(WHOLE_POLICY));

  private static final double SEGMENTS_PER_TIER = 5;
  private static final FieldType TOKENS = tokens();

  private final LuceneIndex index;
  private final VocabularyReader vocabulary = new VocabularyReader();

  TextIndex(Path folder) {
    index = new LuceneIndex(folder, fewParts());
  }

  /** Each part is asked for each of a question's hundred tokens, so that half as many are kept. */
  private static IndexWriterConfig fewParts() {
    return new IndexWriterConfig()
        .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
  }

  private static FieldType tokens() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  void put(IndexedPolicy policy) {
    index.replace(LuceneDocuments.ofPolicy(policy.id()), documents(policy));
  }

  /** A block: its passages, then the policy as a whole. */
  static List<Document> documents(IndexedPolicy policy) {
    List<Document> documents = new ArrayList<>();
    StringBuilder whole = new StringBuilder(title(policy));
    for (IndexedPassage passage : policy.passages()) {
      Document document = LuceneDocuments.document(passage.id(), policy);
      String text = title(policy) + "\n" + passage.headings() + "\n" + passage.text();
      addTokens(document, TextUnit.PASSAGE, text);
      documents.add(document);
      whole.append('\n').append(passage.text());
    }
    Document document = LuceneDocuments.document(policy.id(), policy);
    addTokens(document, TextUnit.POLICY, whole.toString());
    document.add(new StringField(STAMP, "1", Field.Store.NO));
    document.add(new StoredField(LuceneDocuments.POLICY, policy.id().toString()));
    document.add(new StoredField(STAMP, policy.stamp()));
    documents.add(document);
    return documents;
  }

  private static String title(IndexedPolicy policy) {
    return policy.title() == null ? "" : policy.title();
  }

  private static void addTokens(Document document, TextUnit unit, String text) {
    for (TokenKind kind : unit.kinds()) {
      document.add(new Field(unit.field(kind), new TokenList(kind.cut(text)), TOKENS));
    }
  }

  void remove(UUID policy) {
    index.remove(LuceneDocuments.ofPolicy(policy));
  }

  /**
   * What the question's words say of passages.
   *
   * @return to be closed
   */
  LexicalScorer ask(WeightedQuery question, SearchFilter scope) {
    return new LexicalScorer(index.view(), question, scope);
  }

  /** Passages in scope that hold every pair of neighbouring characters of the phrase. */
  List<SearchScore> holding(String phrase, int k, SearchFilter scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String pair : new TreeSet<>(Words.bigrams(phrase))) {
      query.add(new TermQuery(new Term(TextUnit.PASSAGE.field(TokenKind.PAIRS), pair)), Occur.MUST);
    }
    return best(LuceneDocuments.scoped(query.build(), scope), k);
  }

  private List<SearchScore> best(Query query, int k) {
    return index.search(searcher -> LuceneIndex.best(searcher, query, k, LuceneDocuments.ID));
  }

  LibraryVocabulary vocabulary() {
    return index.search(vocabulary::of);
  }

  /** Stamps of the policies that are in the index. */
  Map<UUID, String> stamps() {
    return index.search(
        searcher -> {
          Map<UUID, String> stamps = new HashMap<>();
          int documents = Math.max(1, searcher.getIndexReader().maxDoc());
          Query marked = new TermQuery(WHOLE_POLICY);
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
