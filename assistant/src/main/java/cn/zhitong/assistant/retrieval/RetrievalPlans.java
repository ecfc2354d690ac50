package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.PlannedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What searches ask of passages, for a look at how the database would do it. */
public final class RetrievalPlans {
  /** As many candidates as a search takes from the vectors at most. */
  private static final int CANDIDATES = 100;

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final SearchFilter EVERYWHERE = new SearchFilter(List.of(), null, List.of());
  private static final SearchFilter PLACE =
      new SearchFilter(SearchFilter.withAncestors("350100"), DAY, List.of("policy"));

  private RetrievalPlans() {}

  /** Name of the index that the nearest vectors are to be found by. */
  public static String vectorIndex() {
    return PgVectorStore.INDEX_NAME;
  }

  /**
   * Those of vectors are left out where vectors are not searched in the database.
   *
   * @param jdbc to find out; nothing is searched, made or changed
   */
  public static List<PlannedQuery> queries(Jdbc jdbc) {
    List<UUID> some = List.of(new UUID(0, 1), new UUID(0, 2));
    List<PlannedQuery> queries = new ArrayList<>();
    PgVectorStore.installed(jdbc, CANDIDATES)
        .ifPresent(vectors -> queries.addAll(ofVectors(vectors, some)));
    queries.add(PlannedQuery.chosen("检索结果", on -> new PassageStore(on).hits(some, DAY, DAY)));
    queries.add(PlannedQuery.chosen("节点索引读片段", on -> new PassageStore(on).policies(some, false)));
    queries.add(PlannedQuery.chosen("节点索引读片段和向量", on -> new PassageStore(on).policies(some, true)));
    queries.add(PlannedQuery.chosen("按文号、标题找到的片段", on -> new KnownItemStore(on).passages(some)));
    queries.add(PlannedQuery.chosen("按条款找到的片段", on -> new KnownItemStore(on).byIds(some)));
    return queries;
  }

  private static List<PlannedQuery> ofVectors(PgVectorStore vectors, List<UUID> some) {
    float[] question = new float[PgVectorStore.DIMENSIONS];
    return List.of(
        PlannedQuery.nearest(
            "向量检索", on -> vectors.on(on).nearest(question, CANDIDATES, EVERYWHERE)),
        PlannedQuery.nearest(
            "按地区和日期的向量检索", on -> vectors.on(on).nearest(question, CANDIDATES, PLACE)),
        PlannedQuery.chosen("候选片段的相似度", on -> vectors.on(on).similarities(question, some)));
  }
}
