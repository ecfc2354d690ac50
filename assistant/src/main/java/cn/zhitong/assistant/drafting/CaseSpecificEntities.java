package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.common.text.Tokenizer;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what is particular to the case that a reply was written for: names, numbers, dates,
 * amounts, places, organisations. None of it may stand in a reply to somebody else.
 */
final class CaseSpecificEntities {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{2,4}|[二〇零一二三四五六七八九]{4})年(?:\\d{1,2}月(?:份|\\d{1,2}[日号]|[上中下]旬)?|底|初|末|中)?"
              + "|\\d{1,2}月(?:份|\\d{1,2}[日号]|[上中下]旬|底|初|末)?|(?<!\\d)\\d{1,2}日"
              + "|(?<!\\d)(?:19|20)\\d{2}[-./]\\d{1,2}(?:[-./]\\d{1,2})?(?!\\d)");

  private static final Pattern NUMBER =
      Pattern.compile(
          "[A-Za-z]{0,3}\\d[\\d.,，:：—~～\\-*]*\\d*(?:余|多|几)?(?:[万亿千百]?(?:元|户|人|平方米|平米|㎡|公里|米|亩|吨|台|辆|栋|件|个|号楼?|单元|层|室|路|%|％)|[万亿])?"
              + "|[一二三四五六七八九十百千万]{2,16}(?:元|户|人|平方米|亩|公里|米)");

  /** What may stand between two things that become one gap. */
  private static final Set<String> NEIGHBOURS =
      Set.of("", "、", "，", ",", "和", "与", "至", "-", "：", ":");

  private static final String SURNAME =
      "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]";

  /**
   * The other surnames of old lists. HanLP sees names where there are none: what begins otherwise
   * is none, unless a translation (nrf).
   */
  private static final String RARER =
      "褚卫尤施严华陶戚喻柏窦章云葛奚郎鲁韦昌苗凤花俞柳酆鲍费廉岑倪滕殷毕邬安乐皮卞齐伍卜穆湛祁禹狄米贝臧伏谈茅庞纪舒屈项祝阮蓝闵席季麻强娄危童颜梅盛刁骆樊凌霍虞柯昝管莫房裘缪宗宣贲郁单杭洪包诸左吉钮嵇邢滑裴荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗谷宓蓬郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖符景詹束幸司韶郜蓟薄宿怀蒲邰鄂索咸籍卓蔺屠蒙池阴胥苍闻莘党翟贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚温庄晏柴瞿慕茹习宦艾鱼容古慎戈庾暨衡耿弘匡寇禄阙欧殳沃蔚夔隆巩厍聂晁勾敖融冷訾辛阚饶毋沙乜鞠丰巢关蒯查荆游竺逯盖桓肖闫付佟仝邸冼苑迟矫仉么佘揭苟覃佴朴玄";

  /** Surnames that are everyday words too; HanLP takes 须在 for a name. Full names only. */
  private static final String WORDS =
      "水时元平和明计成路支经干解应家山车全印从能双通农别充连向终居步都满国广东利越师那简空养须相后红权益公代初修由门战楚官太南";

  private static final String NAME = SURNAME + "[\\u4e00-\\u9fa5]{1,2}?";

  /** 王某某, 李先生, 业主张三; the surname as registers have the commonest. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?<!感)"
              + SURNAME
              + "(?:某{1,2}|[\\u4e00-\\u9fa5]{0,2}(?:先生|女士|同志|师傅|老师|小姐|阿姨|大爷))"
              // Whatever stands before these is a name, of however rare a surname.
              + "|(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|令狐|慕容|[\\u4e00-\\u9fa5&&[^的位该这那名各等请贵与和们]])(?:先生|女士)"
              // Nobody is named, but somebody is meant.
              + "|(?:[该这那]位?|位)(?:先生|女士|同志)|(?<=[与和向给经])(?:先生|女士)(?![们/、])"
              + "|(?<![\\u4e00-\\u9fa5/、])(?:先生|女士)(?=[\\u4e00-\\u9fa5])(?!们)");

  /** 执法人员田豫、联系人：张三, 与王小明之间: names without a title that HanLP overlooks. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<=(?:联系人|经办人|当事人|代表人|负责人|执法人员|执法队员|工作人员|民警|员工|职工|司机|学生|业主|诉求人|投诉人|举报人|反映人|申请人|法人|村民|民|科长|所长|队长|主任|书记|经理)[：:]?)"
              + NAME
              + "(?=[、，,。；;（(：:\\s]|$|和|与|及|等人|联系|电话|到|于|在|称|表示)"
              + "|(?<=[就对将接为与跟和由、])"
              + NAME
              + "(?=反映|投诉|咨询|举报|来电|来信|求助|提出|诉求)"
              + "|(?<=[与跟和由、])"
              + NAME
              + "(?=之间|本人|等人|二人|两人|夫妇|一家)");

  /** Laws and policies are everybody's, with the place in their names. */
  private static final Pattern LAW =
      Pattern.compile(
          "《[^《》\\d]{2,60}(?:法|条例|办法|规定|规则|细则|通知|意见|方案|标准|规范|目录|政策|决定|公告|措施|章程)(?:[（(][^（）()\\d]{1,10}[）)])?》");

  /** 〔2014〕1号 and 第17号令: a decision on one case has such a number too. */
  private static final Pattern DOCUMENT_NUMBER =
      Pattern.compile("[\\[〔【（(](?:19|20)\\d{2}[\\]〕】）)]第?\\d{1,4}号|第?\\d{1,4}号令");

  /** 第15条: where in a law, not whose case. */
  private static final Pattern ARTICLE = Pattern.compile("第\\d{1,3}[条款章]");

  /** What stands beside a person in a list: 执法人员张三、李四. */
  private static final Pattern NEXT_PERSON =
      Pattern.compile(
          "^[、和与及](" + NAME + ")(?=[、，,。；;（(：:\\s]|$|和|与|及|等|联系|电话|到|于|在|对|现|上门|前往|使用)");

  private static final Pattern PREVIOUS_PERSON =
      Pattern.compile("(" + SURNAME + "[\\u4e00-\\u9fa5]{1,2})[、和与及]$");

  /** <手机号>: what the system that a reply came from had masked. */
  private static final Pattern MASKED = Pattern.compile("<[\\u4e00-\\u9fa5]{2,6}>");

  /** 琥珀路8号, 3号楼2单元301室: where somebody is. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\u4e00-\\u9fa5]{2,6}(?:路|街|大道|巷|弄|胡同)\\d{1,5}号(?:[楼院])?"
              + "(?:\\d{1,4}(?:号楼|栋|幢|单元|层|室|号)){0,4}"
              + "|[\\u4e00-\\u9fa5]{2,6}(?:小区|花园|新村|公寓)(?=\\d)");

  /** HanLP sees organisations in much that is none; offices themselves are nobody's secret. */
  private static final Pattern ORGANISATION =
      Pattern.compile(".*(?:公司|集团|厂|店|酒店|宾馆|饭店|物业|学校|小学|中学|大学|学院|幼儿园|医院|合作社|商场|超市|银行)");

  private static final String NAME_GAP = "姓名";

  /** Longer than a name with what stands beside it. */
  private static final int REACH = 12;

  private CaseSpecificEntities() {}

  /**
   * Something particular.
   *
   * @param gap what stands in its place in another's draft
   * @param person whether it is a person for certain, however often it was written
   */
  record Found(int start, int end, String text, String gap, boolean person) {}

  /** In order, never overlapping. */
  static List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    PersonalData.find(text).forEach(f -> claim(found, text, f.start(), f.end(), "联系方式", false));
    claim(found, text, MASKED, "联系方式", true);
    claim(found, text, PERSON, NAME_GAP, true);
    claim(found, text, NAMED, NAME_GAP, true);
    claim(found, text, ADDRESS, "地点", false);
    claim(found, text, DOCUMENT_NUMBER, "文号", false);
    claim(found, text, DATE, "日期", false);
    claim(found, text, NUMBER, "数字", false);
    for (Term term : Tokenizer.NAMES.cut(text)) {
      String gap = gap(term.nature.toString(), term.word);
      if (gap != null && term.word.length() > 1) {
        boolean person = gap.equals(NAME_GAP);
        claim(found, text, term.offset, term.offset + term.word.length(), gap, person);
      }
    }
    beside(found, text);
    List<MatchResult> laws =
        Stream.concat(LAW.matcher(text).results(), ARTICLE.matcher(text).results()).toList();
    found.removeIf(
        f -> laws.stream().anyMatch(law -> law.start() <= f.start() && f.end() <= law.end()));
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  /** The text with all that is not allowed left as gaps; neighbours become one. */
  static String masked(String text, Predicate<Found> allowed) {
    StringBuilder masked = new StringBuilder();
    int at = 0;
    boolean afterGap = false;
    for (Found found : find(text)) {
      if (allowed.test(found)) {
        continue;
      }
      String between = text.substring(at, found.start());
      afterGap = afterGap && NEIGHBOURS.contains(between);
      if (!afterGap) {
        masked.append(between).append('【').append(found.gap()).append('】');
      }
      afterGap = true;
      at = found.end();
    }
    return masked.append(text, at, text.length()).toString();
  }

  /** Persons in a row with one that was found. */
  private static void beside(List<Found> found, String text) {
    Deque<Found> persons = new ArrayDeque<>();
    found.stream().filter(f -> f.gap().equals(NAME_GAP)).forEach(persons::add);
    while (!persons.isEmpty()) {
      Found person = persons.poll();
      int size = found.size();
      int ahead = Math.min(text.length(), person.end() + REACH);
      Matcher next = NEXT_PERSON.matcher(text.substring(person.end(), ahead));
      if (next.find()) {
        int start = person.end() + next.start(1);
        claim(found, text, start, person.end() + next.end(1), NAME_GAP, true);
      }
      int behind = Math.max(0, person.start() - REACH);
      Matcher previous = PREVIOUS_PERSON.matcher(text.substring(behind, person.start()));
      if (previous.find()) {
        int start = behind + previous.start(1);
        claim(found, text, start, behind + previous.end(1), NAME_GAP, true);
      }
      persons.addAll(found.subList(size, found.size()));
    }
  }

  private static String gap(String nature, String word) {
    if (nature.startsWith("nr")) {
      boolean name =
          nature.equals("nrf")
              || (SURNAME + RARER).indexOf(word.charAt(0)) >= 0
              || word.length() > 2 && WORDS.indexOf(word.charAt(0)) >= 0;
      return name ? NAME_GAP : null;
    }
    if (nature.startsWith("nt") && ORGANISATION.matcher(word).matches()) {
      return "单位";
    }
    return nature.startsWith("ns") ? "地点" : null;
  }

  /**
   * What of each match is not claimed yet: a number that runs into a date is one all the same, and
   * no part of it may stay.
   */
  private static void claim(
      List<Found> found, String text, Pattern pattern, String gap, boolean person) {
    for (MatchResult match : pattern.matcher(text).results().toList()) {
      int from = match.start();
      for (int at = match.start(); at <= match.end(); at++) {
        int here = at;
        boolean taken = found.stream().anyMatch(f -> f.start() <= here && here < f.end());
        if (taken || at == match.end()) {
          if (text.substring(from, at).chars().anyMatch(Character::isLetterOrDigit)) {
            found.add(new Found(from, at, text.substring(from, at), gap, person));
          }
          from = at + 1;
        }
      }
    }
  }

  private static void claim(
      List<Found> found, String text, int start, int end, String gap, boolean person) {
    if (found.stream().noneMatch(f -> start < f.end() && f.start() < end)) {
      found.add(new Found(start, end, text.substring(start, end), gap, person));
    }
  }
}
