package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Pattern;

/** A short Chinese name for what no field of the catalogue is about. */
final class CustomField {
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]是|且|并(?![购网列行])|或者?|及|和|其中|但是?|其|应(?![税收付急用届纳交对])当?|须|需|必须|能够?(?![耗源效繁])|具有|具备|拥有|申报(?!人)|申请(?!人)|企业|单位(?![面增产能土用Gg工])|项目|主体|的|在(?![岗孵校册建职保产库用编线])|对(?![口外])|为|已|已经|有(?![效机限色偿害毒线组])|近[一二两三四五\\d]+年内?|20\\d{2}年度?|实现的?(?=.{2})|上一?年度?末?|[，、；：:])+");

  /** 「参评民宿应」 before the name of a figure. */
  private static final Pattern WHO_SHALL =
      Pattern.compile("^[\\u4e00-\\u9fa5]{0,8}?还?(?:应当?(?![急用届税纳交收付对])|须|需(?![求要]))(?=.{2})");

  private static final Pattern MARKS = Pattern.compile("[\\s\u0001（）()《》“”\"，。；、：:]");
  private static final int LONGEST = 16;
  private static final int SHORTEST_TAIL = 4;

  private CustomField() {}

  static String name(String words) {
    String plain = MARKS.matcher(LEADING.matcher(words).replaceFirst("")).replaceAll("");
    String name = plain.isEmpty() ? MARKS.matcher(words).replaceAll("") : plain;
    return "custom:" + (name.length() > LONGEST ? name.substring(0, LONGEST) : name);
  }

  static String ofSubject(String subject) {
    String bare = plain(WHO_SHALL.matcher(subject).replaceFirst(""));
    String plain = bare.isEmpty() ? plain(subject) : bare;
    String tail = plain.length() > LONGEST ? tail(plain) : plain;
    return "custom:" + (tail.isEmpty() ? "指标" : tail);
  }

  private static String plain(String words) {
    return MARKS.matcher(LEADING.matcher(words).replaceFirst("")).replaceAll("");
  }

  /** The end of a long name, from a word's beginning where a 的 tells one. */
  private static String tail(String name) {
    int from = name.length() - LONGEST;
    int of = name.indexOf('的', from - 1);
    boolean whole = of >= 0 && of < name.length() - SHORTEST_TAIL;
    return name.substring(whole ? of + 1 : from);
  }
}
