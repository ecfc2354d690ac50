package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** What else a search reads, by what it is for. */
  public static Map<String, List<String>> reads(Jdbc jdbc) {
    Map<String, List<String>> plans = new LinkedHashMap<>();
    plans.put("检索结果", new PassageStore(jdbc).hitsPlan());
    return plans;
  }
}
