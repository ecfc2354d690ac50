package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.LeafMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of applicant or project that opens a sentence or a stretch between commas: 建筑业企业…,
 * 2023年以后成立的企业，…. Two kinds of one noun beside each other split what is asked.
 *
 * @param noun what it is a kind of (企业, 项目); empty for what is left (其他企业)
 * @param attribute whether a clause with 的 tells the kind
 */
record ApplicantKind(TextSpan span, String words, String noun, boolean attribute) {
  private static final String NOUN =
      "企业|公司|单位|机构|诊所|网点|站点|大户|农户|[林牧渔茶]场|院校|高校|院所|学校|医院|合作社|农场|项目|平台|基地|园区|市场|酒店|景区|商场|超市|门店|中心|旅行社|民宿|工坊|工作室|工厂|车间|养殖场|幼儿园|养老院|博物馆|俱乐部|协会|商会|银行|[药书饭专卖便利百货]店|(?<=[充换光储发])电站|(?<=加[油氢气])站|总部|民宿|冷库|大棚|组织|活动|赛事|展会|工程|航线"
          + "|(?:(?<=[^一二三四五各分同])类(?!别|型|似))|(?<=工|制造|建筑|服务|农|软件|批发|零售|餐饮|住宿|物流|旅游|加工|种植|养殖|采矿)业(?!企业|专业|收入|务|绩|态|主|设计|自动化|互联网|软件|产[品值]|园|总产值|增加值|技改|投资|机器人|遗产|节能)";

  /** What a noun goes on with where it names no kind by itself. */
  private static final String NO_SUBJECT =
      "(?!家数|数量?|个数|占|比例|总数|名[录单]|库|群|化|家|主体|联盟|协会|认定|称号|证书|之一|等|或者?|和|、|的?法[定人]|负责人|中|及|与|孵化器|内|间|里)";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:其中|对于?|属于|若为)?[，、：]?([^，。；：\\d]{1,24}?("
              + NOUN
              + "))(?!"
              + NOUN
              + ")(?:的(?!企业|单位|项目))?"
              + NO_SUBJECT
              + "(?=.{2})");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?:其中[，、]?)?对?于?([^，。；：]{2,40}的[^，。；：的\\d]{0,8}?(" + NOUN + "))");

  /** Classes that one applies for: A类, 三星级. */
  private static final Pattern CLASS =
      Pattern.compile(
          "(?:申[报请])?(?:[A-Ea-e]|[甲乙丙丁一二三四五]|第[一二三四五])(\\+?类|级|档|星级|等级)(?:" + NOUN + ")?");

  /** 「申报A类项目的，」, 「申报示范企业的单位应」: what one applies for. */
  private static final Pattern APPLIED =
      Pattern.compile(
          "(?:其中[，、]?)?(?:拟)?((?:申[报请]|参评|创建)(?!单位|主体|企业|人|者|时|条件|要求|项目[应须需的])[^，。；：\\d]{2,24}?)"
              + "(?:的(?:企业|单位|项目|机构|主体|平台)?(?:，|(?=还?[应须需要]))|(?=还?(?:应当?|须|需)(?:同时)?(?:具备|符合|满足)(?:以下|下列)?[^，。；：]{0,4}：))");

  /** Forms of applicant that share out a sentence between them. */
  private static final Pattern OPENING_FORM =
      Pattern.compile(
          "(?:其中|对于?)?([^，。；：、\\d]{0,6}?(合作社|农场|大户|农户|企业|公司|个体工商户|个人|高校|院校|医院|科研院所|事业单位|社会组织))(?:的)?(?!家数|数|占|比例|名|库|法|负责人|研|内|中|年金|和|及|与|或|、|之|等|成立|注册|登记|技术|所|申)(?=.{3})");

  /** Nouns of which no applicant is two. */
  private static final Set<String> FORMS =
      Set.of("合作社", "农场", "大户", "农户", "企业", "公司", "医院", "院校", "高校");

  private static final Pattern BARE_FORM = Pattern.compile("合作社|农场|大户|农户|企业|高校");

  private static final String APPLICATION = "申报";

  /** What a farm grows or keeps, as the label before its size: 生猪：…；肉牛：…. */
  private static final Pattern PRODUCE =
      Pattern.compile(
          "(?:从事)?(?:生猪|肉?猪|[肉奶]?牛|肉?羊|[肉蛋]?[鸡鸭鹅]|[肉蛋]?家?禽|畜禽|水产|鱼虾?|淡水鱼|粮食|粮油|油料|水稻|小麦|玉米|大豆|露地蔬菜|设施蔬菜|蔬菜|瓜果|水果|果树|果蔬|茶叶|茶|中?药材|食用菌|花卉|苗木|蜜蜂|桑蚕)(?:作物|产业)?(?:生产|种植|养殖|饲养)?(?:业|类|的)?");

  private static final String KEPT = "作物";

  private static final Pattern COMMA_LABEL = Pattern.compile("([^，。；：:\n\\d]{2,24})，");
  private static final Pattern LABEL =
      Pattern.compile("(?:(?:专项|具体|分类|附加|特定|单项)(?:条件|要求|标准))?([^，。；：:\n]{2,24})[：:]");
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:(?:专项|具体|分类|附加|特定|单项)(?:条件|要求|标准))?([^，。；：:\n]{2,24}?)(?:(?:申[报请])?(?:条件|要求|标准))?(?:[：:\n。]|(?:还|另)?(?:应当?|须|需)(?:同时)?(?:符合|满足|具备)(?:以下|下列)[^，。；：]{0,6}[：:])");
  private static final Pattern ENDS = Pattern.compile(".*?(" + NOUN + ")");

  /** Words that say something of a kind already: no name of one. */
  private static final Pattern SAYS =
      Pattern.compile(
          "为(?!主)|属于|是|具有|具备|拥有|取得|获|符合|满足|(?<!供)应(?!用|急|链)|须|需(?!求)|达到|未|无(?!人|线|机|水|纺)|不(?!锈|动产)|已|经(?!济|营|销|贸|纪)|由|被|从事|新增|实现|完成|通过|吸引|引入|带动|吸纳|接入"
              + "|注册|同一|近[一二两三四五\\d]|上一?年|当年|年度|每|向|累计|签订|建有|设有|配备|培育|所在|按|将|给予|鼓励|支持|列入|纳入|开展|提供|面向|^除|^凡|^各|全部|所有|合计|实际|与|的|在(?!线)|对|(?<!自)有(?!色|机)|且|并|同时|^[（(]|^以|^从|所称|^(?:申[报请]|参评|评[定选]|认定|创建)(?!单位|主体|企业)");

  /**
   * Who takes part in one application, and what all of them are called: no kinds beside each other.
   */
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?:本|该|其|申报|申请|所|上述|上|同一|承担|建设|实施|入驻|在孵|入孵|毕业|服务|牵头|参与|合作|联合|协作|运营|管理|主办|承办|协办|用人|用工|参保|参评|投资|控股|集团|总|分|子|母|关联|委托|受托|施工|设计|监理|供货|销售|购买|推荐|依托|申办|拟|获奖|纳入|相关|有关|国内|本地|境内|符合条件|主体|独立|法人|农业产业化)*(?:"
              + NOUN
              + ")");

  /** How far a project is: 在建项目, 未开工项目. */
  private static final Pattern STAGE = Pattern.compile("^(?:在建|续建|未开工|已开工|已完工|已建成|已投产|已竣工)");

  private static final Pattern OTHERS = Pattern.compile("其[他它余].{0,20}");

  /** 「软件企业不少于10家」 counts the firms themselves. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:应当?|须|需|要|达到?|至少|有|超过|为|不少于|不低于|共|累计|总量|[（(][^（()）]{0,12}[）)])*[\\d一二两三四五六七八九十百千]+[^，。；、]{0,3}?(?:家|个|户|所|项|件|名|人|场|次|座|条|台|套).*");

  /** Whether words can name a kind: they say nothing of it and are not what all are called. */
  static boolean isName(String words) {
    String plain =
        OTHERS.matcher(words).matches()
            ? words.substring(2)
            : STAGE.matcher(words).replaceFirst("");
    return !SAYS.matcher(plain).find() && !GENERAL.matcher(words).matches();
  }

  /** The kind that opens a stretch with something said of it. */
  static Optional<ApplicantKind> named(ItemText source, TextSpan piece) {
    String text = source.covered();
    Matcher named = NAMED.matcher(text).region(piece.start(), piece.end());
    named.useTransparentBounds(true);
    if (!named.lookingAt()) {
      return Optional.empty();
    }
    String words = named.group(1);
    boolean others = OTHERS.matcher(words).matches();
    boolean kind =
        words.length() > named.group(2).length()
            && isName(words)
            && !COUNTED.matcher(text).region(named.end(), piece.end()).matches();
    return kind
        ? Optional.of(
            new ApplicantKind(
                new TextSpan(named.start(1), named.end(1)),
                words,
                others ? "" : named.group(2),
                false))
        : Optional.empty();
  }

  /** The form of applicant that opens a stretch, be it one word; its noun is that form. */
  static Optional<ApplicantKind> form(ItemText source, TextSpan piece) {
    Matcher form = OPENING_FORM.matcher(source.covered()).region(piece.start(), piece.end());
    form.useTransparentBounds(true);
    boolean named = form.lookingAt() && !SAYS.matcher(form.group(1)).find();
    return named
        ? Optional.of(
            new ApplicantKind(
                new TextSpan(form.start(1), form.end(1)), form.group(1), form.group(2), false))
        : Optional.empty();
  }

  /** The kind before a colon: 工业企业：…, A类：…. */
  static Optional<ApplicantKind> label(ItemText source, TextSpan span) {
    return labelled(source, span, LABEL);
  }

  /** What a sentence says one applies for; kinds of award or project stand beside each other. */
  static Optional<ApplicantKind> applied(ItemText source, TextSpan span) {
    Matcher applied = APPLIED.matcher(source.covered()).region(span.start(), span.end());
    applied.useTransparentBounds(true);
    return applied.lookingAt()
        ? Optional.of(
            new ApplicantKind(
                new TextSpan(applied.start(1), applied.end(1)),
                applied.group(1),
                APPLICATION,
                false))
        : Optional.empty();
  }

  /** The kind before the first comma of a point: 综合型总部，净资产1亿元以上. */
  static Optional<ApplicantKind> commaLabel(ItemText source, TextSpan span) {
    return labelled(source, span, COMMA_LABEL);
  }

  /** The kind that heads a point of a list. */
  static Optional<ApplicantKind> heading(ItemText source, TextSpan span) {
    return labelled(source, span, HEADING);
  }

  private static Optional<ApplicantKind> labelled(ItemText source, TextSpan span, Pattern form) {
    Matcher label = form.matcher(source.covered()).region(span.start(), span.end());
    if (!label.lookingAt()) {
      return Optional.empty();
    }
    String words = label.group(1);
    TextSpan named = new TextSpan(label.start(1), label.end(1));
    Matcher of = CLASS.matcher(words);
    if (of.matches()) {
      return Optional.of(new ApplicantKind(named, words, of.group(1), false));
    }
    if (PRODUCE.matcher(words).matches()) {
      return Optional.of(new ApplicantKind(named, words, KEPT, false));
    }
    Matcher noun = ENDS.matcher(words);
    boolean kind =
        noun.matches() && words.length() > noun.group(1).length() && isName(words)
            || BARE_FORM.matcher(words).matches();
    return kind
        ? Optional.of(new ApplicantKind(named, words, noun.group(1), false))
        : Optional.empty();
  }

  /** What makes an applicant one of the kind; null for a class that one applies for. */
  Condition leaf(ItemText source) {
    if (isApplication()) {
      return LeafBuilder.open(source, span, LeafMode.JUDGEMENT).leaf();
    }
    return CLASS.matcher(words).matches() ? null : KindFigures.kindLeaf(source, span).leaf();
  }

  /** The kind that fills a stretch: 从事养殖的合作社. */
  static Optional<ApplicantKind> attribute(ItemText source, TextSpan piece) {
    Matcher kind = ATTRIBUTE.matcher(source.covered()).region(piece.start(), piece.end());
    return kind.matches()
        ? Optional.of(
            new ApplicantKind(
                new TextSpan(kind.start(1), kind.end(1)), kind.group(1), kind.group(2), true))
        : Optional.empty();
  }

  /** Whether it is what one applies for, and not what one is. */
  boolean isApplication() {
    return APPLICATION.equals(noun);
  }

  /** Whether two kinds share out the applicants between them. */
  boolean isBeside(ApplicantKind other) {
    boolean forms = FORMS.contains(noun) && FORMS.contains(other.noun);
    boolean like = noun.equals(other.noun) || noun.isEmpty() || other.noun.isEmpty() || forms;
    return like && attribute == other.attribute && !words.equals(other.words);
  }
}
