package cn.zhitong.training.data;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Finds the passages that look most like answers, by words and by meaning: what the reader has to
 * tell apart. Plainer than the service's search on purpose, so that the reader does not depend on
 * weights that depend on the reader.
 */
public final class HybridSearch implements AutoCloseable {
  private static final String TEXT = "text";
  private static final String PLACE = "place";

  /** Candidates of each of the two; below, ranks no longer say anything. */
  private static final int DEPTH = 30;

  /** More is never found. */
  static final int MOST = 2 * DEPTH;

  /** Of reciprocal rank fusion, as published by Cormack et al. 2009, less for short lists. */
  private static final int RANK_OFFSET = 10;

  private final List<LibraryPassage> passages;
  private final Embedder embedder;
  private final List<float[]> vectors;
  private final Analyzer analyzer = new CJKAnalyzer();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexSearcher searcher;

  public HybridSearch(List<LibraryPassage> passages, Embedder embedder) throws IOException {
    this.passages = passages;
    this.embedder = embedder;
    this.vectors = embedder.embedPassages(passages.stream().map(LibraryPassage::embedded).toList());
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (int i = 0; i < passages.size(); i++) {
        Document document = new Document();
        document.add(new TextField(TEXT, passages.get(i).embedded(), Field.Store.NO));
        document.add(new StoredField(PLACE, i));
        writer.addDocument(document);
      }
    }
    this.searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  /** A passage with its cosine to the question. */
  public record Found(LibraryPassage passage, double cosine) {}

  /** Best first. */
  public List<Found> search(String question, int count) {
    float[] asked = embedder.embedQuery(question);
    double[] cosines = new double[passages.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Vectors.dot(asked, vectors.get(i));
    }
    Map<Integer, Double> scores = new HashMap<>();
    addRanks(byWords(question), scores);
    addRanks(
        IntStream.range(0, cosines.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -cosines[i]))
            .limit(DEPTH)
            .toList(),
        scores);
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .map(e -> new Found(passages.get(e.getKey()), cosines[e.getKey()]))
        .toList();
  }

  /** Best first by words alone; without a cosine. */
  public List<Found> byWords(String question, int count) {
    return byWords(question).stream()
        .limit(count)
        .map(place -> new Found(passages.get(place), Double.NaN))
        .toList();
  }

  private static void addRanks(List<Integer> ranked, Map<Integer, Double> scores) {
    for (int rank = 0; rank < ranked.size(); rank++) {
      scores.merge(ranked.get(rank), 1. / (RANK_OFFSET + rank), Double::sum);
    }
  }

  private List<Integer> byWords(String question) {
    Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
    List<Integer> ranked = new ArrayList<>();
    if (query == null) {
      return ranked;
    }
    try {
      for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        ranked.add(document.getField(PLACE).numericValue().intValue());
      }
      return ranked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
    analyzer.close();
  }
}
