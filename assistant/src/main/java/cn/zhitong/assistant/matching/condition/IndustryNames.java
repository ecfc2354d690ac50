package cn.zhitong.assistant.matching.condition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Sections and divisions of GB/T 4754 by code ({@code matching/industries.tsv}). */
public final class IndustryNames {
  private static final String RESOURCE = "/matching/industries.tsv";

  /** A letter and two digits; longer codes are groups and classes within a division. */
  private static final int DIVISION = 3;

  private static final Map<String, String> NAMES = load();

  private IndustryNames() {}

  /** The name of a section or division; what is none stays as it is. */
  public static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }

  /**
   * 「制造业（C）」; a group or class has its division's name, as 「医药制造业（C2710）」. What is no code stays as
   * it is.
   */
  public static String told(String code) {
    String whole = IndustryCode.normal(code);
    String named = whole.length() > DIVISION ? whole.substring(0, DIVISION) : whole;
    return NAMES.containsKey(named) ? NAMES.get(named) + "（" + whole + "）" : code;
  }

  private static Map<String, String> load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                IndustryNames.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
