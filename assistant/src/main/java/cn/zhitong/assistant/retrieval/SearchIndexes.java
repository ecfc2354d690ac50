package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.runtime.DaemonThreads;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.ModelNotConfigured;
import cn.zhitong.common.jdbc.Jdbc;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** This node's indexes and what keeps them level with the database, from opening to closing. */
final class SearchIndexes implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SearchIndexes.class);

  private final RetrievalConfig config;
  private final Supplier<Embedder> library;
  private final TextIndex text;
  private final VectorIndex vectors;
  private final IndexSynchronizer follower;
  private final HybridRetrieval retrieval;

  /** What the vectors in this node's own index are of; null where they are in the database. */
  private volatile Embedder loaded;

  /** Why the vectors in this node's own index can't be searched; null where they can. */
  private volatile ModelNotConfigured missing;

  private final ScheduledExecutorService poller =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("index-follower"));

  /** One database, and one embedder whatever its vectors are of. */
  SearchIndexes(Jdbc jdbc, Embedder embedder, RetrievalConfig config, Clock clock) {
    this(SearchDatabase.alone(jdbc), () -> embedder, config, clock);
  }

  /**
   * @param library the embedder that the passages' vectors are of at the moment
   */
  SearchIndexes(
      SearchDatabase database, Supplier<Embedder> library, RetrievalConfig config, Clock clock) {
    this.config = config;
    this.library = library;
    this.text = new TextIndex(folder(config));
    this.vectors = vectors(database, config);
    this.follower =
        new IndexSynchronizer(
            new PassageStore(database.own()), text, vectors, config.overlapWindow());
    follower.onChange(database.changed());
    PassageStore store = new PassageStore(database.reads());
    KnownItemMatcher exact = new KnownItemMatcher(new KnownItemStore(database.reads()), text);
    PassageSearch passages =
        new PassageSearch(
            this::embedder,
            QueryAdapter::forModel,
            text,
            vectors,
            exact::find,
            config.candidates());
    this.retrieval =
        new HybridRetrieval(passages, store, follower, vectors, text::vocabulary, clock);
  }

  /**
   * The one that the vectors are of that this node searches.
   *
   * @throws ModelNotConfigured where this node was started without it
   */
  Embedder embedder() {
    ModelNotConfigured lacking = missing;
    if (lacking != null) {
      throw lacking;
    }
    Embedder own = loaded;
    return own == null ? library.get() : own;
  }

  /** An index of another form lies in another folder. */
  private static Path folder(RetrievalConfig config) {
    return config.indexFolder().map(root -> root.resolve("words-" + TextIndex.FORM)).orElse(null);
  }

  private static VectorIndex vectors(SearchDatabase database, RetrievalConfig config) {
    if (config.vectorIndex().equals("lucene")) {
      return new LuceneVectorIndex();
    }
    Optional<PgVectorStore> store =
        PgVectorStore.open(database.own(), config.efSearch())
            .map(opened -> opened.on(database.reads()));
    if (store.isEmpty()) {
      LOG.info("vector index: lucene, in this node (the database has no pgvector)");
      return new LuceneVectorIndex();
    }
    LOG.infof(
        "vector index: pgvector %s, search list %d", store.get().version(), store.get().efSearch());
    VectorIndex index = new PgVectorIndex(store.get());
    index.warning().ifPresent(LOG::warn);
    return index;
  }

  HybridRetrieval retrieval() {
    return retrieval;
  }

  IndexSynchronizer follower() {
    return follower;
  }

  /** Follows the database from now on. */
  void start() {
    long pause = config.pollInterval().toMillis();
    poller.scheduleWithFixedDelay(this::poll, 0, pause, TimeUnit.MILLISECONDS);
  }

  private void poll() {
    try {
      if (vectors.derived()) {
        followModel();
      }
      follower.catchUp();
    } catch (RuntimeException e) {
      LOG.warn("the search index could not be brought up to date; trying again", e);
    }
  }

  /**
   * Vectors held in this node are read again when the library was embedded with another model.
   * Where this node lacks that model, the words are followed all the same, so that nothing is
   * missing from them once the library has a known model again.
   */
  private void followModel() {
    Embedder now;
    try {
      now = library.get();
    } catch (ModelNotConfigured e) {
      if (missing == null) {
        LOG.warn(e.getMessage());
      }
      missing = e;
      return;
    }
    if (missing != null || loaded != null && loaded != now) {
      follower.readAgain();
    }
    loaded = now;
    missing = null;
  }

  @Override
  public void close() {
    poller.shutdown();
    try {
      if (!poller.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("the search index is closed while it is being brought up to date");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    text.close();
    vectors.close();
  }
}
