package cn.zhitong.assistant.casework.log;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds appeals about inspections of the same enterprise: those that it sent, and those in whose
 * words it is named. Pure.
 */
public final class RepeatedInspections {
  /** Shorter names occur in other words. */
  private static final int SHORTEST_NAME = 4;

  private RepeatedInspections() {}

  /**
   * An appeal about an inspection.
   *
   * @param enterprise as it was given; null for none
   * @param text title and words of it
   */
  public record Inspected(
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
  public record Repeated(String enterprise, List<Inspected> cases) {}

  /** With names and words alike however brackets and blanks are typed. */
  private record Plain(Inspected appeal, String enterprise, String text) {
    static Plain of(Inspected appeal) {
      return new Plain(appeal, alike(appeal.enterprise()), alike(appeal.text()));
    }

    private static String alike(String given) {
      return given == null
          ? ""
          : Normalizer.normalize(given, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    boolean concerns(String name) {
      return name.length() >= SHORTEST_NAME && (name.equals(enterprise) || text.contains(name));
    }
  }

  /** The group that one case belongs to, itself included. */
  public static List<Inspected> about(Inspected one, List<Inspected> all) {
    Plain own = Plain.of(one);
    return all.stream()
        .map(Plain::of)
        .filter(
            other ->
                other.appeal().caseId().equals(one.caseId())
                    || other.concerns(own.enterprise())
                    || own.concerns(other.enterprise()))
        .map(Plain::appeal)
        .sorted(Comparator.comparing(Inspected::askedAt))
        .toList();
  }

  /**
   * Groups of at least so many, the largest first.
   *
   * @param least appeals that make a repetition
   */
  public static List<Repeated> groups(List<Inspected> all, int least) {
    List<Plain> plain = all.stream().map(Plain::of).toList();
    Map<String, String> names = new LinkedHashMap<>();
    plain.forEach(one -> names.putIfAbsent(one.enterprise(), one.appeal().enterprise()));
    List<Repeated> groups = new ArrayList<>();
    names.forEach(
        (name, given) -> {
          List<Inspected> cases =
              plain.stream()
                  .filter(one -> one.concerns(name))
                  .map(Plain::appeal)
                  .sorted(Comparator.comparing(Inspected::askedAt))
                  .toList();
          if (cases.size() >= least) {
            groups.add(new Repeated(given, cases));
          }
        });
    groups.sort(Comparator.comparingInt((Repeated group) -> -group.cases().size()));
    return groups;
  }
}
