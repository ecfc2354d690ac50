package cn.zhitong.assistant.matching.extraction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a quantity is about, and the field of that. */
final class QuantitySubject {
  private static final Pattern RIGHT_SUBJECT =
      Pattern.compile("^的?((?:(?!或者?|且|(?<!合)并|，|。|；|、|的[，。；]|不[少低高大]于|不超过|达到).){2,40})");

  private static final Pattern PIECES =
      Pattern.compile(
          "专利|著作权|软著|知识产权|商标|标准|人才|博士|硕士|毕业生|劳动者|困难人员|农户|合同|保险费|人员|职工|员工|门店|企业|项目|机构|平台|产品|教师|导师|场所|面积");

  private static final Pattern HOLDS =
      Pattern.compile(
          "(?:申[报请])?(?:企业|单位|主体|机构)?(?:应当?|须|需|已|均|并|且|与|签订|签有|拥有|具有|具备|持有|配备|设有|建有|取得|有|[最]?近[一二两三四五\\d]年内?)*");
  private static final Pattern THING =
      Pattern.compile("的?(?!.{0,30}(?:企业|单位|主体|机构|项目|公司|个人)$)[\\u4e00-\\u9fa5\u0001（）]{2,24}");

  private static final Pattern SUM_OF_KINDS = Pattern.compile("[+＋]|、.*(?:等|、)");

  private static final Pattern TAIL_OF_NAME =
      Pattern.compile("(?:应当?|须|需|总额|均|已|要|的|在|为|可|占比?|合计|总计|共计|累计|每年|平均|原则上|一般)+$");

  /** 「其中上年度不低于5%」. */
  private static final Pattern TIME_ALONE =
      Pattern.compile("(?:且|并|或者?|其中|，)*(?:上一?年度?|上一?会计年度|近[一二两三四五\\d]年|最近一年|每年|当年|应|须|均|各年)+");

  /** Words that need a subject before them. */
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?:且|并|或|其中?|该|上述|，|[最]?近[一二两三四五\\d]个?(?:会计)?年度?|[一二两三四五\\d]年(?=年?(?:复合|平均)))*(?:(?:[较比]20\\d{2}年度?)?[较比]?(?:年?复合)?(?:上年|上一年|上年度|上一年度|去年)?(?:[较比]上一?年度?(?:同期)?|同期|同比|增长率?|增幅|增速|增加|提高|年均|平均|比例|占比|比重|该比例|所占比例|强度|累计|合计|达到?)+)");

  /** 「且占营业收入的比重」: the part stands in the piece before. */
  private static final Pattern SHARE_OF = Pattern.compile("^(?:且|并|其|，|或者?)*(?:所)?占");

  private static final Pattern BOTH_GROW =
      Pattern.compile(
          "([^，。；或\u0001]{2,16}(?:（\u0001*）)?)(?:或者?)([^，。；或]{2,8})的?(?:年均|平均|复合)?(?:增长|增速|增幅)");

  private static final Pattern AVERAGE =
      Pattern.compile("(?:近[一二两三四五\\d]个?(?:会计)?年(?:度)?)?(?:年均|平均)?");

  private static final Pattern MODAL = Pattern.compile("(?:应当?|须|需|均|已|要|的|在|为|可|每年|原则上|一般)+$");

  private static final Pattern GROWS = Pattern.compile("同比|同期|增|提高|上年|去年");

  /** 「残疾职工占比25%以上，且不少于10人」 goes on about them. */
  private static final Pattern PERSONS =
      Pattern.compile("\\p{IsHan}{1,6}(?:职工|员工|人员|人才|教师|毕业生|劳动力)");

  private static final int LOOK_BACK = 30;

  /** 「收入较上年」增加500万元. */
  private static final Pattern COMPARED = Pattern.compile("[较比][^，。；]{0,8}$|同比$");

  /** 「单项100万元以上或累计500万元以上」. */
  private static final Pattern SUMMED = Pattern.compile("(?:或者?|且|并|，)*(?:累计|合计)(?:达到?)?");

  /** 「吞吐量3000标箱以上且同比」 names what grows before its figure. */
  private static final Pattern FIGURE_TO_END = Pattern.compile("(?<=\\p{IsHan}{2})\\d.*$");

  /** 「年满18周岁」, 「不超过60周岁」. */
  private static final Pattern AGED =
      Pattern.compile("(?:且|并|，|、|申请人|本人|申报人|人员|应当?|须|需|在|为|年|已){0,6}");

  /** 「年龄男不超过60周岁、女不超过55周岁」. */
  private static final Pattern OF_SEX =
      Pattern.compile("(?<![男女])([男女])[性方士]?(?:职工|员工)?(?:年龄)?(?:应当?|须|需|年|已|在|为)*$");

  private static final Pattern GROWING = Pattern.compile("(?:增长|增加|提升|提高)(?!至|到)");

  /** 「持续正常经营18个月」: so long since it was founded. */
  private static final Pattern IN_BUSINESS =
      Pattern.compile(
          "(?:持续|连续|正常|稳定|合法|实际)+(?:持续|连续|正常|稳定|合法)*(?:经营|运营|营业|生产经营)(?:时间|期限|年限)?(?:满|达|已)*$");

  /** 「具有2年以上独立法人资格」: so long since it was founded, and a legal person. */
  private static final Pattern LEGAL_PERSON = Pattern.compile("的?(?:独立)?(?:企业)?法人");

  /** 「100人以上的企业」 counts its staff. */
  private static final Pattern FIRM = Pattern.compile("的?(?:用人|参保|缴费|(?:中小微?|小微))?(?:企业|单位|机构)?");

  /** 「增资50万美元以上的企业」 names its sum itself. */
  private static final Pattern SUM =
      Pattern.compile("(?:或者?|且|并|其中|，){0,4}[\\u4e00-\\u9fa5]{1,40}[资额费款值入税润](?:达|达到|为|在)?");

  private QuantitySubject() {}

  /** The words before, which a growth or a share without a subject of its own is of. */
  static String before(ItemText source, TextSpan piece, TextSpan sentence, int from) {
    String before = source.covered().substring(Math.min(sentence.start(), piece.start()), from);
    return before.length() < 4 ? null : before.substring(Math.max(0, before.length() - LOOK_BACK));
  }

  static String right(ItemText source, TextSpan piece, Quantity quantity) {
    String rest = source.covered().substring(quantity.span().end(), piece.end());
    if (quantity.kind() == QuantityKind.YEARS && LEGAL_PERSON.matcher(rest).lookingAt()) {
      return null;
    }
    Matcher right = RIGHT_SUBJECT.matcher(rest);
    if (!right.find()) {
      return null;
    }
    return PIECES.matcher(right.group(1)).find() || isHeld(source, piece, quantity, rest)
        ? right.group()
        : null;
  }

  /** 「有不少于十万元的开办资金」, 「至少有三名高级工程师」: what is had stands behind the figure. */
  private static boolean isHeld(ItemText source, TextSpan piece, Quantity quantity, String rest) {
    String before = source.covered().substring(piece.start(), quantity.span().start());
    return HOLDS.matcher(before).matches() && THING.matcher(rest).matches();
  }

  static String of(
      String left,
      String right,
      Quantity quantity,
      String shared,
      String before,
      ReadingContext context) {
    if (quantity.unit() != null && quantity.unit().endsWith("岁") && AGED.matcher(left).matches()) {
      return "年龄";
    }
    Matcher sex = OF_SEX.matcher(left);
    if (quantity.unit() != null && quantity.unit().endsWith("岁") && sex.find()) {
      return sex.group(1) + "性年龄";
    }
    if (isGeneric(left)) {
      if (shared == null && context.subject() == null && isFigureOnly(before)) {
        return left;
      }
      boolean grows = GROWS.matcher(left).find();
      String led = grows || context.subject() == null ? before : context.subject();
      String of = shared != null ? shared : led != null ? steady(led) : context.subject();
      boolean summed = of != null && SUMMED.matcher(left).matches();
      return of == null ? left : summed ? FIGURE_TO_END.matcher(of).replaceFirst("") : of + left;
    }
    if (before != null && SHARE_OF.matcher(left).find()) {
      return before + left;
    }
    boolean named = SubjectLexicon.field(left, quantity.kind()).isPresent() || left.contains("占");
    if (named) {
      return left;
    }
    if (shared != null && !countable(quantity) && left.length() < 2) {
      return shared;
    }
    if (quantity.kind() == QuantityKind.MONEY && SUM.matcher(left).matches()) {
      return left;
    }
    boolean ofFirm = right != null && isOfFirm(left, right);
    if (right != null
        && !ofFirm
        && quantity.kind() != QuantityKind.SHARE
        && (left.length() < 5 || quantity.kind() != QuantityKind.MONEY)) {
      return right;
    }
    String bare = TAIL_OF_NAME.matcher(left).replaceFirst("");
    if (bare.length() >= 2) {
      return left;
    }
    if (shared != null) {
      return shared;
    }
    if (right != null) {
      return context.subject() == null ? right : context.subject();
    }
    return context.subject() != null ? context.subject() : earlier(before, quantity.kind());
  }

  /** 「吸纳就业10人以上的企业」: the firm is whose figure it is, not what is counted. */
  private static boolean isOfFirm(String left, String right) {
    return FIRM.matcher(right).matches()
        && !HOLDS.matcher(left).matches()
        && TAIL_OF_NAME.matcher(left).replaceFirst("").length() > 1;
  }

  /** 「主营业务收入或净利润的平均增长率」: the same bound for either. */
  static Optional<FoundLeaf> other(ItemText source, FoundLeaf leaf) {
    Matcher both = BOTH_GROW.matcher(source.covered(leaf.span()));
    if (!both.find()) {
      return Optional.empty();
    }
    String first =
        GrowthSubject.field(
            AVERAGE.matcher(both.group(1).replaceAll("（\u0001*）", "")).replaceFirst("") + "增长");
    if (first == null || first.equals(leaf.leaf().field())) {
      return Optional.empty();
    }
    return Optional.of(
        LeafBuilder.data(
            source,
            leaf.span(),
            first,
            leaf.leaf().op(),
            leaf.leaf().values(),
            leaf.leaf().unit(),
            leaf.leaf().period()));
  }

  static boolean isGeneric(String left) {
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

  static String words(ItemText source, TextSpan piece, Quantity quantity, ReadingContext context) {
    String own = source.covered().substring(piece.start(), quantity.span().start());
    return own.length() >= 2 ? own : context.subject();
  }

  static String field(String subject, Quantity quantity, ItemText source) {
    if (quantity.kind() == QuantityKind.SHARE) {
      String growth = GrowthSubject.field(subject + growth(source.covered(quantity.span())));
      if (growth != null) {
        return growth;
      }
      if (GROWING.matcher(source.covered(quantity.span())).lookingAt() && subject.length() > 1) {
        String grown = COMPARED.matcher(MODAL.matcher(subject).replaceFirst("")).replaceFirst("");
        return CustomField.ofSubject(FIGURE_TO_END.matcher(grown).replaceFirst("") + "增长率");
      }
      String base = quantity.base() == null ? null : source.covered(quantity.base());
      return ShareSubject.field(MODAL.matcher(subject).replaceFirst(""), base);
    }
    if (SUM_OF_KINDS.matcher(subject).find() && quantity.kind() == QuantityKind.COUNT) {
      return CustomField.ofSubject(subject);
    }
    String bare = TAIL_OF_NAME.matcher(subject).replaceFirst("");
    boolean founded =
        LEGAL_PERSON
                .matcher(source.covered())
                .region(quantity.span().end(), source.covered().length())
                .lookingAt()
            || IN_BUSINESS.matcher(subject).find();
    if (quantity.kind() == QuantityKind.YEARS && founded) {
      return "age_years";
    }
    if (quantity.kind() == QuantityKind.PEOPLE && FIRM.matcher(bare).matches()) {
      return bare.contains("参保") || bare.contains("缴费") ? "insured_staff" : "staff";
    }
    if (GROWING.matcher(source.covered(quantity.span())).lookingAt()) {
      return CustomField.ofSubject(COMPARED.matcher(bare).replaceFirst("") + "增量");
    }
    return SubjectLexicon.field(subject, quantity.kind())
        .orElseGet(() -> CustomField.ofSubject(bare));
  }

  /** 「研发费用占收入的20%以上，或不低于500万元」: the figure before is of the same thing. */
  private static String earlier(String before, QuantityKind kind) {
    boolean known = before != null && SubjectLexicon.field(before, kind).isPresent();
    if (known || before == null || kind != QuantityKind.PEOPLE) {
      return known ? before : null;
    }
    Matcher persons = PERSONS.matcher(before);
    return persons.find() ? persons.group() : null;
  }

  /** 「营收增长15%以上」: the word of growth stands with the number. */
  private static String growth(String words) {
    Matcher grows = GROWING.matcher(words);
    return grows.lookingAt() ? grows.group() : "";
  }

  /** Nothing but figures and bounds: 「5000万元至2亿元的，」 says of no subject. */
  private static boolean isFigureOnly(String before) {
    return before != null
        && before
            .replaceAll("[\\d.,，。；、（）()]|[百千万亿]*元|不?含|以上|以下|之间|不足|超过|不低于|不少于|至|到|的|企业", "")
            .isEmpty();
  }
}
