package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What brackets behind an applicant ask: 企业（劳务派遣企业除外）, 规模以上（上年度销售收入达到2000万元）. */
final class BracketedConditions {
  private static final Pattern BRACKETS = Pattern.compile("[（(]([^（()）]{4,60})[）)]");
  private static final Pattern APPLICANT =
      Pattern.compile("(?:企业|单位|机构|公司|主体|法人|工商户|合作社|组织|纳税人|规模以上|规上|限上|限额以上)$");

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
      if (!behind) {
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
