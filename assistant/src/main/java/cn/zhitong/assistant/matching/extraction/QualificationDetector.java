package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Qualifications that an applicant has, has newly obtained, or never had; the statistics' above
 * scale likewise.
 */
final class QualificationDetector {
  private static final Pattern NEW =
      Pattern.compile("首次|初次|新(?:认定|获|增|评|入|升|纳|列|建)|第一次|当年[^，。；]{0,6}(?:认定|入库|获|评|列入|纳入)");
  private static final Pattern YEARLY =
      Pattern.compile("(?:上一?年度?|当年度?|20\\d{2}年度?)[^，。；]{0,12}(?:认定|入库|获评|获得|获批|列入|纳入|评为|通过)");
  private static final Pattern NEVER =
      Pattern.compile("(?:未|从未|未曾|尚未|没有)(?:曾)?(?:被|获|通过|取得|享受|认定)");
  private static final Pattern ABOVE_SCALE =
      Pattern.compile(
          "(?<=的)规模以上(?=工业企业(?:$|[，。；]))|规模以上(?=(?:制造业|建筑业|服务业|软件业|物流业)企业)|(?:规模以上|规上)(?="
              + Trades.NAMES
              + "企业(?:$|[，。；（]))|规模以上(?![\\u4e00-\\u9fa5]{0,8}(?:平均|水平))(?:统计|企业|[\\u4e00-\\u9fa5]{0,6}企业)?|规上(?![\\u4e00-\\u9fa5]{0,8}(?:平均|水平))(?:企业|[\\u4e00-\\u9fa5]{0,4}企业)?|(?:首次|新增?)?(?:纳入统计|(?<!投)入统(?!计)|纳统)|升规|上规(?!模)|限上(?=[^，。；]{0,12}(?:企业|单位|业|户))|限额以上(?=[^，。；]{0,12}(?:企业|单位|业|户))");
  private static final Pattern QUOTE_LEAD =
      Pattern.compile(
          "(?:经[^，。；、]{2,12}认定的|(?:当年|上一?年度?|首次|初次|新|已|被)*(?:获评|评价入库|新评价入库|入库|认定为?|评为|获得|取得|列入|纳入)(?:的)?|[^，。；、或]{2,10}认定的)$");

  private static final Pattern LEVEL_LIST =
      Pattern.compile("((?:(?:国家|省|市|区|省部|[甲乙丙])级?(?:、|或者?|和|及))+(?:国家|省|市|区|省部|[甲乙丙])级)(.+)");

  private static final Pattern LEVEL = Pattern.compile("^(?:国家级|省级|市级|区级)");
  private static final Pattern MORE_LEVELS =
      Pattern.compile("(?:(?:国家|省|市|区|县)级?(?:、|或者?|和|及|/))+$");

  /** 「未获得省级或国家级绿色工厂称号」: what is denied is the whole list. */
  private static final Pattern DENIED_LIST =
      Pattern.compile("(?:未|从未|未曾|尚未|没有)(?:曾)?(?:被|获|通过|取得|享受|认定)(?:(?!企业的)[^，。；]){0,24}$");

  private static final Pattern OWNER =
      Pattern.compile("(?<=[的、是为，]|^)([\\u4e00-\\u9fa5&&[^的是为在、内级]]{1,5}(?:园|开发区|高新区))$");
  private static final Pattern ASKED_OF =
      Pattern.compile(
          "(?:应|须|需)(?:当)?(?:为|是|符合|满足|具备|同时)|的?(?:基本|认定|评价|建设|申报|评定|考核)?(?:条件|标准|要求|指标)");
  private static final Pattern TO_BECOME =
      Pattern.compile(
          "(?:^|第[^，。；]{1,4}条|申请|申报|被)(?:认定|评定|评选)为?[^，。；、]{0,24}$|(?:申请|申报)认定[^，。；]{0,40}$");
  private static final Pattern BINDS = Pattern.compile("^[^，。；]{0,12}(?:应|须|需|必须)");
  private static final Pattern APPLIED_FOR =
      Pattern.compile(
          "(?:(?:申报|申请|参评|创建|拟申报|拟认定)的?[^，。；、具获已]{0,6}|授予[“\"]?[^，。；]{0,10}|(?:申报|申请)的[^，。；具获已]{2,12}、)$");

  /** Between the names of a list whose lead-in is for all of them. */
  private static final Pattern LISTED = Pattern.compile("(?:[、和及与或者“”\"]|以及)+(?:国家级?|省级?|市级?)?");

  private QualificationDetector() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    List<FoundLeaf> found = new ArrayList<>();
    String text = source.covered();
    String led = "";
    int end = piece.start();
    for (QualificationLexicon.Named named : QualificationLexicon.find(text, piece)) {
      if (isAppliedFor(text, piece, named.span())) {
        continue;
      }
      String owner = owner(text, piece, named);
      TextSpan own = new TextSpan(named.span().start() - owner.length(), named.span().end());
      TextSpan span = quote(text, piece, own, found);
      String gap = text.substring(Math.min(end, span.start()), span.start());
      String words = near(text, piece, span);
      led =
          LISTED.matcher(gap).matches()
              ? led
              : words.replace(text.substring(named.span().start(), span.end()), "");
      end = span.end();
      List<FactValue> names =
          owner.isEmpty()
              ? levels(text, piece, named)
              : List.of(FactValue.of(owner + named.name()));
      found.add(leaf(source, span, "qualification", names, led + words));
    }
    for (HonourNames.Honour honour : HonourNames.find(text, piece)) {
      boolean taken = found.stream().anyMatch(leaf -> leaf.span().overlaps(honour.span()));
      if (!taken && !isAppliedFor(text, piece, honour.span())) {
        String words = near(text, piece, honour.span()) + honour.words();
        List<FactValue> name = levels(honour.name());
        found.add(leaf(source, honour.span(), "qualification", name, words));
      }
    }
    Matcher scale = ABOVE_SCALE.matcher(text).region(piece.start(), piece.end());
    if (scale.find()) {
      TextSpan span = new TextSpan(scale.start(), scale.end());
      if (found.stream().noneMatch(leaf -> leaf.span().overlaps(span))) {
        String words = near(text, piece, span);
        found.add(
            NEW.matcher(words).find() || NEVER.matcher(words).find()
                ? leaf(source, span, "above_scale", List.of(FactValue.of(true)), words)
                : LeafBuilder.flag(source, span, "above_scale", Operator.EQUAL, true, null));
      }
    }
    return found;
  }

  /** 「滨江园高新技术企业」 is not what the state calls one; empty where nobody else's name stands before. */
  private static String owner(String text, TextSpan piece, QualificationLexicon.Named named) {
    Matcher owner = OWNER.matcher(text.substring(piece.start(), named.span().start()));
    return "高新技术企业".equals(named.name()) && owner.find() ? owner.group(1) : "";
  }

  /** 「申报的智能工厂应…」, 「认定为高新技术企业须同时满足…」: what one applies for is not what one has. */
  private static boolean isAppliedFor(String text, TextSpan piece, TextSpan name) {
    String before = text.substring(piece.start(), name.start());
    String behind = text.substring(name.end(), piece.end());
    return text.startsWith("授予", name.start())
        || ASKED_OF.matcher(behind).lookingAt()
        || TO_BECOME.matcher(before).find() && BINDS.matcher(behind).find()
        || APPLIED_FOR.matcher(before).find();
  }

  /** 「国家级或省级绿色工厂」: either level. */
  private static List<FactValue> levels(
      String text, TextSpan piece, QualificationLexicon.Named named) {
    Matcher level = LEVEL.matcher(named.name());
    Matcher more = MORE_LEVELS.matcher(text.substring(piece.start(), named.span().start()));
    if (!level.find() || !more.find()) {
      return List.of(FactValue.of(named.name()));
    }
    List<FactValue> values = new ArrayList<>();
    Matcher one = Pattern.compile("国家|省|市|区|县").matcher(more.group());
    while (one.find()) {
      values.add(FactValue.of(one.group() + "级" + named.name().substring(level.end())));
    }
    values.add(FactValue.of(named.name()));
    return values;
  }

  /** 「甲级、乙级旅游民宿」 are two names. */
  private static List<FactValue> levels(String name) {
    Matcher list = LEVEL_LIST.matcher(name);
    if (!list.matches()) {
      return List.of(FactValue.of(name));
    }
    return Pattern.compile("、|或者?|和|及")
        .splitAsStream(list.group(1))
        .map(level -> FactValue.of(level + list.group(2)))
        .toList();
  }

  /** The words that belong to the name: from the last break before it to its end. */
  private static String near(String text, TextSpan piece, TextSpan span) {
    String before = text.substring(piece.start(), span.end());
    int cut =
        Math.max(
            Math.max(
                before.lastIndexOf('、'),
                before.lastIndexOf("企业的") + 2 * Integer.signum(before.lastIndexOf("企业的") + 1)),
            Math.max(before.lastIndexOf('或'), before.lastIndexOf('；')));
    int tail = Math.min(piece.end(), span.end() + 10);
    Matcher denied = DENIED_LIST.matcher(before);
    if (denied.find()) {
      cut = denied.start() - 1;
    }
    return before.substring(cut + 1) + text.substring(span.end(), tail).split("[、或，；。]", 2)[0];
  }

  private static TextSpan quote(String text, TextSpan piece, TextSpan name, List<FoundLeaf> found) {
    int from = found.isEmpty() ? piece.start() : found.get(found.size() - 1).span().end();
    if (from >= name.start()) {
      return name;
    }
    Matcher lead = QUOTE_LEAD.matcher(text.substring(from, name.start()));
    return lead.find() ? new TextSpan(from + lead.start(), name.end()) : name;
  }

  private static FoundLeaf leaf(
      ItemText source, TextSpan span, String field, List<FactValue> values, String words) {
    if (NEVER.matcher(words).find()) {
      return LeafBuilder.data(
          source, span, field, Operator.NEVER, values, null, period(words).orElse(null));
    }
    if (NEW.matcher(words).find() || YEARLY.matcher(words).find()) {
      return LeafBuilder.data(
          source,
          span,
          field,
          Operator.OBTAINED,
          values,
          null,
          period(words).orElse(ReferencePeriod.lastYears(2)));
    }
    return LeafBuilder.data(source, span, field, Operator.HAS, values, null, null);
  }

  private static Optional<ReferencePeriod> period(String words) {
    return PeriodWords.ofEvent(words);
  }
}
