package cn.zhitong.ingest.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said only in replies to deputies: 答复类别, and which suggestion is answered. */
final class Replies {
  private static final Pattern CLASS =
      Pattern.compile(
          "(?:答复|办理)(?:类别|类型|分类)[\\s\\u3000]*[:：]?[\\s\\u3000]*[（(]?([A-EＡ-Ｅ])|[（(]([A-CＡ-Ｃ])[\\s]*类[）)]");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:提出|提交|反映|所提)的?[^《“”\"。\\n]{0,30}?(?:《([^》]{4,120})》|“([^”]{4,120})”|\"([^\"]{4,120})\")[^。\\n]{0,60}?收悉");
  private static final Pattern SALUTATION =
      Pattern.compile("(?m)^[\\s\\u3000]*(?:尊敬的)?([一-龥、\\s]{2,40}?(?:代表|委员|先生|女士|同志))[:：]");

  private Replies() {}

  static Optional<Provenance<String>> replyClass(String stored) {
    Matcher matcher = CLASS.matcher(stored);
    if (!matcher.find() || matcher.start() > 600 && matcher.start() < stored.length() - 400) {
      return Optional.empty();
    }
    String letter = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    char plain = letter.charAt(0) >= 'Ａ' ? (char) (letter.charAt(0) - 'Ａ' + 'A') : letter.charAt(0);
    return Optional.of(
        Provenance.at(String.valueOf(plain), Provenance.HEAD, matcher.start(), matcher.end()));
  }

  static Optional<Provenance<String>> about(String stored) {
    Matcher matcher = ABOUT.matcher(stored);
    if (!matcher.find() || matcher.start() > 1500) {
      return Optional.empty();
    }
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group) != null) {
        String about = matcher.group(group).replaceAll("[\\s\\u3000]+", "");
        return Optional.of(
            Provenance.at(about, Provenance.BODY, matcher.start(group), matcher.end(group)));
      }
    }
    return Optional.empty();
  }

  /** Whom a reply speaks to, e.g. 王某代表. */
  static Optional<String> addressee(String stored) {
    Matcher matcher = SALUTATION.matcher(stored);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
