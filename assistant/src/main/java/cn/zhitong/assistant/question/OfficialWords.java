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

/**
 * What enterprises say and how official texts put it. {@code official-words.tsv} holds short forms
 * and names of policy matters, {@code everyday-words.tsv} the words of everyday life, which are
 * many and name nothing by themselves.
 */
final class OfficialWords {
  private static final Map<String, List<String>> NAMES = read("official-words.tsv");
  private static final Map<String, List<String>> OFFICIAL = all();

  private OfficialWords() {}

  /** Short forms and names of policy matters that have an official word. */
  static Set<String> said() {
    return NAMES.keySet();
  }

  /**
   * A word or phrase of a question.
   *
   * @param start index of its first character
   * @param end index after its last
   * @param official how official texts put it
   */
  record Said(int start, int end, List<String> official) {}

  /** Every word or phrase of the question that has an official one, wherever it stands. */
  static List<Said> in(String question) {
    List<Said> found = new ArrayList<>();
    OFFICIAL.forEach(
        (said, official) -> {
          int at = question.indexOf(said);
          while (at >= 0) {
            found.add(new Said(at, at + said.length(), official));
            at = question.indexOf(said, at + said.length());
          }
        });
    return found;
  }

  /** Whether the text has an official word for the one that was said. */
  static boolean has(String said, String text) {
    return OFFICIAL.getOrDefault(said, List.of()).stream().anyMatch(text::contains);
  }

  /**
   * Official words for the short forms and names in the question, those left out that it has itself
   * or that hold what it says: they would only make its other words weigh less.
   */
  static Set<String> of(String question) {
    return of(question, NAMES);
  }

  /** The same for everyday words as well. */
  static Set<String> ofEverything(String question) {
    return of(question, OFFICIAL);
  }

  private static Set<String> of(String question, Map<String, List<String>> known) {
    Set<String> words = new LinkedHashSet<>();
    known.forEach(
        (said, official) -> {
          if (question.contains(said)) {
            official.stream()
                .filter(word -> !question.contains(word) && !word.contains(said))
                .forEach(words::add);
          }
        });
    return words;
  }

  private static Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>(NAMES);
    read("everyday-words.tsv").forEach(all::putIfAbsent);
    return all;
  }

  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OfficialWords.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
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
