package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One figure for several kinds of applicant between the commas of a sentence:
 * 工业企业营业收入不低于5000万元，服务业企业不低于2000万元.
 */
final class KindFigures {
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:其中|对于?|若为|属于)?[，、]?((?:批发|零售|建筑|制造|住宿|餐饮|住宿餐饮|服务|软件|物流|[工农])业(?!企业|收入|务|集群|园|基地)|(?:[^，。；、：\\d]{1,10}、){0,5}[^，。；、：\\d]{1,14}?"
              + "(?:企业|公司|单位|机构|建筑|行业|产业(?!集群|园|基地)|种植(?!大户|户|企业|基地|业|园)|养殖(?!场|户|企业|基地|业|园|小区)|园艺|类项目|类|作物|农场|合作社|大户|农户|网点|站点|[县镇乡村]级中心|集群|院所|高校|院校|诊所|赛事|地区|(?<=[^申报该本的])项目"
              + "|(?:工|制造|建筑|服务|农|软件|批发|零售|餐饮|住宿|物流|旅游|加工|种植|养殖|采矿)业(?!企业|收入|务|集群|园|基地)))(?:的)?(.*)$");

  /** One word for a kind of applicant: told apart only by other kinds beside it. */
  private static final Pattern BARE_KIND =
      Pattern.compile(
          "(?:其中|对于?|若为|属于)?[，、]?((?:农民)?(?:专业)?合作社|(?:家庭)?农场|企业|公司|个体工商户|个人|农户|高校|院校|医院|学校|科研院所|事业单位|社会组织)(?:的)?((?!家|数|占|负责|法|研|内|中|会|主|年金|名|及|和|或|、|代).*)");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:[一二三四五六七八九十]是)?[^，。；：\\d不须应需]{2,20}(?:收入|销售额|营业额|总额|产值|面积|投资|投入|税收|人数|规模|费用|比重|比例|占比|年龄|原值|额度|期限|年限|库容|床位数?|数量)");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:收入|销售额|营业额|总额|产值|面积|投资|投入|税收|规模|费用|比重|比例|占比|率|资产|资本|利润|[资总金]额|年龄|原值|库容|床位数?|数量|时间|年限|期限|时长|额度|容量|距离|长度|[存出]栏量?|产量|产能)[：:]?$");

  /** Under a measure that counts, a kind has to be called one: 床位数：综合医院300张以上. */
  private static final Pattern COUNTED_KIND =
      Pattern.compile("(?:医院|学校|院校|企业|机构|项目|[类级型班园馆店站场]|合作社|农场)$");

  private static final Pattern BARE_HEAD =
      Pattern.compile("([^，。；：\\d]{2,20}?)(?:的|应当?|须|需|要|均|在|为|达到?)*");
  private static final Pattern MODAL =
      Pattern.compile("^(?:可以?|适当|应当?|须|需|要|均|的|在|为|达到?|不低于|不少于|不超过)*$");

  private static final Pattern MODAL_END = Pattern.compile("(?:应当?|须|需|要|均|的|在|为|达到?)+$");

  /** 「入驻企业总数20家以上」 counts the firms themselves. */
  private static final Pattern COUNT_OF =
      Pattern.compile(
          "(?:企业|单位|机构|项目|合作社)(?:（\u0001*）)?(?:的)?(?:总数|总量|数量|家数|个数|数)?(?:应|须|需|达到?|为|在|累计)*$");

  /** What a bare figure is of, by its unit: 大田作物800亩以上. */
  private static final Map<String, String> SIZES =
      Map.of("亩", "面积", "公顷", "面积", "头", "养殖规模", "只", "养殖规模", "羽", "养殖规模");

  private static final Map<String, List<String>> SCALES =
      Map.of(
          "大型企业", List.of("大型"),
          "中型企业", List.of("中型"),
          "小型企业", List.of("小型"),
          "微型企业", List.of("微型"),
          "小微企业", List.of("小型", "微型"),
          "大中型企业", List.of("大型", "中型"),
          "中小企业", List.of("中型", "小型", "微型"),
          "中小微企业", List.of("中型", "小型", "微型"));

  private final ItemText source;

  KindFigures(ItemText source) {
    this.source = source;
  }

  /** How many stretches were read, and what they say together. */
  record Run(int length, PhraseReader.Phrase phrase) {}

  private record One(
      TextSpan kind, TextSpan figure, String subject, Quantity quantity, TextSpan more) {}

  /** The run that begins at a stretch; null where none does. */
  Run at(List<TextSpan> pieces, int from, TextSpan sentence, ReadingContext context) {
    List<One> run = new ArrayList<>();
    String lead = lead(pieces, from, context);
    for (int i = from; i < pieces.size(); i++) {
      One one = one(pieces.get(i), MEASURE.matcher(lead).find());
      if (one == null || !fits(run, one, lead)) {
        break;
      }
      run.add(one);
    }
    if (run.size() < 2 || isWithinAnother(run)) {
      return null;
    }
    String named = run.get(0).subject().isEmpty() ? lead : run.get(0).subject();
    String subject =
        named.isEmpty() ? SIZES.get(String.valueOf(run.get(0).quantity().unit())) : named;
    List<Condition> kinds = new ArrayList<>();
    List<FoundLeaf> leaves = new ArrayList<>();
    for (One one : run) {
      FoundLeaf figure = figure(one, subject, sentence, context);
      leaves.add(figure);
      List<Condition> way =
          new ArrayList<>(List.of(kindLeaf(source, one.kind()).leaf(), figure.leaf()));
      if (one.more() != null) {
        QuantityDetector.detect(source, one.more(), one.more(), context)
            .forEach(more -> way.add(more.leaf()));
      }
      kinds.add(ConditionGroup.all(way));
    }
    TextSpan span = new TextSpan(pieces.get(from).start(), pieces.get(from + run.size() - 1).end());
    return new Run(
        run.size(), new PhraseReader.Phrase(span, ConditionGroup.any(kinds), leaves, false));
  }

  /**
   * What kinds of applicant need instead of a bound just read: 「收入不少于3000万元，软件企业不少于1500万元」.
   *
   * @param at the first stretch behind the bound
   */
  Run eased(PhraseReader.Phrase bound, List<TextSpan> pieces, int at) {
    if (bound.leaves().size() != 1
        || !(bound.condition() instanceof ConditionLeaf base)
        || base.op() == null
        || !base.op().isOrdering()) {
      return null;
    }
    List<Condition> ways = new ArrayList<>(List.of(base));
    List<FoundLeaf> leaves = new ArrayList<>(bound.leaves());
    int end = at;
    while (end < pieces.size()) {
      One one = one(pieces.get(end), false);
      boolean like =
          one != null
              && one.more() == null
              && one.subject().isEmpty()
              && (one.quantity().op() == base.op()
                  || QuantityReader.isEased(source, one.quantity()))
              && Objects.equals(one.quantity().unit(), base.unit());
      if (!like) {
        break;
      }
      FoundLeaf figure =
          LeafBuilder.data(
              source,
              one.figure(),
              base.field(),
              base.op(),
              one.quantity().values().stream().map(FactValue::of).toList(),
              base.unit(),
              base.period());
      leaves.add(figure);
      ways.add(ConditionGroup.all(List.of(kindLeaf(source, one.kind()).leaf(), figure.leaf())));
      end++;
    }
    if (end == at) {
      return null;
    }
    TextSpan span = new TextSpan(bound.span().start(), pieces.get(end - 1).end());
    return new Run(
        end - at, new PhraseReader.Phrase(span, ConditionGroup.any(ways), leaves, false));
  }

  /** 「建筑面积：」 before the run says what the figures are of. */
  private String lead(List<TextSpan> pieces, int from, ReadingContext context) {
    if (from == 0) {
      return context.subject() == null ? "" : context.subject();
    }
    return isLead(pieces, from - 1) ? source.covered(pieces.get(from - 1)) : "";
  }

  /** 「建筑面积：」 and 「上年度销售收入，」 say what figures behind them are of. */
  boolean isLead(List<TextSpan> pieces, int at) {
    TextSpan before = pieces.get(at);
    return source.covered().startsWith("：", before.end())
        || SUBJECT.matcher(source.covered(before)).matches();
  }

  /** 「营业面积：百货店应大于5000平方米」: under a measure what stands before a figure is a kind. */
  private One bare(TextSpan piece, Quantity quantity, String head) {
    Matcher words = BARE_HEAD.matcher(head);
    boolean kind =
        words.matches()
            && (quantity.unit() != null || COUNTED_KIND.matcher(words.group(1)).find())
            && !MEASURE.matcher(words.group(1)).find()
            && SubjectLexicon.field(words.group(1), quantity.kind()).isEmpty()
            && ApplicantKind.isName(words.group(1));
    if (!kind) {
      return null;
    }
    TextSpan span = new TextSpan(piece.start(), piece.start() + words.end(1));
    TextSpan figure = new TextSpan(span.end(), quantity.span().end());
    return new One(span, figure, "", quantity, more(piece, quantity));
  }

  /**
   * @param measured whether a lead says already what the figure is of
   */
  private One one(TextSpan piece, boolean measured) {
    List<Quantity> quantities = QuantityReader.read(source, piece);
    if (quantities.isEmpty() || quantities.get(0).op() == null) {
      return null;
    }
    Quantity quantity = quantities.get(0);
    TextSpan more = more(piece, quantity);
    if (more == null && quantities.size() > 1 || more != null && !measured) {
      return null;
    }
    boolean counted =
        quantity.kind() == QuantityKind.COUNT
            && COUNT_OF
                .matcher(source.covered().substring(piece.start(), quantity.span().start()))
                .find();
    if (counted) {
      return null;
    }
    String head = source.covered().substring(piece.start(), quantity.span().start());
    Matcher words = HEAD.matcher(head);
    if (!words.matches() || !ApplicantKind.isName(words.group(1))) {
      words = BARE_KIND.matcher(head);
      if (!words.matches()) {
        return measured ? bare(piece, quantity, head) : null;
      }
    }
    TextSpan kind = new TextSpan(piece.start() + words.start(1), piece.start() + words.end(1));
    TextSpan figure = new TextSpan(piece.start() + words.start(2), quantity.span().end());
    String subject = MODAL.matcher(words.group(2)).matches() ? "" : words.group(2);
    return new One(kind, figure, subject, quantity, more);
  }

  /** 「企业」 beside 「软件企业」 is whoever applies, not another kind. */
  private boolean isWithinAnother(List<One> run) {
    List<String> kinds = run.stream().map(one -> source.covered(one.kind())).toList();
    return kinds.stream()
        .anyMatch(
            kind ->
                BARE_KIND.matcher(kind).matches()
                    && kinds.stream()
                            .filter(other -> other.endsWith(kind) || kind.endsWith(other))
                            .count()
                        > 1);
  }

  /** 「租赁的2000平方米以上且租期3年以上」: what stands behind 且; null where nothing does. */
  private TextSpan more(TextSpan piece, Quantity quantity) {
    int end = quantity.span().end();
    boolean both = end < piece.end() && source.covered().startsWith("且", end);
    return both ? new TextSpan(end + 1, piece.end()) : null;
  }

  private static boolean fits(List<One> run, One one, String lead) {
    if (run.isEmpty()) {
      return !one.subject().isEmpty()
          || !lead.isEmpty()
          || SIZES.containsKey(String.valueOf(one.quantity().unit()));
    }
    One first = run.get(0);
    boolean like =
        first.quantity().kind() == one.quantity().kind()
            && Objects.equals(first.quantity().unit(), one.quantity().unit());
    return like
        && (one.subject().isEmpty()
            || isSame(one.subject(), first.subject(), one.quantity().kind()));
  }

  /** 「营业面积」 and 「面积」 are of one thing, 「模型」 and 「设备」 are of two. */
  private static boolean isSame(String a, String b, QuantityKind kind) {
    Optional<String> field = SubjectLexicon.field(a, kind);
    Optional<String> otherField = SubjectLexicon.field(b, kind);
    String mine = MODAL_END.matcher(a).replaceFirst("");
    String other = MODAL_END.matcher(b).replaceFirst("");
    int shorter = Math.min(mine.length(), other.length());
    return field.isPresent() || otherField.isPresent()
        ? field.equals(otherField)
        : shorter > 0
            && mine.substring(mine.length() - Math.min(2, shorter))
                .equals(other.substring(other.length() - Math.min(2, shorter)));
  }

  private FoundLeaf figure(One one, String subject, TextSpan sentence, ReadingContext context) {
    String field = QuantitySubject.field(subject, one.quantity(), source);
    TextSpan wide = new TextSpan(sentence.start(), one.figure().end());
    return QuantityDetector.bounded(
        source,
        one.figure(),
        field,
        one.quantity(),
        source.covered().substring(one.figure().start(), one.quantity().span().start()),
        QuantityPeriod.of(source, wide, sentence, one.quantity(), field, subject, context));
  }

  /** A kind of applicant: a size class or an industry that facts decide, else a person does. */
  static FoundLeaf kindLeaf(ItemText source, TextSpan kind) {
    String words = source.covered(kind);
    List<FoundLeaf> names = QualificationDetector.detect(source, kind);
    if (names.size() == 1 && names.get(0).span().equals(kind)) {
      return names.get(0);
    }
    List<String> scales = SCALES.get(words);
    if (scales != null) {
      return named(
          source, kind, "scale", scales.size() == 1 ? Operator.EQUAL : Operator.IN, scales);
    }
    List<String> codes = IndustryDetector.named(words, List.of()).codes();
    if (!codes.isEmpty()) {
      Operator op = words.startsWith("非") ? Operator.NOT_IN_INDUSTRY : Operator.IN_INDUSTRY;
      return named(source, kind, "industry", op, codes);
    }
    return LeafBuilder.open(source, kind, LeafMode.JUDGEMENT);
  }

  private static FoundLeaf named(
      ItemText source, TextSpan span, String field, Operator op, List<String> values) {
    return LeafBuilder.data(
        source, span, field, op, values.stream().map(FactValue::of).toList(), null, null);
  }
}
