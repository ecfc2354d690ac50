package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What brackets behind an applicant ask: 企业（劳务派遣企业除外）, 规模以上（上年度销售收入达到2000万元）. */
final class BracketedConditions {
  private static final Pattern BRACKETS = Pattern.compile("[（(]([^（()）]{4,60})[）)]");
  private static final Pattern APPLICANT =
      Pattern.compile("(?:企业|单位|机构|公司|主体|法人|工商户|合作社|组织|纳税人|规模以上|规上|限上|限额以上)$");

  /** 「在本市注册（省属企业除外）的企业」. */
  private static final Pattern BEHIND_PLACE =
      Pattern.compile("(?:注册|登记|[本全我][省市区县]|[范辖]围?区?内|纳税)$");

  private static final Pattern BEHIND_BOUND =
      Pattern.compile("(?:以上|以下|以内|(?:不低于|不少于|不超过|不小于|达到?|超过|满)[^，。；]{1,10}[\\u4e00-\\u9fa5㎡%])$");

  private static final Pattern OWN =
      Pattern.compile(
          "(?!其中|或|含|约|折合|即|包括|指|不含|对|若|如|以|[^，]{0,10}[为的])[\\u4e00-\\u9fa5]{2,10}[^，。；\\u4e00-\\u9fa5]{1,8}.{1,8}");

  private static final String AMONG = "其中";

  private final ItemText source;
  private final ItemText open;

  BracketedConditions(ItemText source, ItemText open) {
    this.source = source;
    this.open = open;
  }

  /**
   * Conditions of a stretch's brackets beside what the stretch says.
   *
   * @param figures whether figures are asked as well as exceptions
   */
  List<Condition> read(TextSpan piece, boolean figures) {
    List<Condition> asked = new ArrayList<>();
    Matcher brackets = BRACKETS.matcher(source.text()).region(piece.start(), piece.end());
    while (brackets.find()) {
      boolean behind =
          APPLICANT.matcher(source.covered().substring(piece.start(), brackets.start())).find();
      boolean shutsOut =
          BEHIND_PLACE.matcher(source.covered().substring(piece.start(), brackets.start())).find()
              && brackets.group(1).endsWith("除外");
      if (!behind && !shutsOut) {
        if (figures) {
          ownFigure(piece, brackets)
              .or(() -> some(brackets))
              .ifPresent(leaf -> asked.add(leaf.leaf()));
        }
        continue;
      }
      TextSpan inside = new TextSpan(brackets.start(1), brackets.end(1));
      Condition left = Exceptions.inBrackets(open, inside);
      if (left != null) {
        asked.add(left);
      } else if (figures) {
        figure(inside).ifPresent(leaf -> asked.add(leaf.leaf()));
      }
    }
    return asked;
  }

  /** 「场地500平方米以上（租期3年以上）」: another figure with its own name, behind a bound. */
  private Optional<FoundLeaf> ownFigure(TextSpan piece, Matcher brackets) {
    TextSpan inside = new TextSpan(brackets.start(1), brackets.end(1));
    String before = source.covered().substring(piece.start(), brackets.start());
    boolean bound = BEHIND_BOUND.matcher(before).find() && OWN.matcher(brackets.group(1)).matches();
    List<Quantity> outside =
        QuantityReader.read(source, new TextSpan(piece.start(), brackets.start()));
    if (!bound || outside.isEmpty()) {
      return Optional.empty();
    }
    String unit = outside.get(outside.size() - 1).unit();
    return figure(inside)
        .filter(leaf -> leaf.leaf().op() != null && leaf.leaf().op().isOrdering())
        .filter(leaf -> !Objects.equals(leaf.leaf().unit(), unit));
  }

  /** 「管理人员5人以上（其中高级职称2人以上）」: how many of what is counted before. */
  private Optional<FoundLeaf> some(Matcher brackets) {
    boolean among = brackets.group(1).startsWith(AMONG) && !RelaxedFigure.isRead(brackets.group());
    return among
        ? figure(new TextSpan(brackets.start(1) + AMONG.length(), brackets.end(1)))
            .filter(leaf -> leaf.leaf().op() != null && leaf.leaf().op().isOrdering())
        : Optional.empty();
  }

  /** A figure that fills the brackets; a threshold without a bound is one of at least so much. */
  private Optional<FoundLeaf> figure(TextSpan inside) {
    if (Remarks.isGrant(source.text().substring(inside.start(), inside.end()))) {
      return Optional.empty();
    }
    List<FoundLeaf> found = QuantityDetector.detect(open, inside, inside, ReadingContext.of(null));
    boolean fills = found.size() == 1 && found.get(0).span().equals(inside);
    return fills ? Optional.of(found.get(0)) : Optional.empty();
  }
}
