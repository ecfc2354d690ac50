package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The settings that the program knows, with what they mean. A part {@code *} stands for a name of
 * the operator's; names in capitals are variables of the environment without a property.
 */
final class SettingsCatalogue {
  private static final String RESOURCE = "operation/settings.properties";

  /** Differences up to which a name counts as a slip of the pen. */
  private static final int NEAR = 3;

  /** A name that has dots is quoted. */
  private static final String PART = "(\"[^\"]+\"|[^.\"]+)";

  private static final String EARLIER = "旧名，";

  private final Map<String, String> meanings;

  private SettingsCatalogue(Map<String, String> meanings) {
    this.meanings = meanings;
  }

  static SettingsCatalogue read() {
    Map<String, String> meanings = new LinkedHashMap<>();
    try (InputStream in = SettingsCatalogue.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(" = "))
          .map(line -> line.split(" = ", 2))
          .forEach(parts -> meanings.put(parts[0], parts[1].strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SettingsCatalogue(Collections.unmodifiableMap(meanings));
  }

  /** Meaning by name, in the order of the page. */
  Map<String, String> meanings() {
    return meanings;
  }

  /** Whether a property such as {@code zhitong.llm.model} is one of them. */
  boolean knowsProperty(String name) {
    return meanings.keySet().stream().anyMatch(key -> Pattern.matches(pattern(key, PART), name));
  }

  /** Whether a variable such as {@code ZHITONG_LLM_MODEL} is one of them. */
  boolean knowsVariable(String name) {
    return meanings.keySet().stream()
        .anyMatch(key -> Pattern.matches(pattern(variable(key), "[A-Z0-9_]+"), name));
  }

  /** What to do about a property or variable that has another name by now. */
  Optional<String> renamed(String name) {
    return meanings.entrySet().stream()
        .filter(entry -> entry.getValue().startsWith(EARLIER))
        .filter(entry -> entry.getKey().equals(name) || variable(entry.getKey()).equals(name))
        .map(entry -> entry.getValue().substring(EARLIER.length()))
        .findFirst();
  }

  /** A name that may have been meant by a property or a variable. */
  Optional<String> near(String name) {
    boolean isVariable = name.equals(name.toUpperCase(Locale.ROOT));
    return meanings.keySet().stream()
        .filter(key -> !key.contains("*") && renamed(key).isEmpty())
        .map(key -> isVariable ? variable(key) : key)
        .filter(known -> distance(known, name) <= NEAR)
        .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)));
  }

  /** As MicroProfile Config has it: capitals, everything else an underscore. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_");
  }

  private static String pattern(String key, String part) {
    String[] parts = key.split("\\*", -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      pattern.append(part).append(Pattern.quote(parts[i]));
    }
    return pattern.toString();
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }
}
