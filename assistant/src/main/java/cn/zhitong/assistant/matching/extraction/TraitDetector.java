package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an applicant is: a legal person, of a form, of a size, listed, with rights of its own. */
final class TraitDetector {
  private record Trait(String field, Operator op, List<FactValue> values, Pattern words) {}

  private static final FactValue YES = FactValue.of(true);
  private static final FactValue NO = FactValue.of(false);

  private static final List<FactValue> BOARDS =
      java.util.stream.Stream.of("主板", "创业板", "科创板", "北交所", "境外").map(FactValue::of).toList();

  private static final List<Trait> TRAITS =
      List.of(
          new Trait(
              "legal_person",
              Operator.EQUAL,
              List.of(NO),
              Pattern.compile("不具[备有](?:独立)?法人资格|非法人(?:单位|机构)?")),
          new Trait(
              "legal_person",
              Operator.EQUAL,
              List.of(YES),
              Pattern.compile(
                  "(?:具有|具备|取得|为)?(?:独立的?)?(?:企业)?法人资[格质]|(?<!非)(?:独立)?企业法人|独立法人(?:资格|单位|机构|企业)?|(?<!国)(?<!其他)法人(?:企业|单位|机构)|具有独立(?:承担)?民事(?:行为能力|责任)|独立核算的?法人|(?<![一-龥])法人(?=的)|经营的法人")),
          new Trait(
              "above_scale",
              Operator.EQUAL,
              List.of(NO),
              Pattern.compile(
                  "(?<![由从])规模以下(?![的转升到首])|规下(?=企业|工业|服务业|样本)|(?<![由从])限额以下(?![的转升到首])|限下(?=企业|商贸)")),
          new Trait(
              "custom:外商投资企业",
              Operator.EQUAL,
              List.of(YES),
              Pattern.compile(
                  "(?:(?<=[的为是或])|^)(?:存量|新设(?:立)?的?)?外商(?:及港澳台商?)?投资企业(?:(?:、|或者?|和|及)港澳台[^，。；、]{0,4}企业)?(?=$|[，。；、的]|或(?!者?港澳台))")),
          new Trait(
              "form",
              Operator.EQUAL,
              List.of(FactValue.of("个体工商户")),
              Pattern.compile("(?:申请人|申报主体|对象)为个体工商户")),
          new Trait(
              "scale",
              Operator.IN,
              List.of(FactValue.of("中型"), FactValue.of("小型"), FactValue.of("微型")),
              Pattern.compile(
                  "(?<!创新型)(?<!科技型)(?<!精特新)(?<!名录)(?:^|(?<=[的省市区县为是系于]))中小微?型?企业(?:划型标准|标准)?(?=$|[，。；、]|在|的，|及|和|（|申[请报]|[应须])|中型、小型(?:、|和|或|及)微型企业|(?:^|(?<=[的省市区县为是系于]))中小微?型?(?=(?:工业|制造业|服务业|商贸|外贸|民营|建筑业|批发|零售|餐饮|物流|软件)[^，。；、]{0,4}企业)")),
          new Trait(
              "scale",
              Operator.IN,
              List.of(FactValue.of("小型"), FactValue.of("微型")),
              Pattern.compile(
                  "(?<!中)(?:小微企业|小型微型企业|小型(?:企业)?(?:、|或者?|和|及)微型企业)(?:划型标准|标准)?(?=$|[，。；、]|在|的，|及|和|或|（|申[请报]|[应须])")),
          new Trait(
              "listed",
              Operator.NOT_IN,
              BOARDS,
              Pattern.compile("(?:非|未)上市(?:[\\u4e00-\\u9fa5]{0,4}企业|公司)?")),
          new Trait(
              "listed",
              Operator.EQUAL,
              List.of(FactValue.of("新三板")),
              Pattern.compile("(?:在)?(?:新三板|全国中小企业股份转让系统)(?:成功)?挂牌(?:企业)?")),
          new Trait(
              "listed",
              Operator.IN,
              BOARDS.subList(0, 4),
              Pattern.compile("在?(?:境内|沪深|国内)(?!外)(?:主板|证券交易所)?(?:首发)?上市(?:公司|企业)?")),
          new Trait(
              "listed",
              Operator.IN,
              BOARDS,
              Pattern.compile(
                  "(?:并购方|企业|单位)?(?:应)?在?(?:境内外|境外|主板|创业板|科创板|北交所)(?:证券交易所|交易所|资本市场)?(?:成功|首发)?上市(?:公司|企业)?|(?<!拟)(?<!申请)(?<!后备)上市(?:公司|企业)(?!培育|后备)|成功上市")),
          new Trait(
              "own_ip",
              Operator.EQUAL,
              List.of(YES),
              Pattern.compile(
                  "(?:拥有|具有|具备|有|掌握|形成)[^，。；]{0,24}?(?:自主(?:的)?知识产权|自有知识产权|自主创新的?知识产权|核心技术或自主知识产权|核心技术和知识产权|(?:独立|完整|合法|有效|清晰|核心)[^，。；]{0,6}知识产权(?![^，。；]{0,4}(?:制度|管理|部门|工作|服务|运营|\\d)))")));
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:(?<![应须需系是体象人位业])为|服务|支持|带动|推动|培育|对接|帮助|扶持|采购|面向|吸引|引进|获得|包括|名录|股东)[^，。；]{0,14}$|(?<=[^，。；])对(?!外|接)[^，。；]{0,24}$");

  private static final Pattern NOT_LISTED =
      Pattern.compile("(?:未|没有|尚未|非|不得)(?:在|于)?[^，。；]{0,14}$");

  private static final Pattern SOLE_TRADER = Pattern.compile("(?:或者?|、|和|及)(个体工商户)");

  private TraitDetector() {}

  /** 「小微企业或个体工商户」: beside a size class a sole trader is another way. */
  private static java.util.Optional<FoundLeaf> soleTrader(
      ItemText source, TextSpan piece, TextSpan span, Trait trait) {
    Matcher trader = SOLE_TRADER.matcher(source.covered()).region(span.end(), piece.end());
    if (!"scale".equals(trait.field()) || !trader.lookingAt()) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        LeafBuilder.data(
            source,
            new TextSpan(trader.start(1), trader.end(1)),
            "form",
            Operator.EQUAL,
            List.of(FactValue.of("个体工商户")),
            null,
            null));
  }

  /** 「未在主板或创业板上市」: none of the boards that are named, or of any. */
  private static FoundLeaf leaf(ItemText source, TextSpan piece, TextSpan span, Trait trait) {
    String before = source.covered().substring(piece.start(), span.start());
    Matcher not = NOT_LISTED.matcher(before);
    boolean listed = "listed".equals(trait.field()) && trait.op() != Operator.NOT_IN;
    if (!listed || !not.find()) {
      return LeafBuilder.data(source, span, trait.field(), trait.op(), trait.values(), null, null);
    }
    TextSpan words = new TextSpan(piece.start() + not.start(), span.end());
    List<FactValue> named =
        BOARDS.stream().filter(board -> source.covered(words).contains(board.text())).toList();
    return LeafBuilder.data(
        source, words, "listed", Operator.NOT_IN, named.isEmpty() ? BOARDS : named, null, null);
  }

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    List<FoundLeaf> found = new ArrayList<>();
    String text = source.covered();
    for (Trait trait : TRAITS) {
      Matcher words = trait.words().matcher(text).region(piece.start(), piece.end());
      words.useTransparentBounds(true);
      if (!words.find()) {
        continue;
      }
      TextSpan span = new TextSpan(words.start(), words.end());
      boolean taken = found.stream().anyMatch(leaf -> leaf.span().overlaps(span));
      boolean others =
          OTHERS.matcher(text.substring(piece.start(), span.start())).find()
              && !"own_ip".equals(trait.field())
              && !words.group().startsWith("具");
      if (!taken && !others) {
        found.add(leaf(source, piece, span, trait));
        soleTrader(source, piece, span, trait).ifPresent(found::add);
      }
    }
    return found;
  }
}
