package cn.zhitong.assistant.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What enterprises say and how official texts put it; the list is {@code official-words.tsv}. */
final class OfficialWords {
  private static final Map<String, List<String>> OFFICIAL = read();

  private OfficialWords() {}

  /** Every word or phrase that has an official one. */
  static Set<String> said() {
    return OFFICIAL.keySet();
  }

  /** Whether the text has an official word for the one that was said. */
  static boolean has(String said, String text) {
    return OFFICIAL.getOrDefault(said, List.of()).stream().anyMatch(text::contains);
  }

  /**
   * Official words for what the question says, those left out that it has itself or that hold what
   * it says: they would only make its other words weigh less.
   */
  static Set<String> of(String question) {
    Set<String> words = new LinkedHashSet<>();
    OFFICIAL.forEach(
        (said, official) -> {
          if (question.contains(said)) {
            official.stream()
                .filter(word -> !question.contains(word) && !word.contains(said))
                .forEach(words::add);
          }
        });
    return words;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OfficialWords.class.getResourceAsStream("official-words.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] cells = line.split("\t");
          words
              .computeIfAbsent(cells[0], said -> new ArrayList<>())
              .addAll(List.of(cells[1].split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
