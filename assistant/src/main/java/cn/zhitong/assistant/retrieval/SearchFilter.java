package cn.zhitong.assistant.retrieval;

import cn.zhitong.ingest.policy.PolicyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which texts a search may find. Withdrawn ones are never in any index.
 *
 * @param regions codes that match, empty for every region; a text without a region always matches
 * @param asOf day on which texts must be in force, null when that does not matter
 * @param kinds kinds that match, empty for all
 */
record SearchFilter(List<String> regions, LocalDate asOf, List<String> kinds) {
  SearchFilter {
    regions = List.copyOf(regions);
    kinds = List.copyOf(kinds);
  }

  static SearchFilter of(SearchQuery query) {
    return new SearchFilter(
        query.region() == null ? List.of() : withAncestors(query.region()),
        query.includeExpired() ? null : query.asOf(),
        query.kinds().stream().map(PolicyKind::code).sorted().toList());
  }

  boolean unrestricted() {
    return regions.isEmpty() && asOf == null && kinds.isEmpty();
  }

  /** GB/T 2260: PPCCDD lies in PPCC00, that in PP0000, all in 000000. */
  static List<String> withAncestors(String region) {
    List<String> codes = new ArrayList<>();
    for (String code :
        List.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000", "000000")) {
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }
}
