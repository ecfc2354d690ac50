package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.duplicates.DuplicateCase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Triage's outcome, in the shape that {@code POST /api/triage} returns.
 *
 * @param matters where the appeal brings several, each with its own candidates; else empty
 * @param duplicates cases of the last 90 days that are the same appeal again, to be merged
 * @param related cases of the last 90 days about the same matter in other words, to be looked at
 * @param reporterProtected whether handlers must not learn who sent it (举报, or asked for)
 */
public record Suggestion(
    CategoryGuess category,
    List<DepartmentGuess> departments,
    List<DepartmentGuess> supporting,
    Deadline deadline,
    List<DuplicateCase> duplicates,
    List<Flag> flags,
    boolean abstained,
    List<String> reviewReasons,
    List<String> sensitive,
    String modelVersion,
    List<Matter> matters,
    List<DuplicateCase> related,
    boolean reporterProtected) {

  /** An older version's, or one whose texts were erased, lacks some of its lists. */
  public Suggestion {
    departments = orEmpty(departments);
    supporting = orEmpty(supporting);
    duplicates = orEmpty(duplicates);
    flags = orEmpty(flags);
    reviewReasons = orEmpty(reviewReasons);
    sensitive = orEmpty(sensitive);
    matters = orEmpty(matters);
    related = orEmpty(related);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** The same with each reason for a department of the whole appeal put otherwise. */
  public Suggestion withReasons(UnaryOperator<Reason> otherwise) {
    return new Suggestion(
        category,
        departments.stream().map(one -> one.withReasons(otherwise)).toList(),
        supporting.stream().map(one -> one.withReasons(otherwise)).toList(),
        deadline,
        duplicates,
        flags,
        abstained,
        reviewReasons,
        sensitive,
        modelVersion,
        matters,
        related,
        reporterProtected);
  }

  public record CategoryGuess(String code, String label, double confidence) {}

  /**
   * @param id catalogue id, null for a name that only history knows
   * @param name exactly as in the training history or catalogue; after a reform, the successor's
   */
  public record DepartmentGuess(String id, String name, double confidence, List<Reason> reasons) {
    DepartmentGuess withReasons(UnaryOperator<Reason> otherwise) {
      return reasons == null
          ? this
          : new DepartmentGuess(id, name, confidence, reasons.stream().map(otherwise).toList());
    }
  }

  /**
   * @param kind {@code duty}, {@code history}, {@code clause} or {@code model}
   * @param citation url of the clause that says so, relative to the site, or null
   */
  public record Reason(String kind, String text, String citation) {}

  /**
   * @param due last day, inclusive
   * @param provisional whether the day reaches into a year whose calendar is not loaded
   */
  public record Deadline(int workingDays, LocalDate due, boolean provisional) {}

  public record Flag(String kind, List<String> words) {}

  /**
   * One of several matters.
   *
   * @param text its beginning, personal data masked
   * @param departments candidates for this matter, best first
   */
  public record Matter(String text, List<DepartmentGuess> departments) {}
}
