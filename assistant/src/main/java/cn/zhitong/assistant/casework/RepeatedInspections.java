package cn.zhitong.assistant.casework;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Finds appeals about inspections of the same enterprise: those that it sent, and those in whose
 * words it is named. Pure.
 */
final class RepeatedInspections {
  /** Shorter names occur in other words. */
  private static final int SHORTEST_NAME = 4;

  private RepeatedInspections() {}

  /**
   * An appeal about an inspection.
   *
   * @param enterprise as it was given; null for none
   * @param text title and words of it
   */
  record Inspected(
      UUID caseId,
      String number,
      Instant askedAt,
      String enterprise,
      String text,
      String department,
      String state) {}

  /**
   * Several about one enterprise.
   *
   * @param cases in the order in which they were asked
   */
  record Repeated(String enterprise, List<Inspected> cases) {}

  /** The group that one case belongs to, itself included. */
  static List<Inspected> about(Inspected one, List<Inspected> all) {
    return all.stream()
        .filter(other -> other.caseId().equals(one.caseId()) || same(one, other))
        .sorted(Comparator.comparing(Inspected::askedAt))
        .toList();
  }

  /**
   * Groups of at least so many, the largest first.
   *
   * @param least appeals that make a repetition
   */
  static List<Repeated> groups(List<Inspected> all, int least) {
    List<Repeated> groups = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Inspected one : all) {
      String name = name(one.enterprise());
      if (name.length() < SHORTEST_NAME || seen.contains(name)) {
        continue;
      }
      seen.add(name);
      List<Inspected> cases = all.stream().filter(other -> concerns(name, other)).toList();
      if (cases.size() >= least) {
        groups.add(
            new Repeated(
                one.enterprise(),
                cases.stream().sorted(Comparator.comparing(Inspected::askedAt)).toList()));
      }
    }
    groups.sort(Comparator.comparingInt((Repeated group) -> -group.cases().size()));
    return groups;
  }

  private static boolean same(Inspected one, Inspected other) {
    return concerns(name(one.enterprise()), other) || concerns(name(other.enterprise()), one);
  }

  private static boolean concerns(String name, Inspected one) {
    return name.length() >= SHORTEST_NAME
        && (name.equals(name(one.enterprise())) || name(one.text()).contains(name));
  }

  /** Alike however brackets and blanks are typed. */
  private static String name(String given) {
    return given == null
        ? ""
        : Normalizer.normalize(given, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
