package cn.zhitong.assistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Recall and precision of masking on 10,000 invented sentences in which a person's numbers stand
 * among those of enterprises, texts and offices.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MaskingFiguresTest {
  private static final int SENTENCES = 10_000;
  private static final double RECALL = .999;
  private static final double PRECISION = .99;

  @Test
  void mask_tenThousandMixedSentences_findsAllAndLittleElse() {
    MixedSentences sentences = new MixedSentences(20261201);
    Map<String, Integer> missed = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int persons = 0;
    int rightly = 0;
    for (int i = 0; i < SENTENCES; i++) {
      MixedSentences.Sentence sentence = sentences.next();
      List<PersonalData.Found> found =
          PersonalData.find(sentence.text()).stream().filter(one -> !one.office()).toList();
      for (MixedSentences.Part part : sentence.persons()) {
        persons++;
        if (!hidden(sentence.text(), part)) {
          missed.merge(part.how() + " in " + sentence.text(), 1, Integer::sum);
        }
      }
      for (PersonalData.Found one : found) {
        if (sentence.persons().stream().anyMatch(part -> overlaps(part, one))) {
          rightly++;
        } else {
          wrong.add(
              one.kind()
                  + " "
                  + sentence.text().substring(one.start(), one.end())
                  + " in "
                  + sentence.text());
        }
      }
    }
    double recall = 1 - (double) missed.size() / persons;
    double precision = (double) rightly / (rightly + wrong.size());
    System.out.printf(
        "masking: %d numbers of persons in %d sentences, recall %.5f, precision %.5f%n",
        persons, SENTENCES, recall, precision);
    assertThat(recall).as("missed: %s", first(missed.keySet())).isGreaterThanOrEqualTo(RECALL);
    assertThat(precision).as("masked wrongly: %s", first(wrong)).isGreaterThanOrEqualTo(PRECISION);
  }

  private static List<String> first(Iterable<String> all) {
    List<String> first = new ArrayList<>();
    all.forEach(first::add);
    return first.subList(0, Math.min(20, first.size()));
  }

  private static boolean overlaps(MixedSentences.Part part, PersonalData.Found one) {
    return one.start() < part.end() && part.start() < one.end();
  }

  /** Of its letters and digits, no more is left than masks of its kind show. */
  private static boolean hidden(String text, MixedSentences.Part part) {
    String masked = PersonalData.mask(text).substring(part.start(), part.end());
    int all = marks(text.substring(part.start(), part.end()));
    return masked.indexOf('*') >= 0 && marks(masked) <= Math.max(8, all / 2);
  }

  private static int marks(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
