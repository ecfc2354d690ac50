package cn.zhitong.assistant.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What an appeal asks for, and how a reply that tells it looks. */
enum AskedPoint {
  DAY(
      "什么时候",
      "什么时候|啥时候|何时|几时|几月|几号|哪天|(?:申报|受理|开放|报名|兑现|拨付|到账|截止)时间|时间安排|截止",
      "\\d\\s?月|\\d{4}\\s?年|[今明昨][日天年晚]|本[周月]|[上中下]旬|[一二三四五六七八九十]月|季度|即日起|长期|常年|全年|随时|每[年月周]|另行(?:通知|公布)"
          + "|(?:尚未|还未|暂未|已经?)(?:发布|启动|开始|截止|结束|公布)|\\d\\s?个?(?:工作日|天|日内)"),
  DURATION(
      "多长时间",
      "多久|多长时间|几天|几个工作日|多少天|多少个工作日|办理(?:时限|期限|时间)",
      "[\\d一二两三四五六七八九十半]\\s?(?:年|个月|天|日|周|小时|个?工作日|个?自然日)|当[天日场]|立即|即时|\\d\\s?月"),
  AMOUNT(
      "金额或比例",
      "多少钱|多少元|(?:补|奖|贴|助|励|付|收|返|减|免|拿|给|领|罚|费|要|高|低|例|额|准)(?:是|为)?多少(?!天|个工作日|人|家|份|次)"
          + "|(?:补贴|奖励|补助|收费|返还)标准|费率|什么标准",
      "\\d\\s?(?:%|％|‰|元|万|亿|倍|个百分点)|[一二两三四五六七八九十百千万](?:元|成|倍)|百分之|免费|不收(?:费|取)|全额"
          + "|(?:没有|无)(?:补贴|奖励|补助)");

  /** Titles and numbers of what is cited have years and numbers of their own. */
  private static final Pattern NAMED = Pattern.compile("《[^》]{0,100}》|〔\\d{4}〕\\s?\\d{1,5}\\s?号");

  private static final Pattern SIGNED_DAY =
      Pattern.compile("\\d{4}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日$");

  private final String label;
  private final Pattern asked;
  private final Pattern told;

  AskedPoint(String label, String asked, String told) {
    this.label = label;
    this.asked = Pattern.compile(asked);
    this.told = Pattern.compile(told);
  }

  String label() {
    return label;
  }

  static List<AskedPoint> in(String appeal) {
    return Arrays.stream(values()).filter(point -> point.asked.matcher(appeal).find()).toList();
  }

  /** Whether the reply tells it; the day that it is signed on tells nothing. */
  boolean isTold(String reply) {
    String unsigned = SIGNED_DAY.matcher(reply.strip()).replaceFirst("");
    return told.matcher(NAMED.matcher(ReplyBody.of(unsigned)).replaceAll("")).find();
  }
}
