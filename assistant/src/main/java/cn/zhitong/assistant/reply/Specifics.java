package cn.zhitong.assistant.reply;

import cn.zhitong.assistant.privacy.PersonalData;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what is particular to the case that a reply was written for: names, numbers, dates,
 * amounts, places, organisations. None of it may stand in a reply to somebody else.
 */
final class Specifics {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{2,4}|[二〇零一二三四五六七八九]{4})年(?:\\d{1,2}月(?:份|\\d{1,2}[日号]|[上中下]旬)?|底|初|末|中)?"
              + "|\\d{1,2}月(?:份|\\d{1,2}[日号]|[上中下]旬|底|初|末)?|\\d{1,2}[日号](?!楼|线|文)"
              + "|(?<!\\d)(?:19|20)\\d{2}[-./]\\d{1,2}(?:[-./]\\d{1,2})?(?!\\d)");

  private static final Pattern NUMBER =
      Pattern.compile(
          "[A-Za-z]{0,3}\\d[\\d.,，:：—~～\\-*]*\\d*(?:余|多|几)?(?:[万亿千百]?(?:元|户|人|平方米|平米|㎡|公里|米|亩|吨|台|辆|栋|件|个|号楼?|单元|层|室|路|%|％)|[万亿])?"
              + "|[一二三四五六七八九十百千万]{2,}(?:元|户|人|平方米|亩|公里|米)");

  private static final String SURNAME =
      "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]";

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
              + "|(?:[该这那]位?|位)(?:先生|女士)|(?<=[与和向给经])(?:先生|女士)(?![们/、])");

  /** 执法人员田豫、联系人：张三, 与王小明之间: names without a title that HanLP overlooks. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<=(?:联系人|经办人|当事人|代表人|负责人|执法人员|执法队员|工作人员|民警|员工|职工|司机|学生|业主|诉求人|投诉人|举报人|反映人|申请人|法人|村民|居民|科长|所长|队长|主任|书记|经理)[：:]?)"
              + NAME
              + "(?=[、，,。；;（(：:\\s]|$|和|与|及|等人|联系|电话|到|于|在|称|表示)"
              + "|(?<=[与跟和由、])"
              + NAME
              + "(?=之间|本人|等人|二人|两人|夫妇|一家)");

  /** Laws and policies are everybody's, with the place in their names. */
  private static final Pattern LAW =
      Pattern.compile(
          "《[^《》\\d]{2,60}(?:法|条例|办法|规定|规则|细则|通知|意见|方案|标准|规范|目录|政策|决定|公告|措施|章程)(?:[（(][^（）()\\d]{1,10}[）)])?》");

  /** HanLP sees organisations in much that is none; offices themselves are nobody's secret. */
  private static final Pattern ORGANISATION =
      Pattern.compile(".*(?:公司|集团|厂|店|酒店|宾馆|饭店|物业|学校|小学|中学|大学|学院|幼儿园|医院|合作社|商场|超市|银行)");

  private static final Segment SEGMENT =
      HanLP.newSegment()
          .enableNameRecognize(true)
          .enablePlaceRecognize(true)
          .enableOrganizationRecognize(true)
          .enableOffset(true);

  private Specifics() {}

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
    claim(found, text, PERSON, "姓名", true);
    claim(found, text, NAMED, "姓名", true);
    claim(found, text, DATE, "日期", false);
    claim(found, text, NUMBER, "数字", false);
    for (Term term : SEGMENT.seg(text)) {
      String gap = gap(term.nature.toString(), term.word);
      if (gap != null && term.word.length() > 1) {
        claim(found, text, term.offset, term.offset + term.word.length(), gap, false);
      }
    }
    List<MatchResult> laws = LAW.matcher(text).results().toList();
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
      afterGap = afterGap && between.length() < 2;
      if (!afterGap) {
        masked.append(between).append('【').append(found.gap()).append('】');
      }
      afterGap = true;
      at = found.end();
    }
    return masked.append(text, at, text.length()).toString();
  }

  private static String gap(String nature, String word) {
    if (nature.startsWith("nr")) {
      return "姓名";
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
