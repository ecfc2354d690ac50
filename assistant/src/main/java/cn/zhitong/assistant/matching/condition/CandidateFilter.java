package cn.zhitong.assistant.matching.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree as an SQL condition on the columns of {@code assistant.enterprise}. It drops no file that
 * the tree calls met or unknown: where a column says nothing, or a leaf is none of a column, the
 * file stays. Java decides afterwards.
 *
 * @param sql over the columns region, industry and scale; {@code true} where nothing can be dropped
 */
public record CandidateFilter(String sql, List<Object> parameters) {
  private static final String EVERYTHING = "true";
  private static final CandidateFilter ALL = new CandidateFilter(EVERYTHING, List.of());

  public CandidateFilter {
    parameters = List.copyOf(parameters);
  }

  /** Whether any file is dropped at all. */
  public boolean isSelective() {
    return !EVERYTHING.equals(sql);
  }

  public static CandidateFilter of(Condition tree) {
    if (tree instanceof ConditionLeaf leaf) {
      return leaf(leaf);
    }
    ConditionGroup group = (ConditionGroup) tree;
    return switch (group.type()) {
      case ALL -> all(group);
      case ANY -> any(group);
      // A denied leaf that is unknown leaves the file in: nothing is dropped below these.
      case NONE, AT_LEAST -> ALL;
    };
  }

  private static CandidateFilter all(ConditionGroup group) {
    List<CandidateFilter> selective = new ArrayList<>();
    for (Condition child : group.children()) {
      CandidateFilter filter = of(child);
      if (filter.isSelective()) {
        selective.add(filter);
      }
    }
    return selective.isEmpty() ? ALL : joined(selective, " and ");
  }

  private static CandidateFilter any(ConditionGroup group) {
    List<CandidateFilter> filters = new ArrayList<>();
    for (Condition child : group.children()) {
      if (isPriority(child)) {
        continue;
      }
      CandidateFilter filter = of(child);
      if (!filter.isSelective()) {
        return ALL;
      }
      filters.add(filter);
    }
    return filters.isEmpty() ? ALL : joined(filters, " or ");
  }

  private static boolean isPriority(Condition child) {
    return child instanceof ConditionLeaf leaf && leaf.strength() == Strength.PRIORITY;
  }

  private static CandidateFilter joined(List<CandidateFilter> filters, String word) {
    List<Object> parameters = new ArrayList<>();
    filters.forEach(filter -> parameters.addAll(filter.parameters()));
    String sql =
        String.join(word, filters.stream().map(filter -> "(" + filter.sql() + ")").toList());
    return new CandidateFilter(sql, parameters);
  }

  private static CandidateFilter leaf(ConditionLeaf leaf) {
    if (leaf.isOpen() || leaf.strength() != Strength.HARD) {
      return ALL;
    }
    return switch (leaf.op()) {
      case IN_REGION -> "region".equals(leaf.field()) ? regions(leaf) : ALL;
      case IN_INDUSTRY -> "industry".equals(leaf.field()) ? industries(leaf) : ALL;
      case IN, EQUAL -> "scale".equals(leaf.field()) ? scales(leaf) : ALL;
      default -> ALL;
    };
  }

  /** In the place, or so coarse that it may be, or no code at all. */
  private static CandidateFilter regions(ConditionLeaf leaf) {
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (FactValue value : leaf.values()) {
      String code = value.text();
      if (!code.matches("\\d{6}")) {
        return ALL;
      }
      parts.add("region like ?");
      parameters.add(significant(code) + "%");
      parts.add("region in (?, ?, ?)");
      parameters.add(code.substring(0, 2) + "0000");
      parameters.add(code.substring(0, 4) + "00");
      parameters.add(code);
    }
    return new CandidateFilter(
        "region is null or region !~ '^[0-9]{6}$' or " + String.join(" or ", parts), parameters);
  }

  private static String significant(String code) {
    if (code.endsWith("0000")) {
      return code.substring(0, 2);
    }
    return code.endsWith("00") ? code.substring(0, 4) : code;
  }

  /** In the class, or in one above it, which may be it. */
  private static CandidateFilter industries(ConditionLeaf leaf) {
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (FactValue value : leaf.values()) {
      String code = IndustryCode.normal(value.text());
      if (!code.matches("[A-T]\\d{0,4}")) {
        return ALL;
      }
      parts.add("industry like ? or ? like industry || '%'");
      parameters.add(code + "%");
      parameters.add(code);
    }
    return new CandidateFilter(
        "industry is null or industry !~ '^[A-T][0-9]{0,4}$' or " + String.join(" or ", parts),
        parameters);
  }

  private static CandidateFilter scales(ConditionLeaf leaf) {
    List<Object> parameters = new ArrayList<>();
    leaf.values().forEach(value -> parameters.add(value.text().strip()));
    String marks = String.join(", ", parameters.stream().map(one -> "?").toList());
    return new CandidateFilter("scale is null or btrim(scale) in (" + marks + ")", parameters);
  }
}
