package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lead-in says of the list below it: all of it, any of it, so many of it, none of it, or
 * nothing.
 *
 * @param atLeast the number for {@link Kind#AT_LEAST}
 * @param from first point that the number is of, from 1; 0 where it is of all
 * @param to last of these points
 * @param alternative whether the list is one way beside what its lead-in asks
 */
record ListLead(Kind kind, int atLeast, int from, int to, boolean alternative) {
  enum Kind {
    ALL,
    ANY,
    AT_LEAST,
    NONE,
    PRIORITY,
    /** The words lead in no list of conditions. */
    NO_LIST
  }

  private static final String THESE = "(?:以下|下列|下述|如下|上述|其中)";
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "(?:"
              + THESE
              + "|(?:有|存在)[^，。；：]{0,8}(?:情形|情况|行为))[^。；：]{0,24}(?:不予|不得|不能|不再|不享受|不受理|不支持|不适用|不纳入|不列入|取消|排除|停止|终止|暂停)"
              + "|(?:不予|不得|不能|不受理|不支持|不适用)[^。；：]{0,16}"
              + THESE
              + "|不(?:存在|得有|得存在|具有|属于)"
              + THESE
              + "|(?:未|没有)(?:发生|出现|存在|有)(?:过)?[^，。；：]{0,6}"
              + THESE
              + "|[一二两三四五六七八九\\d][种类项](?:情形|情况|企业|单位|项目|行为)[^，。；：]{0,6}(?:不予|不得|不能|不享受)"
              + "|(?:无|没有)"
              + THESE
              + "(?:情形|情况|行为)"
              + "|^(?:不予|不得|不可|不能|限制|禁止)[^。；：，]{0,12}(?:情形|情况|范围|对象|条件|企业|项目|清单)[：:]?$|^(?:申报|企业)?负面清单[：:]?$|^除外(?:规定|情形|条款|范围)[：:]?$|(?:不能|不可以?|不予|不得)[^，。；：]{0,12}(?:哪些|什么|谁)|(?:哪些|什么|谁)[^，。；：]{0,12}(?:不能|不可以?|不予|不得)");
  private static final Pattern SOME_OF =
      Pattern.compile(
          "(?:至少|任意|不少于|其中|任)?(?:满足|符合|具备|达到)?[^，。；：]{0,14}?"
              + "(?<!第)(?<![一二三四五六七八九十百\\d])([两二三四五六七八九2-9])(?:项|条|个条件|个)(?:及|\\(含\\)|（含）)?(?:以上)?");

  private static final Pattern THESE_BEFORE = Pattern.compile(THESE + "$");
  private static final Pattern ENOUGH =
      Pattern.compile("(?:项|条|个)(?:及以上|以上|[（(]含[）)]以上|即可|条件以上|标准以上)");

  /** 「第4至7项中的两项以上」 */
  private static final Pattern PART_OF =
      Pattern.compile(
          "第([一二三四五六七八九十\\d]{1,3})[项条]?(?:至|到|-|—)第?([一二三四五六七八九十\\d]{1,3})[项条]中的?(?:至少|任意|任)?([一两二三四五\\d])[项条个]");

  /** 「（4）（5）项之一」, 「第三至五项中任意一项」. */
  private static final Pattern ONE_OF_PART =
      Pattern.compile(
          "(?:第[（(]?|[（(])([一二三四五六七八九十\\d]{1,2})[）)]?(?:项|条)?(?:、|和|或|及|至|到|-|—)?第?[（(]?([一二三四五六七八九十\\d]{1,2})[）)]?[项条款](?:条件)?(?:中的?)?(?:之一|其一|(?:任意?|任何|至少)(?:满足|符合)?[一1][项条个])");

  /** 「三项条件中的两项以上」 asks for two. */
  private static final Pattern OUT_OF = Pattern.compile("中的?(?:任意|任何|至少|任)?([两二三四五六2-6])(?:项|条|个)");

  private static final Pattern ONE_OF =
      Pattern.compile(
          "之一|任一|中的?(?:任意?|任何)?一[项条个]|[一1][项条]即可|至少(?:满足|符合|具备)[^，。；：]{0,8}[一1][项条个]|任何一|任意一|其中一|一项(?:及|（含）|\\(含\\))?以上|至少[一1]项|一项或多项|一个或多个条件");

  /** 「评分60分以上或满足下列条件之一」 */
  private static final Pattern OR_ONE_OF =
      Pattern.compile("或者?(?:满足|符合|具备|达到)(?:以下|下列|如下)[^，。；：]{0,10}之一");

  private static final Pattern LIST =
      Pattern.compile(THESE + "|条件[：:]?$|要求[：:]?$|符合如下|(?:应当?|须|需)(?:同时)?(?:符合|满足|具备)[：:]?$|[：:]$");

  /** 「应当具备下列条件：」, 「申报条件：」: each point below is one. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?:具备|符合|满足|达到|具有)"
              + THESE
              + "[^，。；：]{0,10}(?:条件|要求|标准)[^，。；：]{0,4}[：:]?$|^[^，。；：应须需\\d]{0,12}(?:申[请报]|认定|基本|准入|参评|评选|入库|备案|资格)条件[：:]?$|^[^，。；：应须需\\d]{0,8}条件[：:]?$|(?:应当?|须|需)(?:(?:同时)?(?:符合|满足|具备))?[：:]$");

  private static final Pattern SIZE = Pattern.compile("(?:上述|以上|前述)([两二三四五六七八九2-9])[项条个]");
  private static final Pattern NUMBER = Pattern.compile("[两二三四五2-5]");
  private static final Pattern PREFERRED = Pattern.compile("优先");

  /** 「上述第1、2项符合其一即可」 behind the list. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:企业|申[报请](?:单位|企业|人))?(?:只[要需])?(?:符合|满足|具备|达到)?(?:上述|以上|前述|前款|[二两三]者)"
              + "(?:第?[（(]?([一二三四五六七八九\\d]{1,2})[）)]?(?:项|条)?(?:[、和及或至到-]第?[（(]?([一二三四五六七八九\\d]{1,2})[）)]?)[项条]|(?:[两二三四五六七八九2-9][项条个])?[^，。；\\d]{0,10}?)"
              + "(?:条件|标准|情形|要求|指标)?(?:中的?)?[，、]?(?:应当?|须|需|可|至少|只要|只需|任意|符合|满足|具备|达到)*"
              + "(之一|其一|任一|任意?[一1][项条个]|[一1][项条个]|[两二三四五2-5][项条个])(?:及?以上)?(?:，?(?:且|并|同时)[^，。；]{0,4}(?:满足|符合|具备)第?[（(]?[一二三四五六七八九\\d]{1,2}[）)]?[项条](?:条件)?)?(?:的|即可|者)?(?:，?(?:均|即|方)?可(?:以)?)?(?:申[报请])?");

  /** 「至少满足两项」, 「符合其中一项即可」 behind the list. */
  private static final Pattern ENOUGH_OF_THEM =
      Pattern.compile(
          "(?:应当?|须|需|且|只要|只需)?(?:同时(?:满足|符合|具备|达到)(?:其中)?(?:任意|至少)?([一两二三四1-4])[项条个](?=即可|的)|(?:至少|任意)(?:应|须|需)?(?:满足|符合|具备|达到)(?:其中)?(?:任意|至少)?([一两二三四1-4])[项条个]|(?:满足|符合|具备|达到)其中(?:任意|至少)?([一两二三四1-4])[项条个])(?:条件|指标|要求)?(?:及?以上)?(?:的|即可|条件|指标)?");

  static final ListLead ALL = new ListLead(Kind.ALL, 0);
  static final ListLead ANY = new ListLead(Kind.ANY, 1);
  static final ListLead NO_LIST = new ListLead(Kind.NO_LIST, 0);

  private ListLead(Kind kind, int atLeast) {
    this(kind, atLeast, 0, 0);
  }

  private ListLead(Kind kind, int atLeast, int from, int to) {
    this(kind, atLeast, from, to, false);
  }

  /**
   * @param words a sentence that stands before a list
   */
  static ListLead of(String words) {
    Matcher part = PART_OF.matcher(words);
    if (part.find()) {
      return new ListLead(
          Kind.AT_LEAST, number(part.group(3)), number(part.group(1)), number(part.group(2)));
    }
    Matcher one = ONE_OF_PART.matcher(words);
    if (one.find()) {
      return new ListLead(Kind.AT_LEAST, 1, number(one.group(1)), number(one.group(2)));
    }
    if (NEGATIVE.matcher(words).find()) {
      return new ListLead(Kind.NONE, 0);
    }
    if (!LIST.matcher(words).find() && !ONE_OF.matcher(words).find()) {
      return NO_LIST;
    }
    if (PREFERRED.matcher(words).find() && ONE_OF.matcher(words).find()) {
      return new ListLead(Kind.PRIORITY, 0);
    }
    if (ONE_OF.matcher(words).find()) {
      return new ListLead(Kind.ANY, 1, 0, 0, OR_ONE_OF.matcher(words).find());
    }
    Matcher out = OUT_OF.matcher(words);
    if (out.find()) {
      return new ListLead(Kind.AT_LEAST, number(out.group(1)));
    }
    Matcher some = SOME_OF.matcher(words);
    boolean chooses = words.matches(".*(?:中|至少|任意|以下|下列|上述).*");
    while (chooses && some.find()) {
      if (!isSize(words, some)) {
        return new ListLead(Kind.AT_LEAST, number(some.group(1)));
      }
    }
    return ALL;
  }

  /** What a sentence behind a list says of it; {@link #NO_LIST} where it says nothing of it. */
  static ListLead behind(String words) {
    Matcher enough = ENOUGH_OF_THEM.matcher(words);
    if (enough.matches()) {
      String named = enough.group(1) == null ? enough.group(2) : enough.group(1);
      int least = number(named == null ? enough.group(3) : named);
      return new ListLead(least == 1 ? Kind.ANY : Kind.AT_LEAST, least);
    }
    Matcher behind = BEHIND.matcher(words);
    if (!behind.matches()) {
      return NO_LIST;
    }
    Matcher some = NUMBER.matcher(behind.group(3));
    int atLeast = some.find() ? number(some.group()) : 1;
    if (behind.group(1) == null) {
      return new ListLead(atLeast == 1 ? Kind.ANY : Kind.AT_LEAST, atLeast);
    }
    return new ListLead(Kind.AT_LEAST, atLeast, number(behind.group(1)), number(behind.group(2)));
  }

  /** How many points a sentence behind them speaks of: 以上四项; 0 where it does not say. */
  static int size(String words) {
    Matcher size = SIZE.matcher(words);
    return size.lookingAt() ? number(size.group(1)) : 0;
  }

  /** Whether the list is one way beside what stands before it. */
  boolean isAlternative() {
    return alternative;
  }

  /** Whether words before a list of conditions say no more than that they follow. */
  static boolean asks(String words) {
    return ASKS.matcher(words).find();
  }

  /** Whether some of the points will do. */
  boolean isChoice() {
    return kind == Kind.ANY || kind == Kind.AT_LEAST;
  }

  /** Whether the number is of some points of a list only. */
  boolean isOfPart(int points) {
    return from > 0 && from < to && to <= points && to - from + 1 < points;
  }

  /** 「同时具备以下四个条件」 tells how long the list is, 「以下两项以上」 how much of it will do. */
  private static boolean isSize(String words, Matcher some) {
    return THESE_BEFORE.matcher(words.substring(0, some.start(1))).find()
        && !ENOUGH.matcher(words.substring(some.end(1))).lookingAt();
  }

  private static int number(String words) {
    return ChineseNumber.figure(words).map(BigDecimal::intValue).orElse(2);
  }
}
