package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to meet a condition that no pattern's field is about, of which any will do. */
final class OpenChoice {
  private static final String ACT =
      "具有|具备|拥有|取得|获得|通过|属于|从事|完成|承担|依法|列入|纳入|入选|荣获|获评|被|签订|购置|租[赁用]|建有|设有|参与|主持|主导|牵头|成立|设立|符合|满足|达到|实现|位于|处于|投资|建设|实施|开展|引进|聘用|招用|吸纳|成功|正在|已|拟";

  /** 「具有高级职称或博士学位」, 「获得融资或取得订单」. */
  private static final Pattern TWO_ACTS =
      Pattern.compile(
          "([^，。；或]{5,80}?)(?:或者|或)((?:" + ACT + ")[^，。；或]{2,80}|[^，。；、或]{2,8}(?:学位|职称|资格|证书|学历))");

  /** 「具有自主研发或引进先进技术的能力」: what stands behind 的 is of both. */
  private static final Pattern SHARED_NOUN =
      Pattern.compile(
          "(?:应|须|需)?(?:具有|具备|拥有|有)[^，。；或]{1,30}或者?(?!具有|具备|拥有)[^，。；的]{1,30}的[^，。；的]{0,4}(?:能力|条件|经验|水平|功能|业绩|实力|机制|资格)");

  /** What a list of ways may go on with: whom it is said of. */
  private static final String WHOM = "(?:的?[^，。；、的或]{0,8}(?:企业|单位|机构|项目|主体|公司|个人|人员)?)";

  /** 「完成厂房改造、设备改造或管网改造」: things that end alike. */
  private static final Pattern ALIKE =
      Pattern.compile(
          "((?:[^，。；、或和及与的]{2,24}?([\\u4e00-\\u9fa5]{2})、){1,6}[^，。；、或和及与的]{2,24}?\\2)(?:、|，)?(?:或者|或)([^，。；、或和及与的]{2,24}?\\2)"
              + WHOM);

  /** 「拥有省级研究院或工业设计中心」: a way that no pattern knows before one that it does. */
  private static final Pattern WAY_BEFORE =
      Pattern.compile(
          "(?:应|须|需|必须|已)?((?:具有|具备|拥有|取得|获得|通过|属于|从事|完成|承担|建有|设有|入选|列入|纳入|符合)[^，。；]{4,160})(?:或者|或)[^，。；、或的]{0,14}(?:[认评]定的)?");

  /** 「为该企业负责人或」 before a figure. */
  private static final Pattern IS_BEFORE =
      Pattern.compile("(?:且|并|[^，。；或]{0,8})(?:应当?|须|需)?((?:为|是)[^，。；或]{3,24})(?:或者|或)");

  private OpenChoice() {}

  /** The ways that a stretch names; none where it names one thing only. */
  static List<TextSpan> ways(ItemText source, TextSpan piece) {
    Matcher acts = TWO_ACTS.matcher(source.covered()).region(piece.start(), piece.end());
    if (acts.matches() && !SHARED_NOUN.matcher(source.covered(piece)).matches()) {
      return List.of(
          new TextSpan(acts.start(1), acts.end(1)), new TextSpan(acts.start(2), acts.end(2)));
    }
    return alike(source, piece);
  }

  /** Things side by side that end in the same word, the last behind 或. */
  static List<TextSpan> alike(ItemText source, TextSpan piece) {
    Matcher alike = ALIKE.matcher(source.covered()).region(piece.start(), piece.end());
    if (!alike.matches()) {
      return List.of();
    }
    List<TextSpan> ways = new ArrayList<>();
    int from = alike.start(1);
    for (int i = from; i <= alike.end(1); i++) {
      if (i == alike.end(1) || source.covered().charAt(i) == '、') {
        ways.add(new TextSpan(from, i));
        from = i + 1;
      }
    }
    ways.add(new TextSpan(alike.start(3), alike.end(3)));
    boolean all = ways.stream().allMatch(way -> source.covered(way).endsWith(alike.group(2)));
    return all ? ways : List.of();
  }

  /**
   * Where the way stands that comes before 或 and the first find; an empty span where there is none.
   */
  static TextSpan before(ItemText source, TextSpan piece, List<FoundLeaf> leaves) {
    int to = Math.max(piece.start(), leaves.get(0).span().start());
    Matcher before = WAY_BEFORE.matcher(source.covered()).region(piece.start(), to);
    boolean status = LeafJoiner.isStatus(leaves.get(0).leaf());
    if (!status) {
      before = IS_BEFORE.matcher(source.covered()).region(piece.start(), to);
    }
    return before.matches()
        ? new TextSpan(before.start(1), before.end(1))
        : new TextSpan(piece.start(), piece.start());
  }
}
