package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on numbers: subject, bound and period of each quantity in a stretch of text. */
final class QuantityDetector {
  private static final Pattern JOINED = Pattern.compile("^(?:或者?|且|、|)$");
  private static final Pattern ANY_BREAK =
      Pattern.compile("或者?|且|(?<!合)并(?!购|行|发|列|网|入|表)|；|;|，|、");
  private static final Pattern BREAK = Pattern.compile("且|(?<!合)并(?!购|行|发|列|网|入|表)|；|;|，");

  private static final Pattern HELD =
      Pattern.compile(
          "(?:拥有|具有|持有|取得|获得|获)[^，。；、]{0,12}(?:专利|著作权|软著|知识产权|新品种|布图设计|科技奖|奖|荣誉)[^，。；、\\d]{0,16}$");

  private static final Pattern OR = Pattern.compile("或者?(?:[^，。；、\\d]{0,20})[\\d一二三四五六七八九十]");
  private static final Pattern HAS_COUNT =
      Pattern.compile(
          "(?:至少|拥有|具有|持有|取得|获得|不少于)[^。；]{0,20}[\\d一二三四五六七八九十]+[项件个][^，。；]{0,24}[，、]?$");

  private static final Pattern BOUNDS = Pattern.compile("[万亿]元(?:（\u0001*）)?以上");
  private static final int LONGEST_SUBJECT = 10;

  private static final Pattern ATTRIBUTED =
      Pattern.compile(
          "[^，。；]{0,40}(?:年|个月|天|周岁)(?:（\u0001*）)?(?:以上|以下|以内)[^，。；]{2,30}的(?:应|须|需|人数)?");

  /** 「不超过70平方米的户型占比」, 「满2年的企业不少于10家」: which things are counted. */
  private static final Pattern OF_THINGS =
      Pattern.compile(
          "(?:（\u0001*）)?的(?:(?!企业|单位|机构|公司|主体)[^，。；、且并或的\\d有得]{2,12}(?:占比|比例|比重)(?:应|须|需|要|均|不得)?|[^，。；、且并或的\\d有得]{2,8}(?:数量|数|总数|累计)?(?:应|须|需|要|均|不得)?)");

  /** 「签订1年以上劳动合同的护理员不少于5名」: which persons are counted. */
  private static final Pattern WITH_TERM =
      Pattern.compile(
          "(?:（\u0001*）)?[^，。；、且并或的\\d]{2,10}的(?!企业|单位|机构|公司|主体)[^，。；、且并或的\\d]{2,8}(?:应当?|须|需|均|数量|人数)?");

  private static final Pattern LASTING =
      Pattern.compile("连续(?:营业|运营|运行|经营|缴纳|缴存|工作|参保|生产|居住)[^，。；\\d]{0,8}$");

  /** 「验收合格率100%」: all of it. */
  private static final Pattern RATE =
      Pattern.compile("(?:率|比例|占比|比重)(?:应当?|须|需|要|均|都|为|[最]?近[一二两三四五\\d]年|连续[一二两三四五\\d]年)*$");

  /** 「连续6个月未经营」: so long at least. */
  private static final Pattern IDLE = Pattern.compile("(?:未|无|没有|停)[^，。；]{2,}");

  /** 「达到下列标准中的三项」 counts points of a list. */
  private static final Pattern POINTS =
      Pattern.compile("(?:下列|以下|上述|(?<![级元人%年奖等\\d])以上|各项)[^，。；]{0,10}(?:中的?)?[^，。；]{0,6}$");

  /** 「未裁员或裁员率」: what is before 或 is a statement of its own. */
  private static final Pattern STATEMENT_OR =
      Pattern.compile("(?:未|已|没有|不)[^，。；或]{1,10}或(?!者)(?=[^，。；]{2,})");

  /** 「具有高新技术企业资格或者研发费用占比」: what one is or has, or else a figure. */
  private static final Pattern HELD_OR =
      Pattern.compile(
          "(?:具有|具备|属于|取得|获得|获评|为|是|列入|纳入|入选|认定)[^，。；或\\d]{2,24}或者?"
              + "(?=[^，。；或\\d]{0,12}(?:收入|费用|投入|纳税|税收|产值|投资|利润|占|出资|持股|销售|营业|出口)[^，。；或]{0,30}$)");

  private static final Pattern AMONG_KIND =
      Pattern.compile("(?:但)?其中[，、]?[^，。；]{2,20}?(?:企业|公司|单位|机构|项目)(?=[^，。；]{2,})");

  /** What a bare figure in 亩 is of. */
  private static final String AREA = "面积";

  private static final Pattern LABEL = Pattern.compile("[^，。；：:\\d]{2,12}$");

  private static final Pattern FALLS = Pattern.compile("(?:下降|下滑|减少|降低|降幅)[^，。；\\d]{0,6}$");

  private QuantityDetector() {}

  static List<FoundLeaf> detect(
      ItemText source, TextSpan piece, TextSpan sentence, ReadingContext context) {
    List<FoundLeaf> found = new ArrayList<>(TrendDetector.detect(source, piece, sentence));
    List<FoundLeaf> several = RespectiveFigures.read(source, piece, sentence, context);
    if (!several.isEmpty()) {
      return several;
    }
    Quantity before = null;
    int endBefore = piece.start();
    String subjectBefore = null;
    for (Quantity quantity : SharedBounds.read(source, piece)) {
      Quantity bounded = quantity;
      int from = endBefore;
      String gap =
          source
              .covered()
              .substring(Math.min(from, quantity.span().start()), quantity.span().start());
      boolean shared = before != null && JOINED.matcher(gap).matches();
      if (quantity.op() == null && shared) {
        bounded = quantity.withOp(before.op());
      }
      if (bounded.op() == null
          && (isHeld(source, piece, bounded)
              || isBareAmong(source, piece, sentence, bounded)
              || isOtherHeld(source, piece, sentence, bounded))) {
        bounded = bounded.withOp(Operator.AT_LEAST);
      }
      if (bounded.op() == null
          || overlapsAny(found, bounded.span())
          || isOfPoints(source, piece, bounded)) {
        continue;
      }
      if (isOfPersons(source, piece, bounded) || isOfThings(source, before, gap, bounded)) {
        // 「签订一年以上合同的达到8人以上」: the figures before say which persons.
        found.clear();
        from = piece.start();
        before = null;
      }
      FoundLeaf leaf =
          leaf(source, piece, sentence, bounded, shared ? subjectBefore : null, from, context);
      if (leaf != null && before != null && RangeEnds.isOtherEnd(source, found, leaf, bounded)) {
        FoundLeaf both = RangeEnds.between(source, found.remove(found.size() - 1), leaf);
        found.add(both);
        endBefore = both.span().end();
      } else if (leaf != null) {
        found.add(leaf);
        QuantitySubject.other(source, leaf).ifPresent(found::add);
        before = bounded;
        endBefore = leaf.span().end();
        subjectBefore =
            shared && subjectBefore != null
                ? subjectBefore
                : QuantitySubject.words(source, piece, bounded, context);
      }
    }
    return found;
  }

  /** 「拥有发明专利2项」, 「已连续营业180天」: so many at least. */
  private static boolean isHeld(ItemText source, TextSpan piece, Quantity quantity) {
    String before = source.covered().substring(piece.start(), quantity.span().start());
    if (quantity.kind() == QuantityKind.SHARE) {
      return quantity.values().get(0).compareTo(BigDecimal.ONE) == 0
          && (quantity.span().end() == piece.end()
              || source.covered().startsWith("的", quantity.span().end()))
          && RATE.matcher(before).find();
    }
    boolean span = QuantityUnits.MONTHS.equals(quantity.unit()) || "天".equals(quantity.unit());
    if (span && before.endsWith("连续")) {
      return IDLE.matcher(source.covered()).region(quantity.span().end(), piece.end()).lookingAt();
    }
    if (LASTING.matcher(before).find()) {
      return quantity.span().end() == piece.end()
          && quantity.kind() != QuantityKind.MONEY
          && quantity.kind() != QuantityKind.SHARE;
    }
    return quantity.kind() == QuantityKind.COUNT && HELD.matcher(before).find();
  }

  /** 「年交易额2亿元以上，总资产6000万元，固定资产2000万元以上」: a bound like those beside it. */
  private static boolean isBareAmong(
      ItemText source, TextSpan piece, TextSpan sentence, Quantity quantity) {
    if (quantity.kind() != QuantityKind.MONEY || quantity.span().end() != piece.end()) {
      return false;
    }
    String subject = source.covered().substring(piece.start(), quantity.span().start());
    String rest =
        source.covered().substring(sentence.start(), piece.start())
            + source.covered().substring(piece.end(), sentence.end());
    return BOUNDS.matcher(rest).results().count() > 1
        && subject.length() <= LONGEST_SUBJECT
        && SubjectLexicon.field(subject, quantity.kind()).isPresent();
  }

  /** 「至少拥有1项发明专利，或者2项实用新型专利」: the second way is as much a lower bound. */
  private static boolean isOtherHeld(
      ItemText source, TextSpan piece, TextSpan sentence, Quantity quantity) {
    String before =
        source.covered().substring(Math.min(sentence.start(), piece.start()), piece.start());
    return quantity.kind() == QuantityKind.COUNT
        && OR.matcher(source.covered())
            .region(piece.start(), quantity.span().start() + 1)
            .lookingAt()
        && HAS_COUNT.matcher(before).find();
  }

  private static boolean isOfPersons(ItemText source, TextSpan piece, Quantity quantity) {
    String before = source.covered().substring(piece.start(), quantity.span().start());
    return quantity.kind() == QuantityKind.PEOPLE && ATTRIBUTED.matcher(before).matches();
  }

  private static boolean isOfThings(
      ItemText source, Quantity before, String gap, Quantity quantity) {
    boolean counts =
        quantity.kind() == QuantityKind.SHARE && gap.matches(".*(?:占比|比例|比重).*")
            || quantity.kind() == QuantityKind.COUNT;
    boolean persons =
        before != null
            && before.kind() == QuantityKind.YEARS
            && (quantity.kind() == QuantityKind.PEOPLE || quantity.kind() == QuantityKind.COUNT)
            && WITH_TERM
                .matcher(source.covered())
                .region(before.span().end(), Math.max(before.span().end(), quantity.span().start()))
                .matches();
    return persons || before != null && counts && OF_THINGS.matcher(gap).matches();
  }

  private static boolean isOfPoints(ItemText source, TextSpan piece, Quantity quantity) {
    String words = source.covered().substring(piece.start(), quantity.span().end());
    return words.matches(".*[项条]")
        && POINTS
            .matcher(source.covered().substring(piece.start(), quantity.span().start()))
            .find();
  }

  private static boolean overlapsAny(List<FoundLeaf> found, TextSpan span) {
    return found.stream().anyMatch(leaf -> leaf.span().overlaps(span));
  }

  private static FoundLeaf leaf(
      ItemText source,
      TextSpan piece,
      TextSpan sentence,
      Quantity quantity,
      String sharedSubject,
      int from,
      ReadingContext context) {
    String own = source.covered().substring(from, Math.max(from, quantity.span().start()));
    int cut = lastBreak(own, from > piece.start());
    String label = own.length() == cut ? label(source, piece, sentence, from) : null;
    int quoteStart = from + cut + amongKind(own.substring(cut));
    String left = own.substring(cut);
    String right = QuantitySubject.right(source, piece, quantity);
    String subject =
        QuantitySubject.of(
            left,
            right,
            quantity,
            sharedSubject,
            QuantitySubject.before(source, piece, sentence, from + cut),
            label == null ? context : context.below(label, null, false));
    if (subject == null && ("亩".equals(quantity.unit()) || "公顷".equals(quantity.unit()))) {
      subject = AREA;
    }
    if (subject == null) {
      return null;
    }
    if (quantity.kind() == QuantityKind.PEOPLE && PremiseReader.UNNAMED.equals(subject)) {
      boolean insured = source.covered().startsWith("的参保", quantity.span().end());
      subject = insured ? "参保" : "";
    }
    String field = QuantitySubject.field(subject, quantity, source);
    int end =
        right != null && subject.equals(right)
            ? quantity.span().end() + right.length()
            : quantity.span().end();
    end = Math.min(end, piece.end());
    TextSpan quote = new TextSpan(Math.min(quoteStart, quantity.span().start()), end);
    return bounded(
        source,
        quote,
        field,
        quantity,
        left,
        QuantityPeriod.of(source, piece, sentence, quantity, field, left, context));
  }

  /** 「冷藏车：10辆以上」: what the figure behind a colon is of; null where it stands elsewhere. */
  private static String label(ItemText source, TextSpan piece, TextSpan sentence, int from) {
    boolean behind =
        from == piece.start()
            && from > sentence.start()
            && "：:".indexOf(source.covered().charAt(from - 1)) >= 0;
    if (!behind) {
      return null;
    }
    Matcher label = LABEL.matcher(source.covered().substring(sentence.start(), from - 1));
    return label.find() ? label.group() : null;
  }

  /** A bound on a field: a fall is a growth below zero, an age is in years. */
  static FoundLeaf bounded(
      ItemText source,
      TextSpan quote,
      String field,
      Quantity quantity,
      String left,
      ReferencePeriod period) {
    boolean falls = isFall(field, left);
    List<FactValue> values =
        quantity.values().stream()
            .map(value -> falls ? value.negate() : inYears(field, quantity, value))
            .map(FactValue::of)
            .toList();
    return LeafBuilder.data(
        source,
        quote,
        field,
        falls ? mirrored(quantity.op()) : quantity.op(),
        values,
        "age_years".equals(field) ? "年" : quantity.unit(),
        period);
  }

  /** An age is in years, however the text counts it. */
  private static BigDecimal inYears(String field, Quantity quantity, BigDecimal value) {
    return "age_years".equals(field) && QuantityUnits.MONTHS.equals(quantity.unit())
        ? value.divide(BigDecimal.valueOf(12), MathContext.DECIMAL64)
        : value;
  }

  /** 「营业收入同比下降30%以上」: a growth below zero. */
  private static boolean isFall(String field, String left) {
    return (field.endsWith("_growth") || field.endsWith("增长率")) && FALLS.matcher(left).find();
  }

  private static Operator mirrored(Operator op) {
    return switch (op) {
      case AT_LEAST -> Operator.AT_MOST;
      case GREATER -> Operator.LESS;
      case AT_MOST -> Operator.AT_LEAST;
      case LESS -> Operator.GREATER;
      default -> op;
    };
  }

  /** 「其中生物医药领域企业」 is whom the number is for, not what it is about. */
  private static int amongKind(String left) {
    Matcher kind = AMONG_KIND.matcher(left);
    return kind.lookingAt() ? kind.end() : 0;
  }

  /** 或 inside a noun (本科或以上学历) breaks nothing; behind another number it does. */
  private static int lastBreak(String text, boolean behindNumber) {
    int cut = 0;
    for (Pattern said : List.of(STATEMENT_OR, HELD_OR)) {
      Matcher statement = said.matcher(text);
      if (statement.find()) {
        cut = statement.end();
      }
    }
    Matcher breaks = (behindNumber ? ANY_BREAK : BREAK).matcher(text);
    while (breaks.find()) {
      cut = breaks.end();
    }
    return cut;
  }
}
