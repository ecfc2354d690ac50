package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Mixes five themes into ordinary appeals and prints how {@link TopicFinder} finds them: {@code
 * FOLDER MIXTURES USUAL KIND…}; kinds as in mixture-kinds.tsv, all without any. The figures of
 * docs/experiments/topics.md come from here.
 *
 * <p>Each city's appeals are halved. Mixtures are of the one half; of the other comes what is usual
 * ({@link BackgroundModel}): {@code none}; {@code cities}, as it is shipped, of all cities; {@code
 * others}, of cities that give no ordinary appeals; {@code before}, of the same cities' appeals as
 * they are.
 */
public final class MixtureExperiment {
  private static final List<String> CITIES = List.of("jiamusi", "dalian", "beijing");
  private static final int WRITTEN_LETTERS = 60;

  private final Embedder embedder;
  private final Map<String, List<CityAppeals.Row>> drawn = new LinkedHashMap<>();
  private final Map<String, List<float[]>> before = new LinkedHashMap<>();
  private final List<Mixtures.Known> written = new ArrayList<>();
  private final Map<List<String>, BackgroundModel> trained = new LinkedHashMap<>();

  /** A line of mixture-kinds.tsv. */
  private record Kind(
      String name,
      List<String> files,
      List<String> themeCities,
      List<String> cities,
      int appeals,
      int most,
      boolean lookalikesOut) {}

  /** Sums over mixtures; each of five themes. */
  private record Found(double recall, double purity, double topFive, double whole, double passes) {
    static Found mean(List<Found> all) {
      return new Found(
          all.stream().mapToDouble(Found::recall).average().orElse(0),
          all.stream().mapToDouble(Found::purity).average().orElse(0),
          all.stream().mapToDouble(Found::topFive).average().orElse(0),
          all.stream().mapToDouble(Found::whole).average().orElse(0),
          all.stream().mapToDouble(Found::passes).average().orElse(0));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "recall %.3f, purity %.3f; of five in the top five %.2f, whole %.2f, both %.2f",
          recall,
          purity,
          topFive,
          whole,
          passes);
    }
  }

  private MixtureExperiment(Path folder, Embedder embedder) throws IOException {
    for (String city : CITIES) {
      List<CityAppeals.Row> rows = CityAppeals.read(folder, city, embedder);
      drawn.put(city, half(rows, 1));
      before.put(city, half(rows, 0).stream().map(row -> row.appeal().vector()).toList());
    }
    for (WrittenTopics.Written theme : WrittenTopics.read(WRITTEN_LETTERS, embedder)) {
      written.add(
          new Mixtures.Known(
              theme.name(), theme.rows(), row -> theme.lookalike().matcher(row.whole()).find()));
    }
    this.embedder = embedder;
  }

  public static void main(String[] args) throws Exception {
    try (BgeEmbedder model = BgeEmbedder.load()) {
      MixtureExperiment experiment =
          new MixtureExperiment(Path.of(args[0]), CachedEmbedder.inUserCache(model));
      List<String> asked = List.of(args).subList(3, args.length);
      List<Found> means = new ArrayList<>();
      for (Kind kind : kinds()) {
        if (asked.isEmpty() || asked.contains(kind.name())) {
          means.add(experiment.run(kind, Integer.parseInt(args[1]), args[2]));
        }
      }
      System.out.println("mean of kinds: " + Found.mean(means));
    }
  }

  private static <T> List<T> half(List<T> rows, int which) {
    return IntStream.range(0, rows.size()).filter(i -> i % 2 == which).mapToObj(rows::get).toList();
  }

  private static List<Kind> kinds() throws IOException {
    return AppealTopics.lines("mixture-kinds.tsv").stream()
        .map(
            part ->
                new Kind(
                    part[0],
                    List.of(part[1].split(" ")),
                    List.of(part[2].split(" ")),
                    List.of(part[3].split(" ")),
                    Integer.parseInt(part[4]),
                    Integer.parseInt(part[5]),
                    part[6].equals("out")))
        .toList();
  }

  private List<Mixtures.Known> patterns(List<String> files, List<String> cities)
      throws IOException {
    List<Mixtures.Known> known = new ArrayList<>();
    for (String file : files) {
      for (String[] part : AppealTopics.lines(file)) {
        if (cities.contains(part[0])) {
          Pattern title = Pattern.compile(part[2]);
          Pattern lookalike = Pattern.compile(part[3]);
          known.add(
              new Mixtures.Known(
                  part[1],
                  drawn.get(part[0]).stream()
                      .filter(row -> title.matcher(row.appeal().title()).find())
                      .toList(),
                  row -> lookalike.matcher(row.whole()).find()));
        }
      }
    }
    return known;
  }

  private List<Mixtures.Known> themes(Kind kind) throws IOException {
    String first = kind.files().get(0);
    if (first.startsWith("appeals/")) {
      return AppealTopics.read(first, embedder);
    }
    return first.equals("written") ? written : patterns(kind.files(), kind.themeCities());
  }

  private Found run(Kind kind, int count, String usual) throws IOException {
    Mixtures mixtures =
        new Mixtures(
            themes(kind),
            patterns(List.of("theme-patterns.tsv", "more-theme-patterns.tsv"), CITIES),
            kind.cities().stream().flatMap(city -> drawn.get(city).stream()).toList(),
            kind.appeals(),
            kind.most(),
            kind.lookalikesOut());
    List<Found> all = new ArrayList<>();
    double seconds = 0;
    for (int seed = 1; seed <= count; seed++) {
      Mixtures.Mixture mixture = mixtures.draw(seed);
      BackgroundModel known = usual(usual, kind);
      long begin = System.nanoTime();
      List<Topic> found = TopicFinder.of(mixture.appeals(), known);
      seconds += (System.nanoTime() - begin) / 1e9 / count;
      all.add(found(mixture, found));
    }
    Found mean = Found.mean(all);
    System.out.printf(Locale.ROOT, "%s: %s; %.1f s%n", kind.name(), mean, seconds);
    return mean;
  }

  private BackgroundModel usual(String which, Kind kind) {
    return switch (which) {
      case "none" -> BackgroundModel.nothing();
      case "cities" -> trained(CITIES);
      case "others" -> trained(CITIES.stream().filter(c -> !kind.cities().contains(c)).toList());
      case "before" ->
          BackgroundModel.of(kind.cities().stream().flatMap(c -> before.get(c).stream()).toList());
      default -> throw new IllegalArgumentException(which);
    };
  }

  private BackgroundModel trained(List<String> cities) {
    return cities.isEmpty()
        ? BackgroundModel.nothing()
        : trained.computeIfAbsent(
            cities, which -> BackgroundTraining.train(which.stream().map(before::get).toList()));
  }

  private static Found found(Mixtures.Mixture mixture, List<Topic> found) {
    List<Found> each = new ArrayList<>();
    StringBuilder line = new StringBuilder(mixture.rows().size() + " appeals:");
    for (int theme = 0; theme < mixture.names().size(); theme++) {
      MixtureScore score = MixtureScore.of(found, mixture.labels(), theme);
      each.add(
          new Found(
              score.recall(),
              score.purity(),
              score.inTop() ? Mixtures.THEMES : 0,
              score.whole() ? Mixtures.THEMES : 0,
              score.passes() ? Mixtures.THEMES : 0));
      line.append(
          String.format(
              Locale.ROOT,
              " %s %d r%.2f p%.2f #%d “%s”;",
              mixture.names().get(theme),
              score.size(),
              score.recall(),
              score.purity(),
              score.rank(),
              score.title()));
    }
    System.out.println(line);
    return Found.mean(each);
  }
}
