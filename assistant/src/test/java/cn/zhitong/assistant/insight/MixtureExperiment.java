package cn.zhitong.assistant.insight;

import cn.zhitong.assistant.triage.learn.Words;
import cn.zhitong.ingest.embed.BgeEmbedder;
import cn.zhitong.ingest.embed.CachedEmbedder;
import cn.zhitong.ingest.embed.Embedder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Mixes five themes of real letters into ordinary ones and prints how {@link Themes} finds them:
 * {@code FOLDER MIXTURES BACKGROUND MOST CITY…}. MOST is how many letters of any one known theme
 * the background may hold (0: as many as there are). The figures of docs/reports.md come from here.
 */
public final class MixtureExperiment {
  private static final int THEMES = 5;
  private static final int SMALLEST = 15;
  private static final int LARGEST = 60;

  /** A theme as its letters' words tell it. */
  private record Known(String city, String name, Pattern title, Pattern lookalike) {
    boolean is(Row row) {
      return row.city().equals(city) && title.matcher(row.letter().title()).find();
    }

    boolean looksLike(Row row) {
      return lookalike.matcher(row.letter().title() + row.text()).find();
    }
  }

  private record Row(String city, String text, Letter letter) {}

  private final List<Row> rows;
  private final List<Known> known;

  private MixtureExperiment(List<Row> rows, List<Known> known) {
    this.rows = rows;
    this.known = known;
  }

  public static void main(String[] args) throws Exception {
    List<String> cities = List.of(args).subList(4, args.length);
    List<Known> known = patterns().stream().filter(k -> cities.contains(k.city())).toList();
    try (BgeEmbedder model = BgeEmbedder.load()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      List<Row> rows = new ArrayList<>();
      for (String city : cities) {
        rows.addAll(read(Path.of(args[0], city + ".jsonl"), city, embedder));
      }
      new MixtureExperiment(rows, known)
          .run(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }
  }

  private static List<Known> patterns() throws IOException {
    try (InputStream in =
        MixtureExperiment.class.getResourceAsStream("/insight/theme-patterns.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(p -> new Known(p[0], p[1], Pattern.compile(p[2]), Pattern.compile(p[3])))
          .toList();
    }
  }

  private static List<Row> read(Path file, String city, Embedder embedder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> titles = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = json.readTree(line);
      String title = row.path("title").asText("").replaceAll("[\\s\\u3000]+", " ").strip();
      String text = row.path("text").asText("").replaceAll("[\\s\\u3000]+", " ").strip();
      String whole = title.isEmpty() ? text : title + "。" + text;
      titles.add(title);
      texts.add(text);
      heads.add(whole.substring(0, Math.min(300, whole.length())));
    }
    List<float[]> vectors = embedder.embedPassages(heads);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      rows.add(new Row(city, texts.get(i), letter(titles.get(i), texts.get(i), vectors.get(i))));
    }
    return rows;
  }

  static Letter letter(String title, String text, float[] vector) {
    List<String> words = new ArrayList<>(Words.of(title));
    words.add("。");
    words.addAll(Words.of(text));
    return new Letter(title, Words.of(title), words, vector);
  }

  private void run(int mixtures, int background, int most) {
    double[] sums = new double[6];
    for (int seed = 1; seed <= mixtures; seed++) {
      Random random = new Random(seed);
      List<Known> picked = new ArrayList<>();
      List<Integer> labels = new ArrayList<>();
      List<Row> mixture = mixture(random, picked, labels, background, most);
      long begin = System.nanoTime();
      List<Theme> found = Themes.of(mixture.stream().map(Row::letter).toList());
      double seconds = (System.nanoTime() - begin) / 1e9;
      StringBuilder line = new StringBuilder(mixture.size() + " letters:");
      double passed = 0;
      for (int theme = 0; theme < THEMES; theme++) {
        MixtureScore score = MixtureScore.of(found, labels, theme);
        sums[0] += score.recall() / THEMES;
        sums[1] += score.purity() / THEMES;
        sums[2] += score.rank() <= THEMES ? 1 : 0;
        passed += score.passes() ? 1 : 0;
        line.append(
            String.format(
                Locale.ROOT,
                " %s %d r%.2f p%.2f #%d “%s”;",
                picked.get(theme).name(),
                score.size(),
                score.recall(),
                score.purity(),
                score.rank(),
                score.title()));
      }
      sums[3] += passed;
      sums[4] += passed == THEMES ? 1 : 0;
      sums[5] += seconds;
      System.out.println(line);
    }
    System.out.printf(
        Locale.ROOT,
        "mean recall %.3f, purity %.3f; of five themes %.2f in the top five, %.2f with .8 of both;"
            + " all five in %.2f of mixtures; %.1f s%n",
        sums[0] / mixtures,
        sums[1] / mixtures,
        sums[2] / mixtures,
        sums[3] / mixtures,
        sums[4] / mixtures,
        sums[5] / mixtures);
  }

  private List<Row> mixture(
      Random random, List<Known> picked, List<Integer> labels, int background, int most) {
    List<Known> order = new ArrayList<>(known);
    Collections.shuffle(order, random);
    List<Row> mixture = new ArrayList<>();
    for (Known theme : order) {
      if (picked.size() == THEMES) {
        break;
      }
      List<Row> members =
          new ArrayList<>(
              rows.stream()
                  .filter(theme::is)
                  .filter(row -> picked.stream().noneMatch(other -> other.looksLike(row)))
                  .toList());
      boolean apart =
          picked.stream()
              .noneMatch(other -> mixture.stream().anyMatch(row -> other.is(row) && theme.is(row)));
      if (members.size() < SMALLEST || !apart) {
        continue;
      }
      Collections.shuffle(members, random);
      int size = SMALLEST + random.nextInt(Math.min(LARGEST, members.size()) - SMALLEST + 1);
      for (Row member : members.subList(0, size)) {
        mixture.add(member);
        labels.add(picked.size());
      }
      picked.add(theme);
    }
    for (Row row : ordinary(random, picked, background, most)) {
      mixture.add(row);
      labels.add(-1);
    }
    return mixture;
  }

  private List<Row> ordinary(Random random, List<Known> picked, int count, int most) {
    List<Row> pool = new ArrayList<>(rows);
    Collections.shuffle(pool, random);
    Map<Known, Integer> seen = new HashMap<>();
    List<Row> ordinary = new ArrayList<>();
    for (Row row : pool) {
      if (ordinary.size() == count || picked.stream().anyMatch(theme -> theme.looksLike(row))) {
        continue;
      }
      List<Known> fitting = known.stream().filter(theme -> theme.looksLike(row)).toList();
      if (most > 0 && fitting.stream().anyMatch(theme -> seen.getOrDefault(theme, 0) >= most)) {
        continue;
      }
      fitting.forEach(theme -> seen.merge(theme, 1, Integer::sum));
      ordinary.add(row);
    }
    return ordinary;
  }
}
