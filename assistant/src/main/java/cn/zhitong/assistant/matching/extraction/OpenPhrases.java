package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that no pattern knows and that still ask something: evidence and judgement. */
final class OpenPhrases {
  private static final Pattern PRINCIPLE = Pattern.compile("原则上|一般(?:应|须|需|不|要|为|在|情况下)");
  private static final Pattern SUBSTANCE =
      Pattern.compile(
          "达到|批准|增长|享受|具有|具备|拥有|符合|属于|满足|应|须|需|能够?|可[以为]?|良好|健全|完善|较[强高大好多]|先进|明确|清晰|明晰|稳定|成熟|规范|合法|依法|建立|制定|开展"
              + "|承担|取得|获|通过|完成|投入|签订|配备|无|未|不|从事|掌握|有|正常|显著|突出|领先|强|愿意|设立|建成|运行|持续|位于|为|使用|按|已|处于|户籍|纳入|列入|涉及|存在|的$|过硬|可靠|权属|持有|配套"
              + "|守法|诚信|合规|招用|吸纳|安置|聘用|录用|租用|租赁|购置|引进|参与|主持|致力|聚焦|用于|齐全|齐备|自愿|承诺|重视|注重|坚持|实施|执行|履行|缴纳|足额"
              + "|采用|接入|上线|运营|达标|前列|前景|受[^，]{1,10}影响|入选|获评|认定|为主|落实|充足|合理|可行|优良|优秀|雄厚|先行|经营|清楚");

  /**
   * In a list of conditions, words without a known verb are one too, unless they say when or how.
   */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?!其中|[在对按经由以自如若从因为于当的是]|根据|依据|通过|截至|包括|即|本|该|鼓励|引导|推动|以及|支持|申[请报]|除|负责|大力|重点|访问|单独|首次|[（(\u0001])[^，。；：\\d]{4,40}(?<![的时后前中内])(?<!项目|单位|企业|机构|会议|演出|开支|业态|费用|贷款|方面|指标|投入|奖励|情况|标准|范围|要求|方向|领域|金额|数量|名单)");

  /** 「经营指标：」 heads what is asked. */
  private static final Pattern HEADING =
      Pattern.compile(
          "[^，。；、：\\d]{2,10}(?:数量|指标|条件|要求|标准|水平|能力|规模|情况|方面|基础|业绩|绩效|效益|资质|资格|信用|诚信|时间|期限|内容|类型|方向|方式)");

  /** Wished for, not asked. */
  private static final Pattern ENCOURAGED = Pattern.compile("(?:并|积极)?(?:鼓励|倡导|提倡|重点突出)");

  /** 「不资助个人作品」: what is refused stands behind. */
  private static final Pattern REFUSED =
      Pattern.compile("(?:本[^，。；]{1,8})?(?:暂)?不(?:予)?(?:资助|支持|受理|补助|奖励|补贴|接受)[^，。；]{4,60}");

  /** 「对新建、改扩建项目，…」: the kind of project that is paid for. */
  private static final Pattern WORKS =
      Pattern.compile(
          "(?:对于?)?[^，。；\\d]{0,10}(?:新建|改建|扩建|迁建|技术改造|技改|增资扩产|智能化改造|数字化改造)[^，。；\\d]{0,30}项目");

  private static final Pattern DOCUMENTS =
      Pattern.compile("许可证|资质|证书|合同|协议|执照|备案|登记|签订|验收|竣工|批复|立项|发票|设备|场所|场地|标的|实际发生");
  private static final Pattern LEFT_OVER =
      Pattern.compile(
          "(?:健全|完善|良好|稳定|规范|较强|明确|固定|相应)[^，。；、]{3}|[^，。；、]{2}(?:健全|完善|良好|稳定|规范|较强|明确|为正)");
  private static final Pattern ACT =
      Pattern.compile(
          "(?:且|并|，)?(?:应|须|已)?(?:依法|合法)?(?:具有|建有|配备|设有|招用|吸纳|安置|聘用|取得|办理|建立|具备|落实|完成|签订|通过|拥有|持有|制定|开展|设立)");
  private static final Pattern CONDUCT =
      Pattern.compile("(?:守法|诚信|合规|规范|正常|照章|依法)(?:合规)?(?:经营|生产|运营|纳税)(?!范围|场所|地)|独立核算");

  /** Acts of good conduct side by side. */
  private static final Pattern CONDUCTS =
      Pattern.compile(
          "[^，。；、]{0,6}(?:独立核算|(?:守法|依法|诚信|合法|照章|规范|自主)(?:经营|纳税|生产|运营))(?:、[^，。；、]{0,4}(?:独立核算|自负盈亏|(?:守法|依法|诚信|合法|照章|规范|自主)(?:经营|纳税|生产|运营)))+");

  private static final Pattern JOINED_ACT =
      Pattern.compile("^(?:且|并且?|同时|以及)(?:应|须|已|可)?[^，。；]{4,}");

  /** 「具有法人资格、独立核算的机构」 */
  private static final Pattern OWN_BOOKS =
      Pattern.compile("(?:且|并|、|实行|财务|独立的?财务)*(?:独立|统一)?核算(?!单位|体系)");

  private static final Pattern BEHIND = Pattern.compile("[（(]\u0001+[）)]");
  private static final Pattern BRACKETS = Pattern.compile("[（(]([^（()）]{6,30})[）)]");
  private static final Pattern MANNER =
      Pattern.compile(
          "^自[^，。；\\d]{2,16}(?:以来|起)$|^(?:或者?)?(?:近[^，]{1,3}年内?)?(?:通过|采取|采用|以|按照?)[^，]*(?:方式|途径|形式|档次|等次|创新活动)|^且?在?(?:认定|获评|获得|评定|备案)(?:之日起|之?后)?[^，]{1,4}年内$|^对?(?:在|自|于)?\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?(?:起)?(?:至|到|-|—|－|~|～)(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?(?:期间|之间|内)?$|^(?:根据|按照|依据|依照|严格按照)[^，]*(?:规定|标准|通知|办法|制度|政策)$");

  /** 「近两年无拖欠工资等不良记录」: a record that the catalogue has no field for. */
  private static final Pattern NO_RECORD =
      Pattern.compile(
          "(?:无|未(?:发生|出现|有|受到|受过|被|存在)|没有|不存在)[^，。；]{2,40}(?:记录|行为|情况|情形|事故|事件|处罚|纠纷|问题|名单|案件)(?:的)?$");

  /** The level in a name: no condition by itself. */
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?:且|并|同时|应|须|需|已)*(?:具有|具备|拥有|建有|设有|取得|获得)?(?:[国省市区县]|国家|地市|设区市)(?:家|级)?(?:及|或)?(?:以上)?(?:级)?(?:认定的?)?");

  private static final Pattern JOINT = Pattern.compile("(?:并且?|且|同时)$");

  private static final Pattern OTHER_KIND =
      Pattern.compile("或(?:者)?(?!其他)[^，。；、]{3,14}(?:企业|单位|机构|资格|称号)(?:的|之一)?");

  private static final Pattern OTHER_WAY =
      Pattern.compile(
          "或(?!者?其他|.{0,80}[的等]$)(?:者)?[^，。；、]{0,8}(?:获得|取得|通过|具有|拥有|建有|承担|入选|列入|纳入|属于|从事|完成|低于|高于|优于|与[^，。；、]{2,12}?(?:建立|签订|签有|合作|共建))[^，。；]{2,80}");
  private static final int SHORTEST = 4;

  /** How something is done, or since when: it asks nothing by itself. */
  static boolean isManner(String words) {
    return MANNER.matcher(words).matches();
  }

  private final ItemText source;
  private final ItemText openSource;
  private final PhraseReader phrases;

  OpenPhrases(ItemText source, PhraseReader phrases) {
    this.source = source;
    this.openSource = source.open();
    this.phrases = phrases;
  }

  /** A number in brackets tells what the words before them mean: 绝对控股权（股权占比超过50%）. */
  private PhraseReader.Phrase bracketed(TextSpan piece, ReadingContext context) {
    Matcher brackets = BRACKETS.matcher(source.text());
    brackets.region(piece.start(), piece.end());
    while (brackets.find()) {
      TextSpan inside = new TextSpan(brackets.start(1), brackets.end(1));
      List<FoundLeaf> found =
          QuantityDetector.detect(openSource, inside, inside, ReadingContext.of(""));
      boolean named = found.size() == 1 && found.get(0).span().start() == inside.start();
      if (named && found.get(0).span().end() == inside.end()) {
        FoundLeaf leaf = phrases.moved(found.get(0), new TextSpan(piece.start(), brackets.end()));
        return new PhraseReader.Phrase(piece, leaf.leaf(), List.of(leaf), false);
      }
    }
    return null;
  }

  PhraseReader.Phrase open(TextSpan piece, ReadingContext context) {
    PhraseReader.Phrase number = bracketed(piece, context);
    if (number != null) {
      return number;
    }
    String words = source.covered(piece);
    boolean heads =
        HEADING.matcher(words).matches() && source.covered().startsWith("：", piece.end());
    boolean remark =
        heads
            || Remarks.isAdministration(words)
            || Remarks.isCatchAll(words)
            || Remarks.isFiling(words)
            || Remarks.isGrant(words)
            || !SUBSTANCE.matcher(words).find()
                && !WORKS.matcher(words).matches()
                && !(context.asked()
                    && STATEMENT.matcher(words).matches()
                    && !source.covered().startsWith("：", piece.end()));
    if (remark || ENCOURAGED.matcher(words).lookingAt()) {
      return new PhraseReader.Phrase(piece, null, List.of(), false);
    }
    if (context.negative() || REFUSED.matcher(words).matches()) {
      FoundLeaf bad =
          LeafBuilder.flag(source, piece, CustomField.name(words), Operator.EQUAL, true, null);
      Condition read = context.negative() ? bad.leaf() : ConditionGroup.none(List.of(bad.leaf()));
      return new PhraseReader.Phrase(piece, read, List.of(bad), false);
    }
    if (NO_RECORD.matcher(words).find()) {
      FoundLeaf never =
          LeafBuilder.flag(
              source,
              piece,
              CustomField.name(words.replaceFirst("^.*?(?:无|未(?:发生|出现|有|受到|受过|被|存在)|没有|不存在)", "")),
              Operator.NEVER,
              true,
              PeriodWords.ofEvent(words).orElse(null));
      return new PhraseReader.Phrase(piece, never.leaf(), List.of(never), false);
    }
    if (CONDUCTS.matcher(words).matches()) {
      return conducts(piece);
    }
    List<TextSpan> ways = OpenChoice.ways(source, piece);
    if (!ways.isEmpty()) {
      return either(piece, ways);
    }
    LeafMode mode = DOCUMENTS.matcher(words).find() ? LeafMode.EVIDENCE : LeafMode.JUDGEMENT;
    Strength strength = PRINCIPLE.matcher(words).find() ? Strength.PRINCIPLE : Strength.HARD;
    FoundLeaf leaf = LeafBuilder.open(source, piece, CustomField.name(words), mode, strength);
    return new PhraseReader.Phrase(piece, leaf.leaf(), List.of(leaf), true);
  }

  /** Words beside the finds that ask something of their own. */
  List<Condition> leftOvers(TextSpan piece, List<FoundLeaf> leaves) {
    List<Condition> open = new ArrayList<>();
    int from = piece.start();
    for (int i = 0; i <= leaves.size(); i++) {
      boolean last = i == leaves.size();
      int to = last ? piece.end() : leaves.get(i).span().start();
      boolean read =
          last
              && !leaves.isEmpty()
              && isOtherWay(
                  withoutBrackets(new TextSpan(Math.min(from, to), to)), leaves.get(i - 1));
      if (to > from && !read) {
        leftOver(phrases.trim(new TextSpan(from, to)), last).ifPresent(open::add);
      }
      from = last ? from : Math.max(from, leaves.get(i).span().end());
    }
    return open;
  }

  /** 「独立核算、守法经营、依法纳税」: each is asked. */
  private PhraseReader.Phrase conducts(TextSpan piece) {
    List<FoundLeaf> leaves = new ArrayList<>();
    int from = piece.start();
    for (int i = piece.start(); i <= piece.end(); i++) {
      if (i == piece.end() || source.covered().charAt(i) == '、') {
        leaves.add(LeafBuilder.open(source, new TextSpan(from, i), LeafMode.JUDGEMENT));
        from = i + 1;
      }
    }
    Condition all =
        ConditionGroup.all(leaves.stream().map(leaf -> (Condition) leaf.leaf()).toList());
    return new PhraseReader.Phrase(piece, all, leaves, true);
  }

  private PhraseReader.Phrase either(TextSpan piece, List<TextSpan> ways) {
    List<FoundLeaf> leaves = ways.stream().map(this::leaf).toList();
    Condition any = ConditionGroup.any(leaves.stream().map(one -> (Condition) one.leaf()).toList());
    return new PhraseReader.Phrase(piece, any, leaves, false);
  }

  private FoundLeaf leaf(TextSpan words) {
    boolean documents = DOCUMENTS.matcher(source.covered(words)).find();
    return LeafBuilder.open(source, words, documents ? LeafMode.EVIDENCE : LeafMode.JUDGEMENT);
  }

  /** The same with another way beside the first condition. */
  Condition orBefore(TextSpan way, Condition joined) {
    Condition other = leaf(way).leaf();
    if (joined instanceof ConditionGroup group && group.type() == GroupType.ALL) {
      List<Condition> all = new ArrayList<>(group.children());
      all.set(0, ConditionGroup.any(List.of(other, all.get(0))));
      return ConditionGroup.all(all);
    }
    return ConditionGroup.any(List.of(other, joined));
  }

  /** 「应为高新技术企业或获得科技计划立项」: another way behind the last find. */
  Condition orElse(TextSpan piece, List<FoundLeaf> leaves, Condition joined) {
    FoundLeaf found = leaves.get(leaves.size() - 1);
    int end = Math.min(found.span().end(), piece.end());
    TextSpan rest = withoutBrackets(new TextSpan(end, piece.end()));
    if (!isOtherWay(rest, found)) {
      return joined;
    }
    int or = source.covered(rest).startsWith("或者") ? 2 : 1;
    Condition other =
        LeafBuilder.open(source, new TextSpan(rest.start() + or, rest.end()), LeafMode.JUDGEMENT)
            .leaf();
    if (joined instanceof ConditionGroup group && group.type() == GroupType.ALL) {
      List<Condition> all = new ArrayList<>(group.children());
      Condition last = all.remove(all.size() - 1);
      all.add(ConditionGroup.any(List.of(last, other)));
      return ConditionGroup.all(all);
    }
    return ConditionGroup.any(List.of(joined, other));
  }

  private TextSpan withoutBrackets(TextSpan rest) {
    Matcher brackets = BEHIND.matcher(source.covered()).region(rest.start(), rest.end());
    return brackets.lookingAt() ? new TextSpan(brackets.end(), rest.end()) : rest;
  }

  private boolean isOtherWay(TextSpan rest, FoundLeaf found) {
    String words = source.covered(rest);
    return LeafJoiner.isStatus(found.leaf()) && OTHER_KIND.matcher(words).matches()
        || OTHER_WAY.matcher(words).matches();
  }

  private Optional<Condition> leftOver(TextSpan found, boolean last) {
    Matcher joint = JOINT.matcher(source.covered(found));
    TextSpan rest =
        joint.find() ? new TextSpan(found.start(), found.start() + joint.start()) : found;
    String words = source.covered(rest);
    boolean asks =
        last
            ? LEFT_OVER.matcher(words).find()
                || JOINED_ACT.matcher(words).find()
                || OWN_BOOKS.matcher(words).lookingAt()
            : ACT.matcher(words).lookingAt()
                || CONDUCT.matcher(words).find()
                || LEFT_OVER.matcher(words).find();
    List<TextSpan> alike = OpenChoice.alike(source, rest);
    if (!alike.isEmpty()) {
      return Optional.of(either(rest, alike).condition());
    }
    if (rest.length() < SHORTEST
        || !asks
        || LEVEL.matcher(words).matches()
        || PieceSplitter.isMeans(words)
        || MANNER.matcher(words).matches()) {
      return Optional.empty();
    }
    LeafMode mode = DOCUMENTS.matcher(words).find() ? LeafMode.EVIDENCE : LeafMode.JUDGEMENT;
    return Optional.of(LeafBuilder.open(source, rest, mode).leaf());
  }
}
