package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import java.util.List;

/** How a database would run what a search asks of it. Nothing is searched, made or changed. */
public final class RetrievalPlans {
  /** As many candidates as a search takes from the vectors at most. */
  private static final int CANDIDATES = 100;

  private RetrievalPlans() {}

  /** Name of the index that the nearest vectors are to be found by. */
  public static String vectorIndex() {
    return PgVectorStore.INDEX_NAME;
  }

  /**
   * The search of the nearest vectors, line by line; empty where vectors are not in the database.
   */
  public static List<String> nearest(Jdbc jdbc) {
    return PgVectorStore.installed(jdbc, CANDIDATES)
        .map(store -> store.plan(CANDIDATES))
        .orElse(List.of());
  }

  /** The reading of what a search found, line by line. */
  public static List<String> hits(Jdbc jdbc) {
    return new PassageStore(jdbc).hitsPlan();
  }
}
