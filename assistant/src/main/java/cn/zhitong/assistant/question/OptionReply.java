package cn.zhitong.assistant.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which option a typed reply to a question back names: 澜州的 for the one that begins with 澜州市, 第二个 by
 * its place in the list, 工业的那个 by what only one of them has.
 */
final class OptionReply {
  /** Longer texts are questions of their own. */
  private static final int LONGEST = 24;

  /** What else stands in a reply that only chooses. */
  private static final Pattern ANSWERING =
      Pattern.compile(
          "(?:我们?|本|公司|企业|厂子?|单位|注册地?|成立|落户|经营|生产|所在地|总部|厂|住所|地址|登记|开|办|设|问|想|说|要|选|看|就|应该|是|在|的|那边|这边|那里|那个|这个|那项|本地|吧|啊|呀|哦|呢|嗯|谢谢|请|你好|，|,|。|！|\\s)*");

  private static final Pattern ORDINAL =
      Pattern.compile("^(?:选)?第?([一二三四五12345])(?:个|项|条|种)?(?:吧|的)?$");
  private static final String NUMERALS = "一二三四五";
  private static final Pattern FILLER =
      Pattern.compile(
          "^(?:我(?:们)?(?:是|在|问的是|想问的是|说的是|要问)|问的是|就是|应该是|是|选|在)+|(?:的那个|那个|这个|的那项|那项|那边|这边|的企业|企业|的|吧|啊|呀|哦|呢)+$|[，。！？,.!?"
              + " ]");
  private static final Pattern PLACE_END = Pattern.compile("[省市县区州]$");

  private static final Pattern NEGATED = Pattern.compile("(?:不是|不在|不要|并非)([^，,。；是在]+)");

  private OptionReply() {}

  static Optional<String> chosen(String reply, List<String> options) {
    String said = FILLER.matcher(reply.strip()).replaceAll("");
    if (options.isEmpty() || said.isEmpty() || reply.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher ordinal = ORDINAL.matcher(reply.strip());
    if (ordinal.matches()) {
      String numeral = ordinal.group(1);
      int index = NUMERALS.contains(numeral) ? NUMERALS.indexOf(numeral) : numeral.charAt(0) - '1';
      return index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }
    String core = shortName(said);
    List<String> naming = options.stream().filter(option -> option.contains(core)).toList();
    return naming.size() == 1 ? Optional.of(naming.get(0)) : byDifference(reply, options);
  }

  /** Whether the words beside a place or an option's own say nothing more. */
  static boolean onlyChooses(String rest) {
    return ANSWERING.matcher(rest).matches();
  }

  /** The one option whose own words are said, where nothing else is asked. */
  private static Optional<String> byDifference(String reply, List<String> options) {
    String said = NEGATED.matcher(reply).replaceAll("");
    String chosen = null;
    String rest = "";
    for (String option : options) {
      String own = shortName(difference(option, options));
      if (own.length() < 2 || !said.contains(own)) {
        continue;
      }
      if (chosen != null) {
        return Optional.empty();
      }
      chosen = option;
      rest = said.replaceFirst(Pattern.quote(own) + "[省市县区州]?", "");
    }
    return chosen != null && onlyChooses(rest) ? Optional.of(chosen) : Optional.empty();
  }

  private static String shortName(String place) {
    return place.length() > 2 ? PLACE_END.matcher(place).replaceFirst("") : place;
  }

  /** What an option has beyond the beginning and the end that all of them share. */
  private static String difference(String option, List<String> options) {
    int from = 0;
    int to = 0;
    String first = options.get(0);
    while (from < option.length() && begins(options, first, from)) {
      from++;
    }
    while (to < option.length() - from && ends(options, first, to)) {
      to++;
    }
    return option.substring(from, option.length() - to);
  }

  private static boolean begins(List<String> options, String first, int at) {
    return options.stream()
        .allMatch(
            one -> at < one.length() && at < first.length() && one.charAt(at) == first.charAt(at));
  }

  private static boolean ends(List<String> options, String first, int at) {
    return options.stream()
        .allMatch(
            one ->
                at < one.length()
                    && at < first.length()
                    && one.charAt(one.length() - 1 - at) == first.charAt(first.length() - 1 - at));
  }
}
