package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.store.PolicyFacets.Count;
import cn.zhitong.ingest.store.PolicyFacets.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what the library's lists can be narrowed to. */
final class FacetStore {
  private static final String FROM = " from corpus.policy p ";

  /** Themes are the longest list; a page shows no more of them than this. */
  private static final String GROUPED = " group by 1 order by 2 desc, 1 limit 60";

  /** The column, or the elements of an array; {@code ended_on} against the day for the status. */
  private static final Map<Facet, String> SELECTS =
      Map.of(
          Facet.LEVEL, "select level, count(*)" + FROM,
          Facet.REGION, "select region, count(*)" + FROM,
          Facet.KIND, "select kind, count(*)" + FROM,
          Facet.THEME, "select one, count(*)" + FROM + "cross join unnest(themes) one ",
          Facet.INDUSTRY, "select one, count(*)" + FROM + "cross join unnest(industries) one ",
          Facet.STATUS,
              "select case when ended_on <= ? then ended_as else 'in_force' end, count(*)" + FROM);

  private final Jdbc jdbc;

  FacetStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  PolicyFacets facets(PolicyFilter filter) {
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(facet, counts(facet, filter));
    }
    return new PolicyFacets(counts);
  }

  private List<Count> counts(Facet facet, PolicyFilter filter) {
    List<Object> parameters = new ArrayList<>();
    if (facet == Facet.STATUS) {
      parameters.add(filter.asOf());
    }
    parameters.addAll(FilterParameters.of(filter.without(facet)));
    return jdbc
        .query(
            SELECTS.get(facet) + LibraryStore.MATCHES + GROUPED,
            row -> new Count(row.getString(1), row.getInt(2)),
            parameters.toArray())
        .stream()
        .filter(count -> count.value() != null)
        .toList();
  }
}
