package cn.zhitong.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Themes and industries by words from a fixed list. A word counts in the title at once; in the body
 * only where it is frequent, since every policy mentions 财政 or 科技 in passing.
 */
final class Topics {
  /** Occurrences per 1,000 characters, and at least {@link #LEAST}, that make a body's topic. */
  private static final double DENSITY = 3;

  private static final int LEAST = 4;
  private static final int MOST_TOPICS = 3;

  private final Map<String, Pattern> words = new LinkedHashMap<>();

  private Topics(String resource) {
    try (InputStream in = Topics.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        String[] cells = line.split(",", 2);
        words.put(cells[0], Pattern.compile(cells[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  static Topics themes() {
    return new Topics("/recognise/themes.csv");
  }

  /** GB/T 4754 section letters. */
  static Topics industries() {
    return new Topics("/recognise/industries.csv");
  }

  /** Topics of a text, those of the title first. */
  List<Provenance<String>> of(Provenance<String> title, String stored) {
    List<Provenance<String>> found = new ArrayList<>();
    for (Map.Entry<String, Pattern> topic : words.entrySet()) {
      Matcher inTitle = topic.getValue().matcher(title == null ? "" : title.value());
      if (inTitle.find()) {
        found.add(
            new Provenance<>(
                topic.getKey(), title.source(), title.start(), title.end(), inTitle.group()));
      }
    }
    for (Map.Entry<String, Pattern> topic : words.entrySet()) {
      if (found.size() >= MOST_TOPICS
          || found.stream().anyMatch(e -> e.value().equals(topic.getKey()))) {
        continue;
      }
      Matcher inBody = topic.getValue().matcher(stored);
      long count = inBody.results().count();
      if (count >= LEAST && count * 1000.0 / stored.length() >= DENSITY && inBody.reset().find()) {
        String note = inBody.group() + " 等词出现 " + count + " 次";
        found.add(
            new Provenance<>(topic.getKey(), Provenance.BODY, inBody.start(), inBody.end(), note));
      }
    }
    return found;
  }
}
