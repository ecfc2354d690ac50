package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on numbers: subject, bound and period of each quantity in a stretch of text. */
final class QuantityDetector {
  private static final Pattern JOINED = Pattern.compile("^(?:或者?|且|、|)$");
  private static final Pattern ANY_BREAK = Pattern.compile("或者?|且|并且|；|;|，|、");
  private static final Pattern BREAK = Pattern.compile("且|并且|；|;|，");
  private static final Pattern RIGHT_SUBJECT =
      Pattern.compile("^的?((?:(?!或者?|且|，|。|；|、|的[，。；]).){2,40})");
  private static final Pattern PIECES =
      Pattern.compile("专利|著作权|软著|知识产权|人员|职工|员工|门店|企业|项目|机构|平台|产品|教师|导师|场所|面积");
  private static final Pattern SUM_OF_KINDS = Pattern.compile("[+＋]|、.*(?:等|、)");
  private static final Pattern YEARLY = Pattern.compile("年(?:度)?(?:营业|销售|主营|总?收入|营收|产值)|年营业额");
  private static final Pattern TAIL_OF_NAME =
      Pattern.compile("(?:应当?|须|需|总额|均|已|要|的|在|为|可|占比?|合计|总计|共计|累计|每年|平均|原则上|一般)+$");

  /** 「其中上年度不低于5%」. */
  private static final Pattern TIME_ALONE =
      Pattern.compile("(?:且|并|其中|，)*(?:上一?年度?|上一?会计年度|近[一二两三四五\\d]年|最近一年|每年|当年|应|须|均|各年)+");

  /** Words that need a subject before them. */
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?:且|并|或|其|该|上述|，|[最]?近[一二两三四五\\d]个?(?:会计)?年度?)*(?:[较比]?(?:年?复合)?(?:上年|上一年|上年度|上一年度|去年)?(?:[较比]上一?年度?(?:同期)?|同期|同比|增长率?|增幅|增速|增加|提高|年均|平均|比例|占比|比重|该比例|所占比例|强度|达到?)+)");

  /** 「且占营业收入的比重」: the part stands in the piece before. */
  private static final Pattern SHARE_OF = Pattern.compile("^(?:且|并|其|，)*(?:所)?占");

  private static final Pattern BOTH_GROW =
      Pattern.compile("([^，。；或]{2,12})(?:或者?)([^，。；或]{2,8})的?(?:年均|平均|复合)?(?:增长|增速|增幅)");

  private static final Pattern HELD =
      Pattern.compile(
          "(?:拥有|具有|持有|取得|获得|获)[^，。；、]{0,12}(?:专利|著作权|软著|知识产权|新品种|布图设计)[^，。；、\\d]{0,16}$");

  /** 「未裁员或裁员率」: what is before 或 is a statement of its own. */
  private static final Pattern STATEMENT_OR =
      Pattern.compile("(?:未|已|没有|不)[^，。；或]{1,10}或(?!者)(?=[^，。；]{2,})");

  private static final Pattern MODAL = Pattern.compile("(?:应当?|须|需|均|已|要|的|在|为|可|每年|原则上|一般)+$");
  private static final Pattern GROWS = Pattern.compile("同比|同期|增|提高|上年|去年");
  private static final int LOOK_BACK = 30;
  private static final Pattern LEADING_PERIOD =
      Pattern.compile("(?:^|，)((?:最近|近|过去|上)[一二两三四五六七八九十\\d]*个?(?:会计)?年度?(?:内|来)?)，");
  private static final Pattern AMONG_KIND =
      Pattern.compile("(?:但)?其中[，、]?[^，。；]{2,20}?(?:企业|公司|单位|机构|项目)(?=[^，。；]{2,})");

  private QuantityDetector() {}

  static List<FoundLeaf> detect(
      ItemText source, TextSpan piece, TextSpan sentence, ReadingContext context) {
    List<FoundLeaf> found = new ArrayList<>(TrendDetector.detect(source, piece, sentence));
    Quantity before = null;
    int endBefore = piece.start();
    String subjectBefore = null;
    for (Quantity quantity : QuantityReader.read(source, piece)) {
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
      if (bounded.op() == null && isHeld(source, piece, bounded)) {
        bounded = bounded.withOp(Operator.AT_LEAST);
      }
      if (bounded.op() == null || overlapsAny(found, bounded.span())) {
        continue;
      }
      FoundLeaf leaf =
          leaf(source, piece, sentence, bounded, shared ? subjectBefore : null, from, context);
      if (leaf != null) {
        found.add(leaf);
        otherSubject(source, leaf).ifPresent(found::add);
        before = bounded;
        endBefore = leaf.span().end();
        subjectBefore =
            shared && subjectBefore != null
                ? subjectBefore
                : subjectWords(source, piece, bounded, context);
      }
    }
    return found;
  }

  /** 「拥有发明专利2项」: so many at least. */
  private static boolean isHeld(ItemText source, TextSpan piece, Quantity quantity) {
    String before = source.covered().substring(piece.start(), quantity.span().start());
    return quantity.kind() == QuantityKind.COUNT && HELD.matcher(before).find();
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
    int quoteStart = from + cut + amongKind(own.substring(cut));
    String left = own.substring(cut);
    String right = rightSubject(source, piece, quantity);
    String subject =
        subject(
            left,
            right,
            quantity,
            sharedSubject,
            beforeWords(source, piece, sentence, from),
            context);
    if (subject == null) {
      return null;
    }
    String field = field(subject, quantity, source);
    int end =
        right != null && subject.equals(right)
            ? quantity.span().end() + right.length()
            : quantity.span().end();
    end = Math.min(end, piece.end());
    TextSpan quote = new TextSpan(Math.min(quoteStart, quantity.span().start()), end);
    List<FactValue> values = quantity.values().stream().map(FactValue::of).toList();
    return LeafBuilder.data(
        source,
        quote,
        field,
        quantity.op(),
        values,
        quantity.unit(),
        period(source, piece, sentence, quantity, field, left, context));
  }

  /** 「其中生物医药领域企业」 is whom the number is for, not what it is about. */
  private static int amongKind(String left) {
    Matcher kind = AMONG_KIND.matcher(left);
    return kind.lookingAt() ? kind.end() : 0;
  }

  /** 或 inside a noun (本科或以上学历) breaks nothing; behind another number it does. */
  private static int lastBreak(String text, boolean behindNumber) {
    int cut = 0;
    Matcher statement = STATEMENT_OR.matcher(text);
    if (statement.find()) {
      cut = statement.end();
    }
    Matcher breaks = (behindNumber ? ANY_BREAK : BREAK).matcher(text);
    while (breaks.find()) {
      cut = breaks.end();
    }
    return cut;
  }

  /** The words before, which a growth or a share without a subject of its own is of. */
  private static String beforeWords(ItemText source, TextSpan piece, TextSpan sentence, int from) {
    String before = source.covered().substring(Math.min(sentence.start(), piece.start()), from);
    return before.length() < 4 ? null : before.substring(Math.max(0, before.length() - LOOK_BACK));
  }

  private static String rightSubject(ItemText source, TextSpan piece, Quantity quantity) {
    String rest = source.covered().substring(quantity.span().end(), piece.end());
    Matcher right = RIGHT_SUBJECT.matcher(rest);
    return right.find() && PIECES.matcher(right.group(1)).find() ? right.group() : null;
  }

  private static String subject(
      String left,
      String right,
      Quantity quantity,
      String shared,
      String before,
      ReadingContext context) {
    if (isGeneric(left)) {
      boolean grows = GROWS.matcher(left).find();
      String led = grows || context.subject() == null ? before : context.subject();
      String of = shared != null ? shared : led != null ? steady(led) : context.subject();
      return of == null ? left : of + left;
    }
    if (before != null && SHARE_OF.matcher(left).find()) {
      return before + left;
    }
    boolean named = SubjectLexicon.field(left, quantity.kind()).isPresent() || left.contains("占");
    boolean ownership = left.matches(".*(?:拥有|具有|具备|获得|取得|有|授权|至少)?(?:至少)?");
    if (named) {
      return left;
    }
    if (shared != null && !countable(quantity) && left.length() < 2) {
      return shared;
    }
    if (right != null
        && (left.length() < 5 && quantity.kind() != QuantityKind.SHARE
            || ownership && countable(quantity))) {
      return right;
    }
    String bare = TAIL_OF_NAME.matcher(left).replaceFirst("");
    if (bare.length() >= 2) {
      return left;
    }
    if (shared != null) {
      return shared;
    }
    return context.subject() == null ? right : context.subject();
  }

  /** 「主营业务收入或净利润的平均增长率」: the same bound for either. */
  private static java.util.Optional<FoundLeaf> otherSubject(ItemText source, FoundLeaf leaf) {
    Matcher both = BOTH_GROW.matcher(source.covered(leaf.span()));
    if (!both.find()) {
      return java.util.Optional.empty();
    }
    String first = GrowthSubject.field(both.group(1) + "增长");
    if (first == null || first.equals(leaf.leaf().field())) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        LeafBuilder.data(
            source,
            leaf.span(),
            first,
            leaf.leaf().op(),
            leaf.leaf().values(),
            leaf.leaf().unit(),
            leaf.leaf().period()));
  }

  private static boolean isGeneric(String left) {
    return TIME_ALONE.matcher(left).matches()
        || GENERIC.matcher(left).matches()
        || GENERIC.matcher(TAIL_OF_NAME.matcher(left).replaceFirst("")).matches();
  }

  /** 「占比逐年提高，其中上年度不低于5%」 is about the share, not about its growth. */
  private static String steady(String words) {
    return words.replaceAll("(?:逐年|逐步|持续|稳步)(?:提高|增长|上升|递增|增加)，?", "");
  }

  private static boolean countable(Quantity quantity) {
    return quantity.kind() == QuantityKind.COUNT || quantity.kind() == QuantityKind.PEOPLE;
  }

  private static String subjectWords(
      ItemText source, TextSpan piece, Quantity quantity, ReadingContext context) {
    String own = source.covered().substring(piece.start(), quantity.span().start());
    return own.length() >= 2 ? own : context.subject();
  }

  private static String field(String subject, Quantity quantity, ItemText source) {
    if (quantity.kind() == QuantityKind.SHARE) {
      String growth = GrowthSubject.field(subject);
      if (growth != null) {
        return growth;
      }
      String base = quantity.base() == null ? null : source.covered(quantity.base());
      return ShareSubject.field(MODAL.matcher(subject).replaceFirst(""), base);
    }
    if (SUM_OF_KINDS.matcher(subject).find() && quantity.kind() == QuantityKind.COUNT) {
      return CustomField.ofSubject(subject);
    }
    String bare = TAIL_OF_NAME.matcher(subject).replaceFirst("");
    if (bare.isEmpty() && quantity.kind() == QuantityKind.PEOPLE) {
      return "staff";
    }
    return SubjectLexicon.field(subject, quantity.kind())
        .orElseGet(() -> CustomField.ofSubject(bare));
  }

  private static ReferencePeriod period(
      ItemText source,
      TextSpan piece,
      TextSpan sentence,
      Quantity quantity,
      String field,
      String left,
      ReadingContext context) {
    if (quantity.kind() == QuantityKind.YEARS) {
      return null;
    }
    String before = source.covered().substring(piece.start(), quantity.span().end());
    Optional<ReferencePeriod> own = PeriodWords.ofAmount(left + source.covered(quantity.span()));
    if (own.isEmpty()) {
      own = PeriodWords.ofAmount(before);
    }
    if (own.isEmpty() && isGeneric(left)) {
      int from = Math.max(sentence.start(), piece.start() - LOOK_BACK);
      own =
          PeriodWords.ofAmount(
              source.covered().substring(Math.min(from, piece.start()), quantity.span().end()));
    }
    if (own.isEmpty() && YEARLY.matcher(left).find()) {
      return ReferencePeriod.LAST_YEAR;
    }
    if (own.isPresent()) {
      return own.get();
    }
    Matcher lead =
        LEADING_PERIOD.matcher(source.covered().substring(sentence.start(), piece.start()));
    if (lead.find()) {
      Optional<ReferencePeriod> led = PeriodWords.ofAmount(lead.group(1) + before);
      if (led.isPresent()) {
        return led.get();
      }
    }
    String earlier = source.covered().substring(sentence.start(), piece.start());
    boolean leading = earlier.length() <= 40 && !earlier.contains("。");
    return leading && field.startsWith("re")
        ? PeriodWords.ofAmount(earlier).orElse(context.period())
        : context.period();
  }
}
