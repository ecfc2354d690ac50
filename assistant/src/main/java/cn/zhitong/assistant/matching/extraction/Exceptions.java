package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of applicant that are left out: 除房地产企业、金融企业外. */
final class Exceptions {
  private static final Pattern EXCEPT =
      Pattern.compile("除(?!此|了|上述|前款|满足|符合|本|第)([^，。；]{2,40}?)(?:之|以)?外");
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?:但是?)?(?:申[报请]|本|支持|扶持|奖励|补助|补贴|资助|认定)?(?:的)?(?:主体|单位|企业|对象|范围|项目)?(?:均)?不(?:包括|包含|含)([^，。；]{2,60})");

  /** 「金融、烟草等行业企业」 is one kind, however many it names. */
  private static final Pattern ONE_KIND =
      Pattern.compile("(?=.{0,60}、).{0,60}等[^、]{0,6}(?:企业|行业|单位|机构|项目)");

  private static final Pattern KIND =
      Pattern.compile(".{0,80}(?:企业|公司|单位|机构|行业|业|项目|类|组织|主体|国企|工商户|分公司)$");

  private static final Pattern OUT = Pattern.compile("([^，。；]{2,40}?)除外");

  /** 「企业不属于落后产能范畴」. */
  private static final Pattern NOT_AMONG =
      Pattern.compile(
          "(?:且|并|同时)?(?:申[报请])?(?:的)?(?:企业|单位|项目|主体|产品)?(?:应当?|须|需|均)?不(?:得)?(?:属于|在|列入)([^，。；《》]{2,40}?)(?:的)?(?:范畴|范围|之列|目录)(?:之?内)?");

  /** What a bound or a denial asks: an exception behind it frees from that alone. */
  private static final Pattern BINDS =
      Pattern.compile("\\d|满|[一二两三四五六七八九十]年|以上|以下|不[低少高超得]|未[受被发曾有]|无[^，。；]{2}");

  private static final Pattern NAMES = Pattern.compile("(?:企业|单位|机构|公司|主体|个人|人员|组织|项目|园区|产品|的)$");

  private static final Pattern FREED =
      Pattern.compile("([^，。；]{2,40}?)(?:的)?(?:企业|单位|机构|项目)?(?:的)?除外");

  private Exceptions() {}

  /**
   * Whom 「注册满一年，新引进的企业除外」 frees from the bound before it; -1 where the words shut somebody out,
   * else the length of what names them.
   */
  static int freed(String before, String last) {
    Matcher freed = FREED.matcher(last);
    boolean frees =
        BINDS.matcher(before).find()
            && !NAMES.matcher(before).find()
            && freed.matches()
            && IndustryDetector.named(last.substring(0, last.length() - 2), List.of())
                .codes()
                .isEmpty()
            && (!ConductDetector.isRecord(last) || last.contains("修复"));
    return frees ? last.length() - "除外".length() : -1;
  }

  /** 「土地购置费除外」 leaves out no applicant. */
  static boolean isOfThings(String words) {
    Matcher out = OUT.matcher(words);
    return out.matches() && !KIND.matcher(out.group(1)).matches() && out.group(1).indexOf('的') < 0;
  }

  /** Whether an exception in brackets behind a bound frees from it, and shuts nobody out. */
  static boolean frees(Condition bound) {
    boolean binds =
        bound instanceof ConditionLeaf leaf
            && leaf.op() != null
            && (leaf.op().isOrdering() || leaf.op() == Operator.NEVER);
    return binds;
  }

  /** What a stretch leaves out; null where it leaves out no kind of applicant. */
  static Condition read(ItemText source, TextSpan piece) {
    Matcher except = EXCEPT.matcher(source.covered()).region(piece.start(), piece.end());
    if (!except.matches()) {
      except = LEFT_OUT.matcher(source.covered()).region(piece.start(), piece.end());
    }
    if (except.matches()) {
      return none(source, except);
    }
    Matcher not = NOT_AMONG.matcher(source.covered()).region(piece.start(), piece.end());
    return not.matches()
        ? ConditionGroup.none(kinds(source, new TextSpan(not.start(1), not.end(1))))
        : null;
  }

  /** The same where the words stand in brackets, as also 「劳务派遣企业除外」. */
  static Condition inBrackets(ItemText open, TextSpan inside) {
    Condition left = read(open, inside);
    Matcher out = OUT.matcher(open.covered()).region(inside.start(), inside.end());
    return left == null && out.matches() ? none(open, out) : left;
  }

  private static Condition none(ItemText source, Matcher except) {
    if (!KIND.matcher(except.group(1)).matches()) {
      return null;
    }
    if (ONE_KIND.matcher(except.group(1)).matches()) {
      return ConditionGroup.none(
          List.of(kind(source, new TextSpan(except.start(1), except.end(1)))));
    }
    List<Condition> kinds = kinds(source, new TextSpan(except.start(1), except.end(1)));
    return kinds.isEmpty() ? null : ConditionGroup.none(kinds);
  }

  private static List<Condition> kinds(ItemText source, TextSpan named) {
    List<Condition> kinds = new ArrayList<>();
    int from = named.start();
    for (int i = from; i <= named.end(); i++) {
      if (i == named.end() || "、和及与或".indexOf(source.covered().charAt(i)) >= 0) {
        if (i - from >= 2) {
          kinds.add(kind(source, new TextSpan(from, i)));
        }
        from = i + 1;
      }
    }
    return kinds;
  }

  /** A kind of applicant as the bad thing of a list: an industry or size, else a flag. */
  static ConditionLeaf kind(ItemText source, TextSpan span) {
    ConditionLeaf known = KindFigures.kindLeaf(source, span).leaf();
    return known.isOpen()
        ? LeafBuilder.flag(
                source, span, CustomField.name(source.covered(span)), Operator.EQUAL, true, null)
            .leaf()
        : known;
  }
}
