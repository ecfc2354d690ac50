package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.LexicalScorer.Worded;
import cn.zhitong.assistant.retrieval.ScoreFusion.Evidence;
import cn.zhitong.common.embedding.EncodedQuery;
import cn.zhitong.common.embedding.TermWeights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What each character of a question gives to its candidates' shares of words: a share is the sum of
 * the characters' scores, each times its weight, over the same sum of what is possible.
 *
 * @param states by character
 */
record CharacterShares(float[][] states, Part passage, Part whole) {
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());

  /**
   * @param scores by character and candidate
   * @param possible by character
   */
  record Part(double[][] scores, double[] possible) {

    Part(int characters, int candidates) {
      this(new double[characters][candidates], new double[characters]);
    }

    double share(int candidate, double[] weights) {
      double sum = 0;
      double best = 1e-6;
      for (int c = 0; c < weights.length; c++) {
        sum += weights[c] * scores[c][candidate];
        best += weights[c] * possible[c];
      }
      return sum / best;
    }
  }

  /** Asks the index once a character, all others of weight 0. */
  static CharacterShares of(
      TextIndex text, String question, EncodedQuery reading, List<Evidence> candidates) {
    List<Character> characters = reading.states().keySet().stream().sorted().toList();
    Map<UUID, Integer> place = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      place.put(candidates.get(i).id(), i);
    }
    Part passage = new Part(characters.size(), candidates.size());
    Part whole = new Part(characters.size(), candidates.size());
    for (int c = 0; c < characters.size(); c++) {
      Map<Character, Float> alone = new HashMap<>();
      characters.forEach(character -> alone.put(character, 0f));
      alone.put(characters.get(c), 1f);
      WeightedQuery asked = new WeightedQuery(question, new TermWeights(alone));
      try (LexicalScorer words = text.ask(asked, ALL)) {
        passage.possible[c] = words.possible(TextUnit.PASSAGE);
        whole.possible[c] = words.possible(TextUnit.POLICY);
        for (Worded worded : words.among(place.keySet())) {
          int candidate = place.get(worded.id());
          passage.scores[c][candidate] = worded.share() * passage.possible[c];
          whole.scores[c][candidate] = worded.policyShare() * whole.possible[c];
        }
      }
    }
    float[][] states = new float[characters.size()][];
    for (int c = 0; c < states.length; c++) {
      states[c] = reading.states().get(characters.get(c));
    }
    return new CharacterShares(states, passage, whole);
  }

  /** Shares of the candidates, passage and whole policy together as search weighs them. */
  double[] words(double[] weights) {
    double[] words = new double[passage.scores.length == 0 ? 0 : passage.scores[0].length];
    for (int i = 0; i < words.length; i++) {
      words[i] = words(passage.share(i, weights), whole.share(i, weights));
    }
    return words;
  }

  private static double words(double passage, double whole) {
    return new Evidence(null, null, 0, passage, whole, 0).words();
  }

  /**
   * How a sum over the candidates' words changes with each character's weight.
   *
   * @param pulls what each candidate's words count in the sum
   */
  double[] change(double[] weights, double[] pulls) {
    double[] change = new double[weights.length];
    add(change, passage, weights, pulls, words(1, 0));
    add(change, whole, weights, pulls, words(0, 1));
    return change;
  }

  private static void add(
      double[] change, Part part, double[] weights, double[] pulls, double factor) {
    double best = 1e-6;
    for (int c = 0; c < weights.length; c++) {
      best += weights[c] * part.possible[c];
    }
    double pulled = 0;
    for (int i = 0; i < pulls.length; i++) {
      pulled += pulls[i] * part.share(i, weights);
    }
    for (int c = 0; c < weights.length; c++) {
      double own = 0;
      for (int i = 0; i < pulls.length; i++) {
        own += pulls[i] * part.scores[c][i];
      }
      change[c] += factor * (own - pulled * part.possible[c]) / best;
    }
  }
}
