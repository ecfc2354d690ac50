package cn.zhitong.assistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What strangers send is read in time that grows with its length: of every pattern that a class of
 * the service keeps, the characters that it looks at are counted, on texts that repeat one thing.
 * Slow, since each of the service's patterns reads up to 70 texts twice.
 */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PatternGrowthTest {
  private static final int SHORT = 200;
  private static final int TIMES = 4;

  /** Four times the text may cost four times as much, and what begins anew at its end. */
  private static final double MOST = 6;

  /** Below this many characters looked at, a ratio says nothing. */
  private static final long LEAST = 3_000;

  /** In the file of each class that has to do with patterns: others need not be loaded. */
  private static final String OF_PATTERNS = "java/util/regex/Pattern";

  private static final List<String> UNITS =
      List.of(
          "a", "A", "1", "零", " ", "\n", "(", "（", "“", "《", "【", "-", ".", "@", "，", "。", "年", "第",
          "王", "1.", "a1", "a@", "1-", "1 ", "《一", "一、", " \n", "1年", "万", "、");

  private static final int MOST_UNITS = 70;

  @Test
  void patterns_onTextsThatRepeatOneThing_lookAtCharactersInProportion() throws Exception {
    List<String> steep = new ArrayList<>();
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(100);
    patterns.forEach(
        (place, pattern) ->
            units(pattern).stream()
                .filter(unit -> growth(pattern, unit) > MOST)
                .findFirst()
                .ifPresent(unit -> steep.add(place + " on «" + unit + "»")));
    assertThat(steep).isEmpty();
  }

  private static double growth(Pattern pattern, String unit) {
    long few = looks(pattern, unit.repeat(SHORT / unit.length()) + "!");
    long many = looks(pattern, unit.repeat(TIMES * SHORT / unit.length()) + "!");
    return (double) many / Math.max(few, LEAST);
  }

  private static long looks(Pattern pattern, String text) {
    Counted counted = new Counted(text);
    Matcher matcher = pattern.matcher(counted);
    try {
      while (matcher.find()) {
        // All of it is looked at.
      }
    } catch (Beyond e) {
      return counted.looks;
    }
    return counted.looks;
  }

  /** What the pattern itself speaks of, beside what texts have. */
  private static Set<String> units(Pattern pattern) {
    Set<String> units = new LinkedHashSet<>(UNITS);
    String literal =
        pattern
            .pattern()
            .replaceAll("\\\\[a-zA-Z]|\\{[0-9,]+\\}", "")
            .replaceAll("[\\\\?:|()\\[\\]{}*+^$<>=!]", " ");
    for (String word : literal.split(" +")) {
      if (!word.isEmpty() && units.size() < MOST_UNITS) {
        units.add(word.substring(0, 1));
        units.add(word.substring(0, Math.min(4, word.length())));
      }
    }
    return units;
  }

  private static Map<String, Pattern> patterns() throws IOException, URISyntaxException {
    Path classes =
        Path.of(PersonalData.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    List<String> names;
    try (Stream<Path> files = Files.walk(classes)) {
      names =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(PatternGrowthTest::speaksOfPatterns)
              .map(file -> classes.relativize(file).toString())
              .map(file -> file.replace('/', '.').replaceAll("\\.class$", ""))
              .sorted()
              .toList();
    }
    names.forEach(name -> keep(name, patterns));
    return patterns;
  }

  private static boolean speaksOfPatterns(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(OF_PATTERNS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(String name, Map<String, Pattern> patterns) {
    try {
      Class<?> type = Class.forName(name);
      Object[] constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
      for (Field field : type.getDeclaredFields()) {
        field.setAccessible(true);
        if (Modifier.isStatic(field.getModifiers())) {
          keep(name + '.' + field.getName(), field.get(null), patterns);
        } else {
          for (Object constant : constants) {
            keep(name + '.' + constant, field.get(constant), patterns);
          }
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // A class that needs what this test has not keeps no pattern that can be looked at.
      assertThat(e).isNotNull();
    }
  }

  private static void keep(String place, Object value, Map<String, Pattern> patterns) {
    if (value instanceof Pattern pattern) {
      patterns.put(place, pattern);
    } else if (value instanceof Collection<?> several) {
      several.forEach(one -> keep(place + '#' + patterns.size(), one, patterns));
    } else if (value instanceof Map<?, ?> several) {
      several.values().forEach(one -> keep(place + '#' + patterns.size(), one, patterns));
    } else if (value instanceof Object[] several) {
      List.of(several).forEach(one -> keep(place + '#' + patterns.size(), one, patterns));
    }
  }

  /** Enough was seen. */
  private static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private static final long ENOUGH = 2_000_000;
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      looks++;
      if (looks > ENOUGH) {
        throw new Beyond();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
