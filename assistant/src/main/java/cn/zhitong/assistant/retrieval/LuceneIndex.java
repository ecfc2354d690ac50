package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.runtime.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jboss.logging.Logger;

/** One Lucene index of this node: replaced by key, searched at a point in time. */
public final class LuceneIndex implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LuceneIndex.class);

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  /** A large index is searched by parts of some hundred thousand documents, side by side. */
  private static final class Parallel extends SearcherFactory {
    private static final Executor THREADS =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), DaemonThreads.named("search-part"));

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      return new IndexSearcher(reader, THREADS);
    }
  }

  /** A search on a fixed view of the index. */
  public interface Search<T> {
    T run(IndexSearcher searcher) throws IOException;
  }

  /**
   * @param folder where it is kept between runs, null for memory only
   */
  LuceneIndex(Path folder, IndexWriterConfig config) {
    this(opened(folder), config);
  }

  /** Of a directory that is closed with the index. */
  public LuceneIndex(Directory directory, IndexWriterConfig config) {
    this.directory = directory;
    try {
      dropUnreadable(directory);
      writer = new IndexWriter(directory, config);
      searchers = new SearcherManager(writer, new Parallel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Directory opened(Path folder) {
    try {
      return folder == null ? new ByteBuffersDirectory() : FSDirectory.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A damaged index, or one of another Lucene, is no loss: it is derived, and made anew. */
  private static void dropUnreadable(Directory directory) throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        DirectoryReader.open(directory).close();
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf("the kept search index cannot be read and is made anew: %s", e.getMessage());
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
    }
  }

  /** The index as it is now; to be closed. */
  LuceneView view() {
    try {
      return new LuceneView(searchers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public <T> T search(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.run(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of the best {@code k} documents with their scores. */
  static List<SearchScore> best(IndexSearcher searcher, Query query, int k, String idField)
      throws IOException {
    TopDocs found = searcher.search(query, Math.max(1, k));
    List<SearchScore> best = new ArrayList<>(found.scoreDocs.length);
    for (ScoreDoc hit : found.scoreDocs) {
      best.add(new SearchScore(id(searcher, hit.doc, idField), hit.score));
    }
    return best;
  }

  /** The id in one of a document's binary columns. */
  static UUID id(IndexSearcher searcher, int doc, String field) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues ids = leaf.reader().getBinaryDocValues(field);
    if (!ids.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document without " + field);
    }
    return LuceneDocuments.uuid(ids.binaryValue());
  }

  /** Documents that bear the key take the place of all that bore it. */
  public void replace(Term key, List<Document> documents) {
    try {
      writer.updateDocuments(key, documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void remove(Term key) {
    try {
      writer.deleteDocuments(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was removed leaves memory or disk now, as far as the merge policy has it. */
  public void purgeRemoved() {
    try {
      if (writer.hasDeletions()) {
        writer.forceMergeDeletes();
        searchers.maybeRefreshBlocking();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was replaced and removed is seen by the next search. */
  public void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the present state the one that the next start finds. */
  void commit() {
    try {
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
