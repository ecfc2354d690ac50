package cn.zhitong.ingest.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A filter as the parameters of {@link LibraryStore}'s list, in its order; what was found and the
 * words come last.
 */
final class FilterParameters {
  /** People type 闽政办[2025]7号; the stored form has 〔〕. */
  private static final Pattern YEAR = Pattern.compile("[\\[(（【［]((?:19|20)\\d{2})[])）】］]");

  private FilterParameters() {}

  static List<Object> of(PolicyFilter filter) {
    List<Object> parameters = new ArrayList<>();
    String region = blankToNull(filter.region());
    twice(parameters, region, region == null ? null : regionPattern(region));
    twice(parameters, blankToNull(filter.issuer()), blankToNull(filter.issuer()));
    String level = filter.level() == null ? null : filter.level().code();
    twice(parameters, level, level);
    String kind = filter.kind() == null ? null : filter.kind().code();
    twice(parameters, kind, kind);
    twice(parameters, blankToNull(filter.theme()), blankToNull(filter.theme()));
    twice(parameters, blankToNull(filter.industry()), blankToNull(filter.industry()));
    String status = filter.status() == null ? null : filter.status().code();
    parameters.add(status);
    parameters.add(filter.asOf());
    parameters.add(status);
    parameters.add(filter.found().stream().map(id -> id.value().toString()).toList());
    parameters.add(words(filter.q()));
    return parameters;
  }

  private static void twice(List<Object> parameters, String test, String value) {
    parameters.add(test);
    parameters.add(value);
  }

  /** 350000 → 35%, 350100 → 3501%, 350102 and 000000 → themselves. */
  private static String regionPattern(String region) {
    if (!region.matches("[0-9]{6}") || region.equals("000000")) {
      return region.replace("%", "").replace("_", "");
    }
    return region.replaceFirst("(?:0000|00)$", "") + (region.endsWith("00") ? "%" : "");
  }

  private static List<String> words(String q) {
    if (q == null || q.isBlank()) {
      return List.of();
    }
    String words = YEAR.matcher(q.strip().toLowerCase(Locale.ROOT)).replaceAll("〔$1〕");
    return Arrays.asList(words.split("\\s+"));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
