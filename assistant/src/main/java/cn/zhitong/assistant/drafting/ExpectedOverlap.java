package cn.zhitong.assistant.drafting;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much of the real reply a text is likely to hold, by the replies to similar appeals: as if
 * each of them were the real one, as likely as its weight. Pairs of neighbouring characters count,
 * as often as they occur, and only within 1.2 times that reply's length: what short replies hold
 * too has to stand first.
 */
final class ExpectedOverlap {
  private static final double LENGTHS = 1.2;

  /** Longer replies say no more by the rest. */
  private static final int MOST = 2000;

  /** What no reply holds. */
  private static final int UNKNOWN = -1;

  private static final Pattern FRAME = Pattern.compile("【请核实：|】|[\\s\\u3000]+");

  private final Map<String, Integer> pairs = new HashMap<>();

  /** By reply and pair: how often it is still to come. */
  private final int[][] open;

  private final double[] perPair;
  private final int[] cut;
  private int written;
  private String last = "";

  /**
   * @param replies as they were sent
   * @param weights how likely the real one is like each; any scale
   */
  ExpectedOverlap(List<String> replies, double[] weights) {
    int count = replies.size();
    int[][] texts = new int[count][];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      String flat = flat(replies.get(i));
      texts[i] = pairs(flat.substring(0, Math.min(MOST, flat.length())), true);
      sum += weights[i];
    }
    open = new int[count][pairs.size()];
    perPair = new double[count];
    cut = new int[count];
    for (int i = 0; i < count; i++) {
      for (int pair : texts[i]) {
        open[i][pair]++;
      }
      perPair[i] = weights[i] / sum / Math.max(1, texts[i].length);
      cut[i] = (int) (LENGTHS * (texts[i].length + 1));
    }
  }

  /** The share of the real reply, 0 to 1, that the text would add if it were written next. */
  double gain(String text) {
    int[] next = pairs(last + flat(text), false);
    double gain = 0;
    for (int i = 0; i < open.length; i++) {
      int within = within(next, i);
      int hits = 0;
      for (int k = 0; k < within; k++) {
        if (next[k] != UNKNOWN && open[i][next[k]]-- > 0) {
          hits++;
        }
      }
      for (int k = 0; k < within; k++) {
        if (next[k] != UNKNOWN) {
          open[i][next[k]]++;
        }
      }
      gain += perPair[i] * hits;
    }
    return gain;
  }

  /** What stands in the draft from now on, after all that was written before. */
  void write(String text) {
    String flat = flat(text);
    int[] next = pairs(last + flat, false);
    for (int i = 0; i < open.length; i++) {
      for (int k = 0; k < within(next, i); k++) {
        if (next[k] != UNKNOWN) {
          open[i][next[k]]--;
        }
      }
    }
    written += flat.length();
    last = flat.isEmpty() ? last : flat.substring(flat.length() - 1);
  }

  private int within(int[] next, int reply) {
    return Math.min(next.length, cut[reply] - written - 1 + last.length());
  }

  private int[] pairs(String flat, boolean learn) {
    return CharacterNGrams.all(flat, 2, character -> true).stream()
        .mapToInt(
            pair ->
                learn
                    ? pairs.computeIfAbsent(pair, p -> pairs.size())
                    : pairs.getOrDefault(pair, UNKNOWN))
        .toArray();
  }

  private static String flat(String text) {
    return FRAME.matcher(text).replaceAll("");
  }
}
