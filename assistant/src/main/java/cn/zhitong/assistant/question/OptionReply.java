package cn.zhitong.assistant.question;

import java.util.ArrayList;
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
  private static final int LONGEST = 16;

  private static final Pattern ORDINAL =
      Pattern.compile("^(?:选)?第?([一二三四五12345])(?:个|项|条|种)?(?:吧|的)?$");
  private static final String NUMERALS = "一二三四五";
  private static final Pattern FILLER =
      Pattern.compile(
          "^(?:我(?:们)?(?:是|在|问的是|想问的是|说的是|要问)|问的是|就是|应该是|是|选|在)+|(?:的那个|那个|这个|的那项|那项|那边|这边|的企业|企业|的|吧|啊|呀|哦|呢)+$|[，。！？,.!?"
              + " ]");
  private static final Pattern PLACE_END = Pattern.compile("[省市县区州]$");

  private OptionReply() {}

  static Optional<String> chosen(String reply, List<String> options) {
    String said = FILLER.matcher(reply.strip()).replaceAll("");
    if (options.isEmpty() || said.isEmpty() || said.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher ordinal = ORDINAL.matcher(reply.strip());
    if (ordinal.matches()) {
      String numeral = ordinal.group(1);
      int index = NUMERALS.contains(numeral) ? NUMERALS.indexOf(numeral) : numeral.charAt(0) - '1';
      return index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }
    String core = said.length() > 2 ? PLACE_END.matcher(said).replaceFirst("") : said;
    List<String> naming = new ArrayList<>();
    for (String option : options) {
      if (option.contains(core)) {
        naming.add(option);
      }
    }
    return naming.size() == 1 ? Optional.of(naming.get(0)) : Optional.empty();
  }
}
