package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/** Every vector of the corpus in memory: what an index's answers are judged by. */
final class ExactVectors {
  private static final String PAGE =
      """
      select id, embedding, region, kind, starts_on from corpus.passage
      where id > ?::uuid order by id limit 5000
      """;

  /** One passage as it is stored. */
  record Row(UUID id, float[] vector, String region, String kind, LocalDate startsOn) {
    boolean in(SearchFilter scope) {
      return (scope.regions().isEmpty() || region == null || scope.regions().contains(region))
          && (scope.kinds().isEmpty() || scope.kinds().contains(kind))
          && (scope.asOf() == null || startsOn == null || !startsOn.isAfter(scope.asOf()));
    }
  }

  private final List<Row> rows;

  private ExactVectors(List<Row> rows) {
    this.rows = rows;
  }

  static ExactVectors of(Jdbc jdbc) {
    List<Row> rows = new ArrayList<>();
    UUID last = new UUID(0, 0);
    while (true) {
      List<Row> page =
          jdbc.query(
              PAGE,
              row ->
                  new Row(
                      row.getObject("id", UUID.class),
                      Jdbc.vector(row, "embedding"),
                      row.getString("region"),
                      row.getString("kind"),
                      Jdbc.date(row, "starts_on")),
              last);
      if (page.isEmpty()) {
        return new ExactVectors(rows);
      }
      rows.addAll(page);
      last = page.get(page.size() - 1).id();
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** The ids of the {@code k} in scope whose cosine to the query is largest. */
  Set<UUID> nearest(float[] query, int k, SearchFilter scope) {
    PriorityQueue<SearchScore> best =
        new PriorityQueue<>(Comparator.comparingDouble(SearchScore::score));
    for (Row row : rows) {
      if (row.in(scope)) {
        best.add(new SearchScore(row.id(), dot(query, row.vector())));
        if (best.size() > k) {
          best.poll();
        }
      }
    }
    Set<UUID> ids = new HashSet<>();
    best.forEach(one -> ids.add(one.id()));
    return ids;
  }

  private static double dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
