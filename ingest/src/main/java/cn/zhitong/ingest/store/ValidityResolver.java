package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Works out when a policy holds. A pure function of the dates of the texts that have to do with one
 * another, so that the outcome is the same whichever of them was loaded first.
 */
final class ValidityResolver {
  /** A text in force this long before it was adopted is the revision of an older one. */
  private static final int RETROACTIVE_DAYS = 366;

  /** Acts that recur under one title without ending one another. */
  private static final Pattern RECURRING = Pattern.compile(".*(公告|通告|公示|通报|函|批复|答复|名单|纪要)$");

  /**
   * A place has one law or 条例 of a title, whoever passed its versions: a congress one, its standing
   * committee the next. A 办法 of one title may come from two departments.
   */
  private static final Pattern STATUTE = Pattern.compile("((?<!办)法|条例)$");

  private static final LocalDate LONG_AGO = LocalDate.of(1000, 1, 1);

  private ValidityResolver() {}

  /** What counts about a policy. {@code names} holds its titles and number in normal form. */
  record Fact(
      UUID id,
      Set<String> names,
      String titleKey,
      String number,
      String issuer,
      String level,
      String region,
      String kind,
      LocalDate issuedOn,
      LocalDate publishedOn,
      LocalDate effectiveFrom,
      LocalDate effectiveTo,
      PolicyStatus status) {

    /** First day as its own text says. */
    LocalDate stated() {
      return first(effectiveFrom, issuedOn, publishedOn);
    }

    /** The day that tells versions of one title apart. */
    LocalDate edition() {
      return first(issuedOn, effectiveFrom, publishedOn);
    }

    private static LocalDate first(LocalDate... dates) {
      for (LocalDate date : dates) {
        if (date != null) {
          return date;
        }
      }
      return null;
    }
  }

  /** That {@code by} says it ends a text: by title, by number or both, in normal form. */
  record Ending(Fact by, String title, String number, LocalDate from) {
    LocalDate on() {
      return from != null ? from : by.stated();
    }
  }

  private record End(LocalDate on, PolicyStatus as, UUID by) {}

  /**
   * @param sameTitle texts that share the policy's title, itself or not among them
   * @param endings what other texts say they end, where a name of the policy is named
   */
  static Validity of(Fact policy, List<Fact> sameTitle, List<Ending> endings) {
    LocalDate start = start(policy, sameTitle);
    List<End> ends = new ArrayList<>();
    ends.addAll(versions(policy, sameTitle));
    ends.addAll(repeals(policy, endings));
    if (policy.effectiveTo != null) {
      ends.add(new End(policy.effectiveTo.plusDays(1), PolicyStatus.EXPIRED, null));
    }
    undated(policy, start, ends).ifPresent(ends::add);
    return ends.stream()
        .min(Comparator.comparing(End::on).thenComparing(end -> rank(end.as)))
        .map(end -> new Validity(start, end.on, end.as, id(end.by)))
        .orElse(new Validity(start, null, null, null));
  }

  /**
   * A revised law prints the day on which its first version came into force: where that lies far
   * before its own adoption, or where an older version is known to have it too, this version starts
   * when it was adopted.
   */
  private static LocalDate start(Fact policy, List<Fact> sameTitle) {
    LocalDate from = policy.effectiveFrom;
    LocalDate adopted = policy.issuedOn;
    if (from == null || adopted == null || !from.isBefore(adopted)) {
      return policy.stated();
    }
    boolean original =
        from.plusDays(RETROACTIVE_DAYS).isBefore(adopted)
            || sameTitle.stream()
                .filter(other -> isNewer(policy, other))
                .anyMatch(older -> !from.isAfter(older.stated()));
    return original ? adopted : from;
  }

  private static List<End> versions(Fact policy, List<Fact> sameTitle) {
    return sameTitle.stream()
        .filter(other -> isNewer(other, policy))
        .map(newer -> new End(start(newer, sameTitle), PolicyStatus.AMENDED, newer.id))
        .toList();
  }

  /** Whether {@code a} is a later version of {@code b}. */
  private static boolean isNewer(Fact a, Fact b) {
    if (a.id.equals(b.id) || !areVersions(a, b)) {
      return false;
    }
    int byEdition = a.edition().compareTo(b.edition());
    return byEdition > 0 || (byEdition == 0 && a.stated().isAfter(b.stated()));
  }

  private static boolean areVersions(Fact a, Fact b) {
    return a.titleKey != null
        && a.titleKey.equals(b.titleKey)
        && !RECURRING.matcher(a.titleKey).matches()
        && a.kind.equals(b.kind)
        && (PolicyKind.POLICY.code().equals(a.kind) || PolicyKind.GUIDE.code().equals(a.kind))
        && a.edition() != null
        && b.edition() != null
        && (STATUTE.matcher(a.titleKey).find() || agree(a.issuer, b.issuer))
        && agree(a.level, b.level)
        && agree(a.region, b.region);
  }

  private static boolean agree(String a, String b) {
    return a == null || b == null || a.equals(b);
  }

  private static List<End> repeals(Fact policy, List<Ending> endings) {
    return endings.stream()
        .filter(ending -> ending.on() != null && ends(ending, policy))
        .map(ending -> new End(ending.on(), PolicyStatus.REPEALED, ending.by.id))
        .toList();
  }

  /**
   * A number names one text. A title may also name an older text of the same title that is not
   * loaded (a law says that it ends its own predecessor), so what starts with the ending or later
   * is not what was meant; and a city does not end another city's text.
   */
  private static boolean ends(Ending ending, Fact policy) {
    if (ending.by.id.equals(policy.id)) {
      return false;
    }
    if (ending.number != null && policy.number != null) {
      return ending.number.equals(policy.number);
    }
    if (areVersions(policy, ending.by)) {
      return false; // The predecessor that a law ended long ago; versions end one another anyway.
    }
    LocalDate stated = policy.stated();
    boolean earlier =
        stated == null
            ? !Objects.equals(ending.by.titleKey, policy.titleKey)
            : stated.isBefore(ending.on());
    return ending.title != null
        && policy.names.contains(ending.title)
        && earlier
        && agree(ending.by.region, policy.region);
  }

  /** A text that says 已废止 without a day answers on no day, unless a day is known elsewhere. */
  private static Optional<End> undated(Fact policy, LocalDate start, List<End> ends) {
    PolicyStatus status = policy.status;
    if (status == null
        || status == PolicyStatus.IN_FORCE
        || ends.stream().anyMatch(end -> end.as == status)) {
      return Optional.empty();
    }
    return Optional.of(new End(start == null ? LONG_AGO : start, status, null));
  }

  /** On one day 废止 says more than 已修订, and that more than 失效. */
  private static int rank(PolicyStatus as) {
    return switch (as) {
      case REPEALED -> 0;
      case AMENDED -> 1;
      default -> 2;
    };
  }

  private static PolicyId id(UUID id) {
    return id == null ? null : new PolicyId(id);
  }
}
