package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several subjects before one verb: 「资产总额、营业收入分别不低于2亿元和1亿元」 bounds each by its own figure,
 * 「联网率、数控化率均达到70%」 all by one.
 */
final class RespectiveFigures {
  private static final Pattern WORD =
      Pattern.compile("分别|(?<![平年月日人户亩次])均(?![衡价值等])|都(?=[不在达高超为])");
  private static final Pattern BETWEEN = Pattern.compile("、|以及|和|与|及");
  private static final Pattern TAIL =
      Pattern.compile("(?:应当?|须|需|等|同比|[较比]上一?年度?(?:同期)?|年|平均|指标)+$");
  private static final Pattern GROWS = Pattern.compile("^(?:同比|[较比]上一?年度?)?(?:增长|提高|增加|提升)");
  private static final Pattern SUBJECT =
      Pattern.compile(
          ".*(?:[率额量数费税款价]|比例|占比|比重|收入|营收|利润|税收|费用|投入|投资|面积|产值|资产|资本|工资|强度|时间|年限|能力|用工|出口|成本|规模|增速|增幅|得分)");

  private RespectiveFigures() {}

  /** One leaf a subject; none where the stretch is not of this kind. All have its words. */
  static List<FoundLeaf> read(
      ItemText source, TextSpan piece, TextSpan sentence, ReadingContext context) {
    String words = source.covered(piece);
    Matcher word = WORD.matcher(words);
    if (!word.find()) {
      return List.of();
    }
    String left = words.substring(0, word.start());
    Matcher tail = TAIL.matcher(left);
    boolean tailed = tail.find();
    List<String> subjects = subjects(tailed ? left.substring(0, tail.start()) : left);
    TextSpan rest = new TextSpan(piece.start() + word.end(), piece.end());
    List<Quantity> figures = QuantityReader.read(source, rest);
    boolean each = word.group().equals("分别");
    if (subjects.size() < 2 || figures.size() != (each ? subjects.size() : 1)) {
      return List.of();
    }
    Operator first = figures.get(0).op();
    Operator op = first == null ? figures.get(figures.size() - 1).op() : first;
    if (op == null) {
      return List.of();
    }
    boolean grows = GROWS.matcher(source.covered(rest)).find();
    TextSpan quote = new TextSpan(piece.start(), figures.get(figures.size() - 1).span().end());
    List<FoundLeaf> leaves = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      Quantity figure = figures.get(each ? i : 0);
      Operator own = figure.op() == Operator.BETWEEN ? Operator.BETWEEN : op;
      boolean said = GROWS.matcher(source.covered(figure.span())).find();
      String subject = subjects.get(i) + (grows && !said ? "增长" : "");
      String field = QuantitySubject.field(subject, figure, source);
      leaves.add(
          LeafBuilder.data(
              source,
              quote,
              field,
              own,
              figure.values().stream().map(FactValue::of).toList(),
              figure.unit(),
              QuantityPeriod.of(source, piece, sentence, figure, field, left, context)));
    }
    return leaves;
  }

  /** 「分别」 and 「均」 tell that several leaves with the same words are wanted together. */
  static boolean isTogether(String quote) {
    return WORD.matcher(quote).find();
  }

  private static List<String> subjects(String left) {
    List<String> subjects = new ArrayList<>();
    for (String name : BETWEEN.split(left)) {
      if (name.length() < 2 || !SUBJECT.matcher(name).matches()) {
        return List.of();
      }
      subjects.add(name);
    }
    return subjects;
  }
}
