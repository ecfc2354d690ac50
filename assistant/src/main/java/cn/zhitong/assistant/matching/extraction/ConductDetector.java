package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bad records: credit, taxes, accidents, environment, violations. */
final class ConductDetector {
  private record Record(String field, Pattern words) {}

  private static final String TAX = "tax_violation";
  private static final String QUALITY = "custom:质量事故";
  private static final String BRIEF = "(?:[^，。；、和及]|及以上){0,14}?";
  private static final List<Record> RECORDS =
      List.of(
          new Record("custom:联合惩戒黑名单", Pattern.compile("(?<!失信)联合惩戒[“\"]?(?:黑名单|对象|名单)?")),
          new Record("custom:禁止限制目录", Pattern.compile("《\u0001*目录》(?:禁止|限制)|禁止类和限制类|禁限目录|禁止和限制")),
          new Record("custom:不良信用名单", Pattern.compile("不良信用(?:记录)?名单|不良(?:信用)?记录名单")),
          new Record("custom:经营异常名录", Pattern.compile("经营异常名录|异常经营名录|经营异常|异常名录")),
          new Record(
              "dishonesty",
              Pattern.compile(
                  "(?:严重)?(?:违法)?失信|(?:不良)?(?:诚信|信用|征信)(?:信息|不良)?记录|黑名单|违反诚实信用|诚信[^，。；]{0,4}问题")),
          new Record(
              TAX,
              Pattern.compile("[偷逃骗抗欠漏虚][、]?[偷逃骗抗欠漏]?(?:缴)?税|税收(?:违法|违规)|税务(?:违法|违规)|涉税违法|虚开")),
          new Record(
              "safety_accident",
              Pattern.compile("(?:安全|生产)" + BRIEF + "事故|重大安全|安全责任|质量安全(?:问题|事故)")),
          new Record(
              QUALITY, Pattern.compile("(?<!安全)(?:产品|工程)?质量(?!安全)" + BRIEF + "(?:事故|事件|问题)|重大质量")),
          new Record(
              "environment_violation",
              Pattern.compile(
                  "(?:环境|环保|污染|生态)"
                      + BRIEF
                      + "(?:违法|违规|处罚|事故|事件)|(?:突发)?(?:生态)?环境事件|环境污染(?!防治|治理|责任)")),
          new Record("custom:侵犯知识产权", Pattern.compile("侵犯(?:他人)?知识产权")),
          new Record(
              "major_violation",
              Pattern.compile(
                  "违法(?!建设|占地|用地|排污|排放|发包|分包|转包|经营)|违规(?!提高|使用|占用|改变|转让|收费|收取|排放|操作|建设|开采|经营|出租|转租|举债|挪用|享受|领取|申领|套取)|违纪|(?<!环境)(?<!环保)处罚|刑事|犯罪|立案(?:调查|侦查)|行贿")));

  /** Nouns with 、 between them, then what they are records of. */
  private static final Pattern LIST =
      Pattern.compile(
          "(?:(?:安全生产|生产安全|安全|产品质量|质量|环境保护|环境污染|环境|环保|生态环境|生态|劳动用工|劳动保障|知识产权|税收|税务|[偷漏逃欠]{1,3}税|消防|诚信|信用)"
              + "(?:[（(]\u0001*[）)])?(?:、|和|及|与|或者?|以及|等方面?|方面)*){2,}[^，。；]{0,16}(?:事故|违法|违规|记录|行为|问题|事件|处罚)");

  private static final Pattern DOMAINS =
      Pattern.compile(
          "(?:重大|较大|特大|重特大|严重|一般|突发|发生|责任|其他|及以上|以上)*(?:安全生产|生产安全|安全|产品质量|质量|环境保护|环境污染|环境|环保|生态环境|生态|劳动用工|劳动保障|知识产权|税收|税务|消防|诚信|信用|社会保险|财务|海关|外汇|统计|(?:未了结的)?(?:法律|经济|民事|合同|债务|劳动|产权)|[偷漏逃欠骗抗]{1,3}税)?(?:等)?(?:方面|领域)?(?:的)?(?:重大|较大|严重)*");

  private static final Pattern NOUN =
      Pattern.compile("安全生产|生产安全|安全|产品质量|质量|环境保护|环境污染|环境|环保|生态环境|生态");
  private static final Pattern NEGATION =
      Pattern.compile("无|未(?!了结|按)|没有|不存在|不得(?:有|存在|为|是|被|列入|属于|发生)|不(?:属于|在)|非(?!法)");

  /** 「因环保、安全生产受到处罚」: what the penalty was for. */
  private static final Pattern CAUSE =
      Pattern.compile(
          "因[^，。；]{1,12}(?:、|和|或|及)[^，。；]{1,20}?(?=(?:等)?(?:方面)?(?:问题|原因|行为)?(?:而)?(?:受到?|被|遭)[^，。；]{0,10}(?:处罚|处理|查处|追究))");

  /** A domain whose breaches no field of the catalogue is about. */
  private static final Pattern DOMAIN =
      Pattern.compile("(外汇|海关|统计|价格|金融|证券|招投标|医保|用地|广告|计量)(?:管理)?(?:方面)?(?:的)?(?:严重|重大)?$");

  private static final Pattern PERSON = Pattern.compile("法定代表人|法人代表|实际控制人|董事|监事|高级管理人员|股东|负责人|主创");
  private static final Pattern GOOD = Pattern.compile("良好|依法|守法|健全|优良|合规");

  /** 「未受过五百元以上」. */
  private static final Pattern DENIES_FIGURE =
      Pattern.compile("[^，。；、或]{0,12}(?:未(?!来|成年)|没有|无(?!形|人|线|机|锡|偿|纺|障|水|缝|损))[^，。；、或]*");

  /** 「无连续两年亏损」: how long what is denied would have lasted. */
  private static final Pattern SPELL = Pattern.compile("^custom:(?:未|没有|无).{0,6}$");

  private ConductDetector() {}

  /** Whether words speak of a bad record. */
  static boolean isRecord(String words) {
    return RECORDS.stream().anyMatch(record -> record.words().matcher(words).find());
  }

  /** Whether words only name what records are of: 重大安全, 环保方面. */
  static boolean isDomain(String words) {
    return DOMAINS.matcher(words).matches();
  }

  /** Whether words speak of taxes that were not paid: 欠缴税款. */
  static boolean isOfTaxes(String words) {
    return RECORDS.stream()
        .anyMatch(record -> TAX.equals(record.field()) && record.words().matcher(words).find());
  }

  /** 「未发生死亡3人以上的安全事故」: the figure tells which records. */
  static boolean isDetail(ItemText source, FoundLeaf number, List<FoundLeaf> records) {
    boolean overlaps =
        records.stream().map(FoundLeaf::span).anyMatch(one -> one.overlaps(number.span()));
    Matcher denies = DENIES_FIGURE.matcher(source.covered(number.span()));
    return number.leaf().field().startsWith("custom:")
        && denies.matches()
        && (overlaps || SPELL.matcher(number.leaf().field()).find());
  }

  static List<FoundLeaf> detect(
      ItemText source, TextSpan piece, TextSpan sentence, ReadingContext context) {
    String text = source.covered();
    List<FoundLeaf> found = new ArrayList<>();
    Matcher negation = NEGATION.matcher(text).region(piece.start(), piece.end());
    boolean denied = negation.find();
    int negationAt = denied ? negation.start() : piece.end();
    if (!denied && !context.negative()) {
      return found;
    }
    List<TextSpan> words = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    Matcher causes = CAUSE.matcher(text).region(piece.start(), piece.end());
    TextSpan cause = causes.find() ? new TextSpan(causes.start(), causes.end()) : null;
    for (Record record : RECORDS) {
      Matcher named = record.words().matcher(text).region(piece.start(), piece.end());
      while (named.find()) {
        TextSpan span = new TextSpan(named.start(), named.end());
        boolean taken = words.stream().anyMatch(other -> other.overlaps(span));
        boolean said = context.negative() || named.start() > negationAt;
        boolean caused = cause != null && cause.overlaps(span);
        if (!taken && said && !caused && !isGood(text, span)) {
          words.add(span);
          fields.add(field(record, text, piece, span));
          break;
        }
      }
    }
    if (cause == null) {
      enumerated(text, piece, negationAt, context, words, fields);
    }
    for (int i = 0; i < words.size(); i++) {
      boolean caused = cause != null && cause.end() <= words.get(i).start();
      TextSpan quote =
          caused
              ? new TextSpan(Math.min(negationAt, cause.start()), words.get(i).end())
              : quote(text, piece, words.get(i), words);
      boolean deniesIt = denied && negationAt < words.get(i).start();
      found.add(leaf(source, piece, sentence, quote, fields.get(i), deniesIt, context));
    }
    return merged(found);
  }

  /** 「外汇违规」 is no breach of law in general. */
  private static String field(Record record, String text, TextSpan piece, TextSpan span) {
    Matcher domain = DOMAIN.matcher(text.substring(piece.start(), span.start()));
    boolean general = "major_violation".equals(record.field());
    return general && domain.find() ? "custom:" + domain.group(1) + "违法违规" : record.field();
  }

  /** 「无环境、质量、偷漏税等违法记录」: nouns of a list that one noun behind them makes records. */
  private static void enumerated(
      String text,
      TextSpan piece,
      int negationAt,
      ReadingContext context,
      List<TextSpan> words,
      List<String> fields) {
    Matcher list = LIST.matcher(text).region(piece.start(), piece.end());
    while (list.find()) {
      if (!context.negative() && list.start() < negationAt) {
        continue;
      }
      Matcher noun = NOUN.matcher(text).region(list.start(), list.end());
      while (noun.find()) {
        String field = ofNoun(noun.group());
        TextSpan span = new TextSpan(noun.start(), noun.end());
        boolean taken = words.stream().anyMatch(other -> other.overlaps(span));
        if (!fields.contains(field) && !taken) {
          words.add(span);
          fields.add(field);
        }
      }
    }
  }

  private static String ofNoun(String noun) {
    if (noun.startsWith("环") || noun.startsWith("生态")) {
      return "environment_violation";
    }
    return noun.endsWith("质量") ? QUALITY : "safety_accident";
  }

  private static boolean isGood(String text, TextSpan span) {
    String after = text.substring(span.end(), Math.min(text.length(), span.end() + 4));
    return GOOD.matcher(after).lookingAt();
  }

  /** 「重大违法违规记录」 beside 「严重失信」 are two; one word inside another's phrase is one. */
  private static List<FoundLeaf> merged(List<FoundLeaf> found) {
    found.sort(java.util.Comparator.comparingInt(leaf -> leaf.span().start()));
    return found;
  }

  private static FoundLeaf leaf(
      ItemText source,
      TextSpan piece,
      TextSpan sentence,
      TextSpan quote,
      String field,
      boolean denied,
      ReadingContext context) {
    String text = source.covered();
    ReferencePeriod period =
        PeriodWords.ofEvent(text.substring(piece.start(), quote.end()))
            .or(
                () ->
                    PeriodWords.ofEvent(text.substring(sentence.start(), piece.start()))
                        .filter(led -> led.kind() == ReferencePeriod.Kind.LAST_N_YEARS))
            .orElse(context.negative() ? context.period() : null);
    boolean person = PERSON.matcher(source.covered(piece)).find();
    String of = person && !field.startsWith("custom") ? personal(field, source, piece) : field;
    return context.negative() && !denied
        ? LeafBuilder.flag(source, quote, of, Operator.EQUAL, true, period)
        : LeafBuilder.flag(source, quote, of, Operator.NEVER, true, period);
  }

  /** A ban may name the person, not the firm; where it names both it is the firm's too. */
  private static String personal(String field, ItemText source, TextSpan piece) {
    boolean firm =
        source
            .covered(piece)
            .matches(
                ".*(?:(?:企业|单位|公司|主体|申报方)(?:及|和|与|、|或|以及)其?(?:法定代表人|实际控制人|董事|控股股东|主要负责人)"
                    + "|(?:法定代表人|实际控制人|负责人|高管)(?:及|和|与|、|或|以及)(?:其|本)?(?:所在)?(?:企业|单位|公司)).*");
    return firm ? field : CustomField.name("相关人员" + source.words(piece));
  }

  /** Up to the break on either side, or to the word that leads to the next record. */
  private static TextSpan quote(
      String text, TextSpan piece, TextSpan words, List<TextSpan> others) {
    int start = words.start();
    int end = words.end();
    while (start > piece.start() && "、；;且并".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    while (end < piece.end() && "、；;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    for (TextSpan other : others) {
      if (other.end() <= words.start() && other.end() > start) {
        start = other.end() + joint(text, other.end(), words.start());
      }
      if (other.start() >= words.end() && other.start() < end) {
        end = words.end() + joint(text, words.end(), other.start());
      }
    }
    return new TextSpan(Math.min(start, words.start()), Math.max(end, words.end()));
  }

  private static int joint(String text, int from, int to) {
    Matcher joint = Pattern.compile("或者?|和|及|与|以及").matcher(text.substring(from, to));
    return joint.find() ? joint.start() : 0;
  }
}
