package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.common.text.CharacterNGrams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a text of past replies to similar appeals, sentence by sentence: each time the one that the
 * real reply most likely holds, for its length, so that the likeliest stands first. Nothing
 * particular to another's case is in it.
 */
final class PastReplyDrafter {
  /** As many replies as the choice rests on. */
  static final int POOL = 80;

  /** How fast replies to less similar appeals lose their say; faster where the nearest is near. */
  private static final double FALL = 1;

  private static final double FALL_BY_NEARNESS = 5;

  /** Between choosing the sentence that says most and the one that says most a character. */
  private static final double BY_LENGTH = .8;

  /** A sentence with so many of its pairs in the draft already adds nothing. */
  private static final double KNOWN = .6;

  private static final int MOST = 900;
  private static final int LEAST = 40;

  /** A reply should be longer than most of its precedents: too short says nothing. */
  private static final double LENGTH_QUANTILE = .6;

  /** A sentence that adds less of the real reply is not worth its reading. */
  private static final double LEAST_GAIN = .01;

  /** The last sentence may go beyond the length by so much. */
  private static final double BEYOND = 1.5;

  /** Names another's appeal, or who signed; what was received and who signs the form says. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(?:收悉|已收到|已经收到)[。，！!；;]?$|^(?:回复|答复|经办|承办|办理|联系)人(?:员)?[：:]"
              + "|^[\\u4e00-\\u9fa5]{4,40}(?:\\d{4}年\\d{1,2}月\\d{1,2}[日号]|\\d{4}[.-]\\d{1,2}[.-]\\d{1,2})[。]?$");

  /**
   * Sentence of a past reply.
   *
   * @param reply its index in the pool
   * @param place how far into the reply it stands, by sentences
   */
  record Sentence(String text, Set<String> bigrams, int reply, int place) {
    /** Share of the longer one's pairs that both have. */
    double overlap(Sentence other) {
      long both = bigrams.stream().filter(other.bigrams::contains).count();
      return bigrams.isEmpty() ? 0 : (double) both / Math.max(bigrams.size(), other.bigrams.size());
    }

    /** Whether it says enough that was not said. */
    boolean adds(Set<String> said) {
      return bigrams.stream().filter(said::contains).count() < KNOWN * bigrams.size();
    }
  }

  /** A sentence and how it may stand in the draft. */
  private record Candidate(Sentence sentence, String text) {}

  /**
   * A paragraph's worth.
   *
   * @param sentences adapted, in order
   * @param sources the past replies that they come from
   */
  record Adapted(List<String> sentences, List<PastReply> sources) {
    boolean isEmpty() {
      return sentences.isEmpty();
    }

    String text() {
      return String.join("", sentences);
    }
  }

  static final Adapted NONE = new Adapted(List.of(), List.of());

  private PastReplyDrafter() {}

  /**
   * @param category of what is asked now: a question is not answered as a suggestion is
   * @param appeal what is asked now; its own numbers, names and places may be repeated
   * @param greeting how the draft begins
   * @param said what the draft says already; not to be said twice
   * @param similar nearest first
   */
  static Adapted adapt(
      Category category,
      String appeal,
      String greeting,
      String said,
      List<PastReplies.Similar> similar) {
    List<PastReplies.Similar> pool = similar.subList(0, Math.min(POOL, similar.size()));
    if (pool.isEmpty()) {
      return NONE;
    }
    double[] weights = weights(pool);
    ExpectedOverlap expectation =
        new ExpectedOverlap(pool.stream().map(one -> one.past().reply()).toList(), weights);
    expectation.write(greeting);
    List<String> adapted = new ArrayList<>();
    Set<PastReply> sources = new LinkedHashSet<>();
    for (Candidate chosen :
        chosen(
            candidates(category, appeal, pool),
            expectation,
            bigrams(said),
            length(pool, weights))) {
      adapted.add(chosen.text());
      sources.add(pool.get(chosen.sentence().reply()).past());
    }
    return new Adapted(adapted, List.copyOf(sources));
  }

  /** How likely the real reply is like each: by closeness, compared with the nearest. */
  private static double[] weights(List<PastReplies.Similar> pool) {
    PastReplies.Similar nearest = pool.get(0);
    double fall = FALL + FALL_BY_NEARNESS * nearest.alike();
    return pool.stream()
        .mapToDouble(one -> one.score() / Math.max(1e-9, nearest.score()))
        .map(share -> Math.pow(Math.min(1, share), fall))
        .toArray();
  }

  private static List<Candidate> candidates(
      Category category, String appeal, List<PastReplies.Similar> pool) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < pool.size(); i++) {
      List<String> parts = ReplyBody.statements(AppealWording.without(pool.get(i).past()));
      for (int j = 0; j < parts.size(); j++) {
        sentences.add(new Sentence(parts.get(j), bigrams(parts.get(j)), i, j));
      }
    }
    ReusableSentence borrowed = new ReusableSentence(appeal, pool, sentences);
    List<Candidate> candidates = new ArrayList<>();
    for (Sentence sentence : sentences) {
      boolean others =
          FRAME.matcher(sentence.text()).find() || AppealWording.isCut(sentence.text());
      boolean otherKind =
          category == Category.CONSULTATION && SuggestionWording.in(sentence.text()).isPresent();
      String text = others || otherKind ? null : borrowed.text(sentence);
      if (text != null) {
        candidates.add(new Candidate(sentence, text));
      }
    }
    return candidates;
  }

  /** The length that a share of the replies do not go beyond, the likelier ones counting more. */
  private static int length(List<PastReplies.Similar> pool, double[] weights) {
    List<double[]> lengths = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      int length = ReplyBody.of(pool.get(i).past().reply()).length();
      lengths.add(new double[] {length, weights[i]});
      total += weights[i];
    }
    lengths.sort(Comparator.comparingDouble(length -> length[0]));
    double sum = 0;
    for (double[] length : lengths) {
      sum += length[1];
      if (sum >= total * LENGTH_QUANTILE) {
        return (int) Math.min(MOST, Math.max(LEAST, length[0]));
      }
    }
    return LEAST;
  }

  private static List<Candidate> chosen(
      List<Candidate> candidates, ExpectedOverlap expectation, Set<String> before, int length) {
    Set<String> said = new HashSet<>(before);
    List<Candidate> chosen = new ArrayList<>();
    int written = 0;
    while (written < length) {
      Candidate best = null;
      double most = 0;
      for (Candidate candidate : candidates) {
        boolean fits = written == 0 || written + candidate.text().length() < length * BEYOND;
        if (fits && candidate.sentence().adds(said)) {
          double share = expectation.gain(candidate.text());
          double gain = share / Math.pow(candidate.text().length() + 2, BY_LENGTH);
          if (share >= LEAST_GAIN && gain > most) {
            most = gain;
            best = candidate;
          }
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      expectation.write(best.text());
      said.addAll(best.sentence().bigrams());
      written += best.text().length();
    }
    return grouped(chosen);
  }

  /** What is of one reply stands together, in its order. */
  private static List<Candidate> grouped(List<Candidate> chosen) {
    Map<Integer, List<Candidate>> byReply = new LinkedHashMap<>();
    chosen.forEach(
        one -> byReply.computeIfAbsent(one.sentence().reply(), r -> new ArrayList<>()).add(one));
    return byReply.values().stream()
        .flatMap(
            ones -> ones.stream().sorted(Comparator.comparingInt(one -> one.sentence().place())))
        .toList();
  }

  static Set<String> bigrams(String text) {
    return CharacterNGrams.of(text.replaceAll("\\s+", ""), 2);
  }
}
