package cn.zhitong.assistant.citation;

import java.util.regex.Pattern;

/**
 * What figures look like in policy texts, in the order in which {@link FigureFinder} takes them
 * out.
 */
final class FigurePatterns {
  // Every repetition has a bound: what strangers send is read in time that grows with its length.
  private static final String HAN_DIGIT = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";
  private static final String HAN =
      "[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][" + HAN_DIGIT + "]{0,24}(?:点[零〇一二三四五六七八九]{1,12})?";
  private static final String ARABIC = "(?:\\d{1,3}(?:,\\d{3}){1,8}|\\d{1,24})(?:\\.\\d{1,12})?";
  private static final String NUMBER = "(?:" + ARABIC + "|" + HAN + ")";

  /** What stands between the two ends of a range. */
  static final String TO = "(?:-{1,2}|—{1,2}|–|~|～|至|到)";

  /** Marks that number a line. */
  static final Pattern LIST_MARK =
      Pattern.compile("(?m)^[^\\S\\n\\r]{0,40}(?:[(（]?\\d{1,2}[)）]|\\d{1,2}[.．、](?!\\d))");

  /** (含50万元) repeats a limit and would lose it. */
  static final Pattern INCLUDED = Pattern.compile("[(（]含[^()（）]{0,12}[)）]");

  static final Pattern DOCUMENT =
      Pattern.compile("([\\u4e00-\\u9fa5]{1,16})[〔\\[【(（](\\d{4})[〕\\]】)）](?:第)?(\\d+)号");

  /** What may stand before a document number's own appeals. */
  static final Pattern LEAD_WORDS =
      Pattern.compile(
          ".*(?:根据|按照|依据|依照|参照|执行|落实|印发|文件|通知|关于|规定|见|的|和|与|及|或|由|在|对|以|从|是|为|即|如|号|称|依|按)");

  /** Addresses, telephone numbers, long codes, models (GB2312). */
  static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?=[0-9_.@:/-]{0,40}[A-Za-z])[A-Za-z0-9_-]{1,64}(?:[.@:/]{1,3}[A-Za-z0-9_?=&%-]{1,64}){0,8}"
              + "[.@][A-Za-z0-9_./?=&%-]{1,200}|(?<!\\d)\\d{3,4}-\\d{3,8}(?:-\\d{1,6})?(?![\\d年])"
              + "|(?<![\\d.,])\\d{7,}(?![\\d万亿千百元]|[.,]\\d)|[A-Za-z]{1,32}[-/]?\\d[A-Za-z0-9-]*");

  /** 9:00, 下午5时30分. A point alone is not taken: 三点意见. */
  static final Pattern TIME =
      Pattern.compile(
          "(上午|下午|晚上?|中午|凌晨)?(?<!\\d)(\\d{1,2})(?:[:：](\\d{2})|[时点](?:(\\d{1,2})分|(半)|整)?(?![间候限期效代任常速差价名燃建意要评]))");

  /** Parts of a year or month, which differ where all numbers agree. */
  static final Pattern PART = Pattern.compile("[上下]半年|[上中下]旬");

  static final Pattern PERCENT =
      Pattern.compile(
          "("
              + ARABIC
              + ")[%％]?"
              + TO
              + "("
              + ARABIC
              + ")[%％]|("
              + ARABIC
              + ")[%％]|(百|千|万)分之("
              + NUMBER
              + ")(?:"
              + TO
              + "(?:百分之)?("
              + NUMBER
              + "))?|("
              + ARABIC
              + ")‰");

  /** 三分之一, 1/3, 三成, 八五折, 减半. */
  static final Pattern FRACTION =
      Pattern.compile(
          "("
              + NUMBER
              + ")分之("
              + NUMBER
              + ")|(?<![\\d/.])(\\d{1,2})/(\\d{1,2})(?![\\d/.])"
              + "|([一二三四五六七八九\\d])成(?![员立本果交功绩熟长人品都为效套])"
              + "|([一二三四五六七八九]{1,2}|\\d{1,2}(?:\\.\\d)?)折(?![算旧合叠价断现半])"
              + "|(减半|折半|一半)");

  static final Pattern DATE =
      Pattern.compile(
          "(?:((?:19|20)\\d{2}|[一二][零〇一二三四五六七八九]{3})年)(?:(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?)?"
              + "|((?:19|20)\\d{2})([-/.])(\\d{1,2})\\5(\\d{1,2})"
              + "|(?<![\\d个])(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?");

  /** 2024-2025年: both ends are years. */
  static final Pattern YEARS =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})" + TO + "((?:19|20)\\d{2})年");

  static final Pattern ORDINAL =
      Pattern.compile("第(" + NUMBER + ")(条|款|项|章|节|编|号|批|届|次|期|季度|类|位|年|个|名|部分)");

  /** 半年, 一年半, 半个小时. */
  static final Pattern HALF =
      Pattern.compile(
          "(?:(" + NUMBER + ")(个?(?:年|月|小时|天|倍))半|(?<![上下大过夜])半(个?(?:年|月|小时|天|日)))(?![度以导径成])");

  static final Pattern RANGE =
      Pattern.compile(
          "("
              + NUMBER
              + ")([百千万亿]*)("
              + Units.PATTERN
              + ")?"
              + TO
              + "("
              + NUMBER
              + ")([百千万亿]*)(?:多|余|几)?("
              + Units.PATTERN
              + ")");

  static final Pattern QUANTITY =
      Pattern.compile(
          "("
              + ARABIC
              + ")([百千万亿]*)(?:(?<=[千万亿])("
              + ARABIC
              + ")([百千万]*))?(?:多|余|几)?("
              + Units.PATTERN
              + ")?"
              + "|("
              + HAN
              + ")(?:多|余|几)?("
              + Units.PATTERN
              + ")(?!之)");

  /** A column of a table that tells its unit in its head. */
  static final Pattern COLUMN_UNIT =
      Pattern.compile("[(（](?:单位[:：])?(?:人民币)?(万元|亿元|元|[%％])(?:/[^()（）]{1,6})?[)）]");

  private FigurePatterns() {}
}
