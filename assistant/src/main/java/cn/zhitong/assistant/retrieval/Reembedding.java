package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import java.util.List;
import java.util.UUID;

/**
 * Makes the library's vectors anew with the newest model while the old ones serve: the new ones
 * gather beside them, get an index, and take their place in one transaction. Whoever searches or
 * stores in that moment does it again. What was made stays when the work is cut off.
 */
public final class Reembedding {
  /** Passages a transaction: some seconds of work. */
  private static final int BATCH = 64;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Jdbc jdbc;
  private final ReembeddingStore store;
  private final EmbeddingModels models;

  /**
   * How far it is.
   *
   * @param model id of the model that serves; empty where nothing is stored yet
   * @param newest id of the model that this version embeds with
   * @param done passages that have the newest model's vectors
   * @param total passages
   */
  public record State(String model, String newest, long done, long total) {
    /** Whether there is nothing to make. */
    public boolean isCurrent() {
      return model.isEmpty() || model.equals(newest);
    }

    private State with(int more) {
      return new State(model, newest, done + more, Math.max(total, done + more));
    }
  }

  /** Told of every batch, and of the two steps after the last one. */
  public interface Progress {
    void embedded(State state);

    void indexing();
  }

  public Reembedding(Jdbc jdbc, EmbeddingModels models) {
    this.jdbc = jdbc;
    this.store = new ReembeddingStore(jdbc);
    this.models = models;
  }

  public State state() {
    return store.state(models.newest());
  }

  /**
   * Returns when the newest model's vectors serve. Goes on where an earlier run was cut off.
   *
   * @throws IllegalStateException in Chinese, when another run is at work
   */
  public void run(Progress progress) {
    if (state().isCurrent()) {
      return;
    }
    store.begin(models.newest());
    Embedder model = models.of(models.newest());
    int made;
    do {
      // Texts that are stored meanwhile may lie before the place that was reached.
      made = pass(model, progress);
    } while (made > 0);
    progress.indexing();
    PgVectorStore.buildNextIndex(jdbc);
    store.replace(model);
  }

  /** How many were made. Passages are counted once a pass: a count reads all of them. */
  private int pass(Embedder model, Progress progress) {
    State before = state();
    int made = 0;
    UUID policy = BEFORE_ALL;
    UUID id = BEFORE_ALL;
    List<ReembeddingStore.Waiting> batch = store.fill(model, policy, id, BATCH);
    while (!batch.isEmpty()) {
      made += batch.size();
      policy = batch.get(batch.size() - 1).policy();
      id = batch.get(batch.size() - 1).id();
      progress.embedded(before.with(made));
      batch = store.fill(model, policy, id, BATCH);
    }
    return made;
  }
}
