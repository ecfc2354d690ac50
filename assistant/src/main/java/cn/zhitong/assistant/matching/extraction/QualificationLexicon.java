package cn.zhitong.assistant.matching.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of qualifications in a text ({@code matching/qualifications.tsv}). */
final class QualificationLexicon {
  private static final String RESOURCE = "/matching/qualifications.tsv";

  /** A name in a text and what the catalogue calls it. */
  record Named(String name, TextSpan span) {}

  private record Entry(String name, Pattern words) {}

  private static final List<Entry> ENTRIES = load();

  private QualificationLexicon() {}

  /** The names of a stretch in order, the longest where they overlap. */
  static List<Named> find(String text, TextSpan span) {
    List<Named> all = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      Matcher words = entry.words().matcher(text).region(span.start(), span.end());
      while (words.find()) {
        all.add(new Named(name(entry, words), new TextSpan(words.start(), words.end())));
      }
    }
    all.sort(Comparator.comparingInt((Named named) -> -named.span().length()));
    List<Named> kept = new ArrayList<>();
    for (Named named : all) {
      if (kept.stream().noneMatch(other -> other.span().overlaps(named.span()))) {
        kept.add(named);
      }
    }
    kept.sort(Comparator.comparingInt(named -> named.span().start()));
    return kept;
  }

  private static String name(Entry entry, Matcher words) {
    if (!entry.name().contains("$1")) {
      return entry.name();
    }
    String level = words.group(1) == null ? "" : words.group(1);
    boolean bare = level.matches("国家|省|市|区");
    return entry.name().replace("$1", bare ? level + "级" : level);
  }

  private static List<Entry> load() {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                QualificationLexicon.class.getResourceAsStream(RESOURCE),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t");
          entries.add(new Entry(cells[0], Pattern.compile(cells[1])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(entries);
  }
}
