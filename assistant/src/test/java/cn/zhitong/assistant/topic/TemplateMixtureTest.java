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
 * Five themes among 1,500 letters, four of them in long templates that enterprises fill in. Letters
 * of one template are one issue; two matters that came in one frame are two. Slow, since 1,500
 * letters are embedded.
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
    List<TemplateLetters.Letter> letters = new ArrayList<>(new TemplateLetters().write());
    for (String[] row : others()) {
      letters.add(new TemplateLetters.Letter(-1, row[1], row[2]));
    }
    int left = ALL - letters.size();
    OrdinaryLetters.write(left, SEED)
        .forEach(one -> letters.add(new TemplateLetters.Letter(-1, one.title(), one.text())));
    Collections.shuffle(letters, new Random(5));
    letters.forEach(one -> LABELS.add(one.theme()));
    try (BgeEmbedder model = BgeEmbedder.load()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      List<LetterFrames.Letter> own =
          LetterFrames.without(
              letters.stream()
                  .map(one -> new LetterFrames.Letter(one.title(), one.text()))
                  .toList());
      List<TopicDocument> appeals =
          CityAppeals.rows(
                  "templates",
                  own.stream().map(LetterFrames.Letter::title).toList(),
                  own.stream().map(LetterFrames.Letter::text).toList(),
                  embedder)
              .stream()
              .map(CityAppeals.Row::appeal)
              .toList();
      found = TopicFinder.of(appeals, BackgroundModel.forModel(embedder.modelId()));
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
  void eachThemeComesOutWholeInTheTopFive() {
    assertThat(LABELS).hasSize(ALL);
    for (int theme = 0; theme < TemplateLetters.THEMES.size(); theme++) {
      MixtureScore score = MixtureScore.of(found, LABELS, theme);
      assertThat(score.passes()).as("%s: %s", TemplateLetters.THEMES.get(theme), score).isTrue();
    }
  }

  @Test
  void twoMattersInOneFrame_areTwoIssues() {
    for (Topic topic : found) {
      long steam = topic.members().stream().filter(i -> LABELS.get(i) == 0).count();
      long plating = topic.members().stream().filter(i -> LABELS.get(i) == 1).count();
      assertThat(Math.min(steam, plating)).as(topic.title()).isLessThanOrEqualTo(1);
    }
  }
}
