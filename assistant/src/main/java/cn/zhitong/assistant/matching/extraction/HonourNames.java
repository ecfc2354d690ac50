package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognitions that the list of qualifications does not hold: 获评省级工业旅游示范基地. */
final class HonourNames {
  private static final String TIME =
      "(?:上一?年度?|当年度?|(?:最近|近)[一二两三四五\\d]年内?|20\\d{2}年(?:度|（含）)?(?:以来|以后|之后|后)?|首次|新|已|被|经|获|成功|再次)*";
  private static final String NOUN =
      "(?:企业|工厂|车间|园区|中心|基地|平台|实验室|机构|称号|荣誉|产品|品牌|单位|示范区|示范点|示范项目|工作站|研究院|民宿|饭店|景区|合作社|农场|商标|冠军|标识|奖项?|奖励|场景|项目|标杆|试点|资质)(?:保护单位)?";

  /** Verbs that say of themselves that a name follows. */
  private static final Pattern NAMED =
      Pattern.compile(
          TIME
              + "(?:认定为?|评定为?|评为|获评为?|获批为?|荣获|晋升为?|晋级为?|升级为|入选|入围|列为|命名为?|授予|确定为|创建为)(?:的|了)?(?=[^，。；]{4})");

  /** Verbs that need a level or a word of honour behind them. */
  private static final Pattern GOT =
      Pattern.compile(
          TIME
              + "(?:获得|取得|列入|拥有|具有)(?:的|了|过)?(?=[^，。；、]{0,12}(?:国家级|省级|市级|区级|国家|省部级|称号|荣誉|奖项|示范|著名|驰名|老字号|标识))");

  /** 「四星级以上旅游饭店」: the level says that somebody recognised it. */
  private static final Pattern LEVELLED =
      Pattern.compile(
          "(?:(?<=[，。；、：为是或的于者])|^)(?=(?:国家级|省级|市级|[1-5]A级|[一二三四五]星级|[甲乙丙]级)[^，。；、]{0,10}以上)");

  private static final Pattern NAME =
      Pattern.compile(
          "((?:(?:国家|省|市|区|省部|[甲乙丙])级?(?:、|或者?|和|及))*(?:\\dA级)?[^，。；、：或\\d]{2,24}?"
              + NOUN
              + ")(?=$|[，。；、：]|或|和|及|与|的|之一|认定|并|且|，)");
  private static final Pattern LINK = Pattern.compile("(?:、|或者|以及|或|和|及|与)");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:作用|效应|意义|效果|水平|能力)的|失信|处罚|违法|违规|异常|黑名单|限制|淘汰|落后|监管对象|^(?:财政|资金|专项|补助|补贴|奖励|支持|同类|其他|本|该|相关)|(?:资金|补助|贷款|订单|许可|备案|批复|收入)[^，]*$");

  private HonourNames() {}

  /** The names of a stretch, each with the words that lead to it. */
  record Honour(String name, TextSpan span, String words) {}

  static List<Honour> find(String text, TextSpan piece) {
    List<Honour> found = new ArrayList<>();
    for (Pattern verb : List.of(NAMED, GOT, LEVELLED)) {
      Matcher lead = verb.matcher(text).region(piece.start(), piece.end());
      lead.useTransparentBounds(true);
      while (lead.find()) {
        names(text, piece, lead, found);
      }
    }
    return found;
  }

  private static void names(String text, TextSpan piece, Matcher lead, List<Honour> found) {
    int from = lead.end();
    boolean first = true;
    while (from < piece.end()) {
      Matcher name = NAME.matcher(text).region(from, piece.end());
      if (!name.lookingAt() || NO_NAME.matcher(name.group(1)).find()) {
        return;
      }
      TextSpan span = new TextSpan(first ? lead.start() : name.start(1), name.end(1));
      if (found.stream().noneMatch(one -> one.span().overlaps(span))) {
        found.add(new Honour(clean(name.group(1)), span, lead.group() + name.group(1)));
      }
      first = false;
      Matcher link = LINK.matcher(text).region(name.end(1), piece.end());
      if (!link.lookingAt()) {
        return;
      }
      from = link.end();
    }
  }

  private static String clean(String name) {
    return name.replaceAll("[\u0001（）()“”\"《》]", "").replaceFirst("^(?:的|为|了)", "");
  }
}
