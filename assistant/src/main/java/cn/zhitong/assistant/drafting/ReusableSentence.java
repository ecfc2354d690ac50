package cn.zhitong.assistant.drafting;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A past reply's sentence as it may stand in another's draft. */
final class ReusableSentence {
  /** Said in this many cases an expression is the office's, not one case's. */
  private static final int COMMON = 3;

  private static final double SAME = .8;

  /** What appeals of one matter have in common at least; of fewer only an office's habits fit. */
  private static final double OF_THE_MATTER = .05;

  private static final int HABIT = 2;
  private static final double MOST_MASKED = .35;
  private static final int MOST_GAPS = 3;
  private static final int LONGEST_PROPOSAL = 52;

  private static final Pattern DONE =
      Pattern.compile(
          "经(?:我?[局区市县办]|了解|查|核实|调查|现场|研究|协调|与|工作人员|沟通)|已(?:经|于|将|对|与|联系|安排|责成|责令|协调|派|转|处理|整改|完成|告知|电话|向|由|通知|要求|按|在|列入|解决|答复|修)|"
              + "工作人员|执法人员|现场|诉求人|投诉人|反映人|来电人|我(?:局|区|市|县|办|中心|街道|单位|院|校|公司|委|队|所|处)(?:立即|第一时间|高度重视|会|将|正在)|正在|核实|调查|该(?:小区|处|企业|公司|路段|楼|户|单位|店|村|问题)|目前|现已|近期|计划");

  /** That this one was told or written to is of one case, in however many it was said. */
  private static final Pattern TOLD =
      Pattern.compile(
          "已[^。；]{0,24}(?:告知|联系|沟通|回访|发送|邮寄|送达|致电)|(?:与|和|向)(?:您|你|诉求人|来电人|投诉人|反映人)[^。；]{0,10}(?:联系|沟通|说明|解释)");

  private static final Pattern GAP = Pattern.compile("【[^【】]*】");

  /** What a gap at the head leaves hanging: …，经核实. */
  private static final Pattern HANGING = Pattern.compile("^[…，、,：:；;\\s]+");

  private final String appeal;
  private final List<PastReplies.Similar> pool;
  private final List<PastReplyDrafter.Sentence> sentences;

  /** By reply: the first of the pool that was written in the same case. */
  private final int[] cases;

  /**
   * @param appeal what is asked now; its own numbers, names and places may be repeated
   * @param sentences all of the pool's
   */
  ReusableSentence(
      String appeal, List<PastReplies.Similar> pool, List<PastReplyDrafter.Sentence> sentences) {
    this.appeal = appeal;
    this.pool = pool;
    this.sentences = sentences;
    this.cases = cases(pool);
  }

  /** What one person's case was told in three appeals is not common. */
  private static int[] cases(List<PastReplies.Similar> pool) {
    List<Set<String>> pairs = pool.stream().map(similar -> AppealPairs.of(similar.past())).toList();
    int[] cases = new int[pool.size()];
    for (int i = 0; i < cases.length; i++) {
      while (cases[i] < i && !AppealPairs.sameCase(pairs.get(cases[i]), pairs.get(i))) {
        cases[i]++;
      }
    }
    return cases;
  }

  /**
   * Without what is another's. What reports an office's own doing or finding becomes a gap with the
   * words as a proposal: nobody but the office knows whether it holds here.
   *
   * @return null when too little of it is left, or when it was said of another matter only
   */
  String text(PastReplyDrafter.Sentence sentence) {
    String text = sentence.text();
    if (pool.get(sentence.reply()).alike() < OF_THE_MATTER && saidIn(sentence) < HABIT) {
      return null;
    }
    String masked =
        CaseSpecificEntities.masked(
            text,
            found -> appeal.contains(found.text()) || !found.person() && office(found.text()));
    long gaps = GAP.matcher(masked).results().count();
    int left = GAP.matcher(masked).replaceAll("").length();
    if (gaps > MOST_GAPS || left < text.length() * (1 - MOST_MASKED)) {
      return null;
    }
    boolean ofOneCase =
        TOLD.matcher(masked).find() || DONE.matcher(masked).find() && saidIn(sentence) < COMMON;
    return ofOneCase ? proposal(masked) : masked;
  }

  /** In how many cases nearly the same was said. */
  private long saidIn(PastReplyDrafter.Sentence sentence) {
    return sentences.stream()
        .filter(other -> sentence.overlap(other) >= SAME)
        .map(other -> cases[other.reply()])
        .distinct()
        .count();
  }

  /** A telephone, an address or a fee that the office gives to many is its own. */
  private boolean office(String token) {
    if (!PersonalNumber.publicOnly(token)) {
      return false;
    }
    // Not as a part of another number: 106 is not in 1068.
    Pattern whole = Pattern.compile("(?<![\\d.\\-])" + Pattern.quote(token) + "(?!\\d)");
    return IntStream.range(0, cases.length)
            .filter(i -> whole.matcher(pool.get(i).past().reply()).find())
            .map(i -> cases[i])
            .distinct()
            .count()
        >= COMMON;
  }

  /** Gaps cannot hold gaps, nor more than a line. */
  private static String proposal(String text) {
    String open = GAP.matcher(text).replaceAll("…").replaceAll("[。；;！!\\n]+$", "");
    String plain = HANGING.matcher(open).replaceFirst("");
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
}
