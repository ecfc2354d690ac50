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
          "(?:申[报请]|本|支持|扶持|奖励|补助|补贴|资助|认定)?(?:的)?(?:主体|单位|企业|对象|范围|项目)?(?:均)?不(?:包括|包含|含)([^，。；]{2,60})");

  /** 「金融、烟草等行业企业」 is one kind, however many it names. */
  private static final Pattern ONE_KIND =
      Pattern.compile("(?=.{0,60}、).{0,60}等[^、]{0,6}(?:企业|行业|单位|机构|项目)");

  private static final Pattern KIND = Pattern.compile(".{0,80}(?:企业|公司|单位|机构|行业|业|项目|类|组织|主体|国企)$");

  private static final Pattern OUT = Pattern.compile("([^，。；]{2,40}?)除外");

  private Exceptions() {}

  /** 「土地购置费除外」 leaves out no applicant. */
  static boolean isOfThings(String words) {
    Matcher out = OUT.matcher(words);
    return out.matches() && !KIND.matcher(out.group(1)).matches() && out.group(1).indexOf('的') < 0;
  }

  /** What a stretch leaves out; null where it leaves out no kind of applicant. */
  static Condition read(ItemText source, TextSpan piece) {
    Matcher except = EXCEPT.matcher(source.covered()).region(piece.start(), piece.end());
    if (!except.matches()) {
      except = LEFT_OUT.matcher(source.covered()).region(piece.start(), piece.end());
    }
    return except.matches() ? none(source, except) : null;
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
    List<Condition> kinds = new ArrayList<>();
    int from = except.start(1);
    for (int i = from; i <= except.end(1); i++) {
      if (i == except.end(1) || "、和及与或".indexOf(source.covered().charAt(i)) >= 0) {
        if (i - from >= 2) {
          kinds.add(kind(source, new TextSpan(from, i)));
        }
        from = i + 1;
      }
    }
    return kinds.isEmpty() ? null : ConditionGroup.none(kinds);
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
