package cn.zhitong.assistant.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Five themes among 1,500 appeals, four of them in long templates that enterprises fill in. Appeals
 * of one template are one issue; two matters that came in one frame are two. Slow, since 1,500
 * appeals are embedded.
 */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TemplateMixtureTest {
  private static final int ALL = 1_500;
  private static final long SEED = 43;

  /** Of a theme that another test is about, fewer than make an issue. */
  private static final int OF_OTHERS = 6;

  private static final List<Integer> LABELS = new ArrayList<>();
  private static List<Topic> found;

  @BeforeAll
  static void mix() throws IOException {
    List<TemplateAppeals.WrittenAppeal> appeals = new ArrayList<>(new TemplateAppeals().write());
    for (String[] row : others()) {
      appeals.add(new TemplateAppeals.WrittenAppeal(-1, row[1], row[2]));
    }
    int left = ALL - appeals.size();
    OrdinaryAppeals.write(left, SEED)
        .forEach(
            one -> appeals.add(new TemplateAppeals.WrittenAppeal(-1, one.title(), one.text())));
    Collections.shuffle(appeals, new Random(5));
    appeals.forEach(one -> LABELS.add(one.theme()));
    try (BgeEmbedder model = BgeEmbedder.load()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      List<AppealBoilerplate.TitledText> own =
          AppealBoilerplate.without(
              appeals.stream()
                  .map(one -> new AppealBoilerplate.TitledText(one.title(), one.text()))
                  .toList());
      List<TopicDocument> documents =
          CityAppeals.rows(
                  "templates",
                  own.stream().map(AppealBoilerplate.TitledText::title).toList(),
                  own.stream().map(AppealBoilerplate.TitledText::text).toList(),
                  embedder)
              .stream()
              .map(CityAppeals.Row::appeal)
              .toList();
      found = TopicFinder.of(documents, BackgroundModel.forModel(embedder.modelId()));
    }
  }

  /** Some of each theme that is written for other tests: matters of a place, none of them hot. */
  private static List<String[]> others() throws IOException {
    Map<String, Integer> taken = new TreeMap<>();
    List<String[]> rows = new ArrayList<>();
    for (String file : List.of("control", "told", "varied", "templates")) {
      for (String[] row : AppealTopics.lines("appeals/" + file + ".tsv")) {
        if (taken.merge(file + row[0], 1, Integer::sum) <= OF_OTHERS) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  @Test
  void themes_mixedIn_comeOutWholeInTheTopFive() {
    assertThat(LABELS).hasSize(ALL);
    for (int theme = 0; theme < TemplateAppeals.THEMES.size(); theme++) {
      MixtureScore score = MixtureScore.of(found, LABELS, theme);
      assertThat(score.passes()).as("%s: %s", TemplateAppeals.THEMES.get(theme), score).isTrue();
    }
  }

  @Test
  void matters_inOneFrame_areTwoIssues() {
    for (Topic topic : found) {
      long steam = topic.members().stream().filter(i -> LABELS.get(i) == 0).count();
      long plating = topic.members().stream().filter(i -> LABELS.get(i) == 1).count();
      assertThat(Math.min(steam, plating)).as(topic.title()).isLessThanOrEqualTo(1);
    }
  }
}
