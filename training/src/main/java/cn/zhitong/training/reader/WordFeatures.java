package cn.zhitong.training.reader;

import cn.zhitong.common.embedding.ReaderPassage;
import cn.zhitong.common.text.CharacterNGrams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words alone say of whether a passage answers: the baseline that the reader is measured
 * against. Rare pairs of characters count for more.
 */
final class WordFeatures {
  private final Map<String, Integer> documents = new HashMap<>();
  private final int count;

  WordFeatures(List<ReaderPassage> passages) {
    count = passages.size();
    for (ReaderPassage passage : passages) {
      grams(passage.title() + passage.text()).forEach(g -> documents.merge(g, 1, Integer::sum));
    }
  }

  /**
   * The share of the question's words in text, in title, of its rarest words in either; the numbers
   * that are missing; the lengths.
   */
  double[] of(String question, ReaderPassage passage) {
    Set<String> text = grams(passage.text());
    Set<String> title = grams(passage.title() + passage.headings());
    double all = 1e-9;
    double inText = 0;
    double inTitle = 0;
    double rarest = 0;
    boolean rarestThere = false;
    for (String gram : grams(question)) {
      double weight = Math.log((count + 1.) / (documents.getOrDefault(gram, 0) + .5));
      boolean there = text.contains(gram) || title.contains(gram);
      all += weight;
      inText += text.contains(gram) ? weight : 0;
      inTitle += title.contains(gram) ? weight : 0;
      if (documents.containsKey(gram) && weight > rarest) {
        rarest = weight;
        rarestThere = there;
      }
    }
    return new double[] {
      inText / all,
      inTitle / all,
      rarestThere ? 1 : 0,
      inText / 20,
      Math.log(1 + question.length()),
      Math.log(1 + passage.text().length())
    };
  }

  private static Set<String> grams(String text) {
    Set<String> grams = CharacterNGrams.of(text, 1, Character::isLetterOrDigit);
    grams.addAll(CharacterNGrams.of(text, 2, Character::isLetterOrDigit));
    return grams;
  }
}
