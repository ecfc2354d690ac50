package cn.zhitong.ingest.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a list could be narrowed to, each value with the number of policies that choosing it would
 * show. A facet's own choice is left out of its counts, so that another value can be chosen.
 */
public record PolicyFacets(Map<Facet, List<Count>> counts) {
  public PolicyFacets {
    counts = new EnumMap<>(counts);
  }

  /** A column to narrow by. */
  public enum Facet {
    LEVEL,
    REGION,
    THEME,
    INDUSTRY,
    KIND,
    STATUS
  }

  /**
   * @param value as filters take it
   * @param count policies, duplicates folded
   */
  public record Count(String value, int count) {}

  /** Most frequent first. */
  public List<Count> of(Facet facet) {
    return counts.getOrDefault(facet, List.of());
  }
}
