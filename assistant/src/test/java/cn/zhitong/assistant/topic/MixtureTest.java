package cn.zhitong.assistant.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Five themes of 15 to 45 appeals, each in many people's words and a quarter without titles, among
 * more than 300 appeals of as many matters: written for this test, and the demo's. Slow, since all
 * of them are embedded and their topics found anew for each mixture.
 */
@Tag("slow")
class MixtureTest {
  private static final List<String> THEMES =
      List.of("充电桩报装难", "跨境退税到账慢", "工业园区班车停运", "环保设施重复检测收费", "预付卡监管资金冻结");

  /** The demo has appeals of its own on these. */
  private static final String LOOKALIKES = "(?s).*(充电|退税|班车|通勤|检测|预付).*";

  private record Row(String title, String text, int theme) {}

  private static final List<Row> ROWS = new ArrayList<>();

  /** Ten themes that were written appeal by appeal by one who did not know the code. */
  private static List<Mixtures.Known> control;

  private static List<float[]> vectors;
  private static BackgroundModel usual;

  @BeforeAll
  static void mix() throws IOException {
    for (JsonNode row : read("/topic/mixture.jsonl")) {
      ROWS.add(
          new Row(
              row.path("title").asText(),
              row.path("text").asText(),
              THEMES.indexOf(row.path("theme").asText())));
    }
    for (JsonNode row : read("/demo/appeals.jsonl")) {
      String title = row.path("title").asText();
      String text = row.path("text").asText();
      if (!(title + text).matches(LOOKALIKES)) {
        ROWS.add(new Row(title, text, -1));
      }
    }
    Collections.shuffle(ROWS, new Random(3));
    try (BgeEmbedder model = BgeEmbedder.load()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      usual = BackgroundModel.forModel(embedder.modelId());
      vectors =
          embedder.embedPassages(ROWS.stream().map(row -> row.title() + "。" + row.text()).toList());
      control = AppealTopics.read("appeals/control.tsv", embedder);
    }
  }

  private static List<JsonNode> read(String resource) throws IOException {
    ObjectMapper json = StandardJson.MAPPER;
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                MixtureTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(json.readTree(line));
      }
    }
    return rows;
  }

  private static List<TopicDocument> appeals(List<Integer> which) {
    return which.stream()
        .map(i -> CityAppeals.appeal(ROWS.get(i).title(), ROWS.get(i).text(), vectors.get(i)))
        .toList();
  }

  private static List<Topic> found(List<TopicDocument> appeals) {
    return TopicFinder.of(appeals, usual);
  }

  private static List<Integer> where(Predicate<Row> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < ROWS.size(); i++) {
      if (wanted.test(ROWS.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  @Test
  void themes_mixedIn_areTheTopFive() {
    List<Integer> labels = ROWS.stream().map(Row::theme).toList();
    assertThat(Collections.frequency(labels, -1)).isGreaterThan(300);
    List<Topic> found = found(appeals(where(row -> true)));
    for (int theme = 0; theme < THEMES.size(); theme++) {
      MixtureScore score = MixtureScore.of(found, labels, theme);
      assertThat(score.rank()).as("%s: %s", THEMES.get(theme), score).isLessThanOrEqualTo(5);
      assertThat(score.recall()).as("%s: %s", THEMES.get(theme), score).isGreaterThanOrEqualTo(.8);
      assertThat(score.purity()).as("%s: %s", THEMES.get(theme), score).isGreaterThanOrEqualTo(.8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void themes_inPeoplesOwnWords_areFound(int first) {
    List<Mixtures.Known> themes = control.subList(first, first + Mixtures.THEMES);
    List<TopicDocument> appeals = new ArrayList<>(appeals(where(row -> row.theme() < 0)));
    List<Integer> labels = new ArrayList<>(Collections.nCopies(appeals.size(), -1));
    for (Mixtures.Known theme : themes) {
      appeals.addAll(theme.rows().stream().map(CityAppeals.Row::appeal).toList());
      labels.addAll(Collections.nCopies(theme.rows().size(), themes.indexOf(theme)));
    }
    List<Topic> found = found(appeals);
    List<MixtureScore> scores =
        IntStream.range(0, themes.size())
            .mapToObj(theme -> MixtureScore.of(found, labels, theme))
            .toList();
    assertThat(scores)
        .as("%s", themes.stream().map(Mixtures.Known::name).toList())
        .filteredOn(score -> score.rank() <= 10 && score.recall() >= .75 && score.purity() >= .75)
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void titles_ofThemes_nameTheMatter() {
    List<Topic> found = found(appeals(where(row -> true)));
    assertThat(found.subList(0, 5))
        .extracting(Topic::title)
        .anyMatch(title -> title.contains("充电"))
        .anyMatch(title -> title.contains("退税"))
        .anyMatch(title -> title.contains("班车"))
        .anyMatch(title -> title.contains("检测"))
        .anyMatch(title -> title.contains("监管"));
  }

  @Test
  void ordinaryAppeals_alone_makeNoStrongTheme() {
    List<Topic> mixed = found(appeals(where(row -> true)));
    List<Topic> ordinary = found(appeals(where(row -> row.theme() < 0)));
    double weakest = mixed.get(4).strength();
    assertThat(ordinary).allMatch(theme -> theme.strength() < weakest);
  }

  /** 建议… and 希望… say of what kind a letter is: all of them together are no matter. */
  @Test
  void appeals_withTheirKindAloneInCommon_areNoTheme() throws IOException {
    List<JsonNode> demo = read("/demo/appeals.jsonl");
    List<String> titles = demo.stream().map(row -> row.path("title").asText()).toList();
    try (BgeEmbedder model = BgeEmbedder.load()) {
      List<TopicDocument> appeals =
          CityAppeals.rows(
                  "demo",
                  titles,
                  demo.stream().map(row -> row.path("text").asText()).toList(),
                  CachedEmbedder.inUserCache(model))
              .stream()
              .map(CityAppeals.Row::appeal)
              .toList();
      assertThat(titles).filteredOn(MixtureTest::isWish).hasSizeGreaterThan(20);
      assertThat(found(appeals))
          .noneMatch(
              theme ->
                  2 * theme.members().stream().filter(i -> isWish(titles.get(i))).count()
                      > theme.members().size());
    }
  }

  private static boolean isWish(String title) {
    return title.startsWith("建议") || title.startsWith("希望");
  }

  @Test
  void sameAppeals_again_giveTheSameThemes() {
    List<TopicDocument> appeals = appeals(where(row -> true));
    assertThat(found(appeals)).isEqualTo(found(appeals));
  }

  @Test
  void fewAppeals_ofOneMatter_areNoTheme() {
    assertThat(found(List.of())).isEmpty();
    assertThat(found(appeals(where(row -> row.theme() == 0)).subList(0, 7))).isEmpty();
  }
}
