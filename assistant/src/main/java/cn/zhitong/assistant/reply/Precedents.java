package cn.zhitong.assistant.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a text of past replies to similar appeals: the sentences that say most of what those
 * replies have in common, in their usual order, without what was particular to another's case. What
 * reports an office's own doing or finding becomes a gap with the words as a proposal: nobody but
 * the office knows whether it holds here.
 */
final class Precedents {
  /** As many replies as the choice rests on; more brought nothing on two cities' letters. */
  static final int POOL = 20;

  /** Said in this many cases an expression is the office's, not one case's. */
  private static final int COMMON = 3;

  /** A text of one office's own is taken from one of so many. */
  private static final int NEAREST = 3;

  private static final double SAME = .8;

  /** A sentence with so many of its pairs in the draft already adds nothing. */
  private static final double KNOWN = .6;

  private static final int MOST = 900;
  private static final int LEAST = 60;

  /** A reply should be longer than half of its precedents: too short says nothing. */
  private static final double LENGTH_QUANTILE = .6;

  private static final double MOST_MASKED = .35;
  private static final int MOST_GAPS = 3;
  private static final int LONGEST_PROPOSAL = 52;

  private static final Pattern DONE =
      Pattern.compile(
          "经(?:我?[局区市县办]|了解|查|核实|调查|现场|研究|协调|与|工作人员|沟通)|已(?:经|于|将|对|与|联系|安排|责成|责令|协调|派|转|处理|整改|完成|告知|电话|向|由|通知|要求|按|在|列入|解决|答复|修)|"
              + "工作人员|执法人员|现场|诉求人|投诉人|反映人|来电人|我(?:局|区|市|县|办|中心|街道|单位|院|校|公司|委|队|所|处)(?:立即|第一时间|高度重视|会|将|正在)|正在|核实|调查|该(?:小区|处|企业|公司|路段|楼|户|单位|店|村|问题)|目前|现已|近期|计划");

  /** Names another's letter; that this one was received the form says itself. */
  private static final Pattern RECEIVED = Pattern.compile("(?:收悉|已收到|已经收到)[。，！!；;]?$");

  /** Sentence of a past reply with its bigrams and how far into the reply it stands. */
  private record Sentence(String text, Set<String> bigrams, int reply, double place) {}

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

  /** What was replied to others on this matter stands under an earlier one. */
  static final Adapted TOGETHER = new Adapted(List.of("本事项与前述事项一并答复。"), List.of());

  private Precedents() {}

  /**
   * @param appeal what is asked now; its own numbers, names and places may be repeated
   * @param said what the draft says already; not to be said twice
   * @param similar nearest first
   */
  static Adapted adapt(String appeal, String said, List<PastReplies.Similar> similar) {
    List<PastReplies.Similar> pool = similar.subList(0, Math.min(POOL, similar.size()));
    if (pool.isEmpty()) {
      return NONE;
    }
    List<String> bodies = pool.stream().map(one -> ReplyBody.of(one.past().reply())).toList();
    List<Sentence> sentences = sentences(bodies);
    Map<String, Double> expected = expected(pool, bodies);
    int length = length(pool, bodies);
    Set<String> already = bigrams(said);
    List<Sentence> open =
        sentences.stream()
            .filter(s -> isNew(s, already) && !RECEIVED.matcher(s.text()).find())
            .toList();
    List<Sentence> chosen =
        chosen(open, expected, length, backbone(pool, bodies, expected, length));
    List<String> adapted = new ArrayList<>();
    Set<PastReply> sources = new LinkedHashSet<>();
    for (Sentence sentence : chosen) {
      String text = own(sentence, appeal, pool, sentences);
      if (text != null) {
        adapted.add(text);
        sources.add(pool.get(sentence.reply()).past());
      }
    }
    return new Adapted(adapted, List.copyOf(sources));
  }

  private static boolean isNew(Sentence sentence, Set<String> already) {
    long known = sentence.bigrams().stream().filter(already::contains).count();
    return known < KNOWN * sentence.bigrams().size();
  }

  /** How close a past one is compared with the nearest; squared, since far ones are many. */
  private static double weight(List<PastReplies.Similar> pool, int i) {
    double share = pool.get(i).score() / Math.max(1e-9, pool.get(0).score());
    return Math.min(1, share * share);
  }

  private static List<Sentence> sentences(List<String> bodies) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      List<String> parts = ReplyBody.sentences(bodies.get(i));
      for (int j = 0; j < parts.size(); j++) {
        double place = (j + .5) / parts.size();
        sentences.add(new Sentence(parts.get(j), bigrams(parts.get(j)), i, place));
      }
    }
    return sentences;
  }

  /** Which pairs of characters a reply is likely to hold, by the replies to similar appeals. */
  private static Map<String, Double> expected(List<PastReplies.Similar> pool, List<String> bodies) {
    Map<String, Double> expected = new HashMap<>();
    for (int i = 0; i < pool.size(); i++) {
      Set<String> bigrams = bigrams(bodies.get(i));
      double each = weight(pool, i) / Math.max(1, bigrams.size());
      bigrams.forEach(bigram -> expected.merge(bigram, each, Double::sum));
    }
    return expected;
  }

  private static int length(List<PastReplies.Similar> pool, List<String> bodies) {
    List<int[]> lengths = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < pool.size(); i++) {
      lengths.add(new int[] {bodies.get(i).length(), i});
      total += weight(pool, i);
    }
    lengths.sort(Comparator.comparingInt(l -> l[0]));
    double sum = 0;
    for (int[] length : lengths) {
      sum += weight(pool, length[1]);
      if (sum >= total * LENGTH_QUANTILE) {
        return Math.min(MOST, Math.max(LEAST, length[0]));
      }
    }
    return LEAST;
  }

  /**
   * Which of the nearest replies is taken whole: the one that says most of what is expected within
   * the length. One office's text reads better than sentences of twenty, and says as much.
   */
  private static int backbone(
      List<PastReplies.Similar> pool,
      List<String> bodies,
      Map<String, Double> expected,
      int length) {
    int best = 0;
    double most = 0;
    for (int i = 0; i < Math.min(NEAREST, pool.size()); i++) {
      String body = bodies.get(i);
      double says = 0;
      for (String bigram : bigrams(body.substring(0, Math.min(body.length(), length)))) {
        says += expected.getOrDefault(bigram, 0.0);
      }
      if (says * weight(pool, i) > most) {
        most = says * weight(pool, i);
        best = i;
      }
    }
    return best;
  }

  /**
   * The sentences of one reply, and then, greedily, up to the length each time the sentence that
   * adds most of what is expected, for its length; these in their usual order.
   */
  private static List<Sentence> chosen(
      List<Sentence> sentences, Map<String, Double> expected, int length, int backbone) {
    List<Sentence> chosen =
        new ArrayList<>(sentences.stream().filter(s -> s.reply() == backbone).toList());
    Set<String> said = new HashSet<>();
    chosen.forEach(sentence -> said.addAll(sentence.bigrams()));
    List<Sentence> open =
        sentences.stream().filter(s -> s.reply() != backbone && isNew(s, said)).toList();
    List<Sentence> more = new ArrayList<>();
    int written = chosen.stream().mapToInt(sentence -> sentence.text().length()).sum();
    while (written < length) {
      Sentence best = null;
      double most = 0;
      for (Sentence sentence : open) {
        double gain = 0;
        for (String bigram : sentence.bigrams()) {
          gain += said.contains(bigram) ? 0 : expected.getOrDefault(bigram, 0.0);
        }
        gain /= Math.sqrt(sentence.text().length()) + 2;
        if (gain > most && (written == 0 || written + sentence.text().length() < length * 1.5)) {
          most = gain;
          best = sentence;
        }
      }
      if (best == null) {
        break;
      }
      more.add(best);
      said.addAll(best.bigrams());
      written += best.text().length();
    }
    more.sort(Comparator.comparingDouble(Sentence::place));
    chosen.addAll(more);
    return chosen;
  }

  /** The sentence as it may stand in another's draft; null when too little of it is left. */
  private static String own(
      Sentence sentence, String appeal, List<PastReplies.Similar> pool, List<Sentence> sentences) {
    boolean common = cases(sentence, sentences) >= COMMON;
    String masked =
        Specifics.masked(
            sentence.text(),
            found ->
                appeal.contains(found.text()) || (!found.person() && office(found.text(), pool)));
    int gaps = (int) masked.chars().filter(c -> c == '【').count();
    int left = masked.replaceAll("【[^】]*】", "").length();
    if (gaps > MOST_GAPS || left < sentence.text().length() * (1 - MOST_MASKED)) {
      return null;
    }
    return !common && DONE.matcher(masked).find() ? proposal(masked) : masked;
  }

  /** In how many cases nearly the same was said. */
  private static long cases(Sentence sentence, List<Sentence> sentences) {
    return sentences.stream()
        .filter(other -> overlap(sentence.bigrams(), other.bigrams()) >= SAME)
        .map(Sentence::reply)
        .distinct()
        .count();
  }

  /** A telephone, an address or a fee that the office gives to many is its own. */
  private static boolean office(String token, List<PastReplies.Similar> pool) {
    if (!PersonalNumber.publicOnly(token)) {
      return false;
    }
    // Not as a part of another number: 106 is not in 1068.
    Pattern whole = Pattern.compile("(?<![\\d.\\-])" + Pattern.quote(token) + "(?!\\d)");
    return pool.stream().filter(similar -> whole.matcher(similar.past().reply()).find()).count()
        >= COMMON;
  }

  private static double overlap(Set<String> a, Set<String> b) {
    if (a.isEmpty()) {
      return 0;
    }
    long both = a.stream().filter(b::contains).count();
    return (double) both / Math.max(a.size(), b.size());
  }

  /** Gaps cannot hold gaps, nor more than a line. */
  private static String proposal(String text) {
    String plain = text.replaceAll("【[^】]*】", "…").replaceAll("[。；;！!\\n]+$", "");
    StringBuilder proposal = new StringBuilder();
    for (int from = 0; from < plain.length(); ) {
      int to = Math.min(plain.length(), from + LONGEST_PROPOSAL);
      if (to < plain.length()) {
        int comma = plain.lastIndexOf('，', to);
        to = comma > from + 10 ? comma + 1 : to;
      }
      proposal.append("【请核实：").append(plain, from, to).append('】');
      from = to;
    }
    return proposal.append('。').toString();
  }

  static Set<String> bigrams(String text) {
    String flat = text.replaceAll("\\s+", "");
    Set<String> bigrams = new LinkedHashSet<>();
    for (int i = 0; i + 2 <= flat.length(); i++) {
      bigrams.add(flat.substring(i, i + 2));
    }
    return bigrams;
  }
}
