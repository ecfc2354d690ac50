package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence at its commas; whom a figure is for is a piece of its own. */
final class PieceSplitter {
  /** 「30人以下的企业裁员率…」: whom the figure is for. */
  private static final String SIZED_KIND =
      "(?:其中[，、]?)?[^，。；]{0,8}?(?:\\d+(?:人|万元|亿元)(?:[（(][^（()）]*[）)])?(?:以下|以上|以内)|(?:不足|不满|少于|低于|超过|不超过)\\d+(?:人|万元|亿元)|\\d+(?:万元|亿元)(?:[（(][^（()）]*[）)])?(?:至|到|-|—|－|~|～)\\d+(?:万元|亿元)(?:之间)?)(?:[（(][^（()）]*[）)])?的[^，。；\\d的]{0,4}(?:企业|单位|机构)";

  private static final Pattern SIZED = Pattern.compile(SIZED_KIND + "(?=[^，。；]{4,})");
  private static final Pattern SIZED_ALONE = Pattern.compile(SIZED_KIND);

  /** 「5000万元以下的不低于5%」: a step, then its figure. */
  private static final Pattern STEP =
      Pattern.compile(
          "[^，。；]{2,40}?(?:以下|以上|以内|之间|[）)]|(?:至|到|-|—|－|~|～)[\\d.]{1,8}[万亿]{0,2}[元人])的(?=(?:应|须|占比|比例)?(?:不低于|不少于|不超过|不高于|达到|高于|低于|至少))");

  private static final Pattern NEXT_KIND =
      Pattern.compile(
          "[^，。；、\\d]{1,10}?(?:企业|机构|建筑|类项目|行业|(?<=[发售饮造筑务宿工农流输])业)[^，。；、\\d]{0,16}\\d");

  private static final int SHORTEST_STATEMENT = 5;
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:(?:取得|获得|持有)[^、，。；]{2,20}(?:资格|资质|许可证?|证书?|批文|批准|备案|认证)|符合(?!条件|要求)|具备|具有|拥有|遵守|近[一二三两\\d]年(?:内)?(?:无|未|没有)|企业及)[^、，。；]{4,}|有(?![限机色关声望])[^、，。；]{4,}");
  private static final Pattern MEANS =
      Pattern.compile("(?:或者?)?(?:企业|单位)?(?:通过|经过)(?!认定|评审|验收|备案|考核|审核)[^，。；\\d]{2,24}");
  private static final Pattern EFFECT = Pattern.compile("(?:推动|带动|促进|促使|使|实现|使得)[^，。；]{2,30}\\d");

  private final ItemText source;
  private final PhraseReader phrases;

  PieceSplitter(ItemText source, PhraseReader phrases) {
    this.source = source;
    this.phrases = phrases;
  }

  List<TextSpan> split(TextSpan body) {
    List<TextSpan> pieces = new ArrayList<>();
    int from = body.start();
    String text = source.covered();
    for (int i = body.start(); i <= body.end(); i++) {
      boolean cut =
          i == body.end()
              || text.charAt(i) == '，'
              || text.charAt(i) == '；'
              || text.startsWith("、或", i)
              || text.charAt(i) == '、'
                  && (opensKind(text, body.start(), i) || asksAnew(text, from, i))
              || text.charAt(i) == '：'
              || text.charAt(i) == ',' && !isDigit(text, i + 1);
      if (cut && !isMeans(text, from, i)) {
        add(pieces, phrases.trim(new TextSpan(from, i)));
        from = i + 1;
      }
    }
    return pieces;
  }

  private void add(List<TextSpan> pieces, TextSpan piece) {
    TextSpan rest = piece;
    Matcher sized = SIZED.matcher(source.covered()).region(piece.start(), piece.end());
    Matcher step = STEP.matcher(source.covered()).region(piece.start(), piece.end());
    if (sized.lookingAt() || step.lookingAt()) {
      int end = sized.lookingAt() ? sized.end() : step.end();
      pieces.add(new TextSpan(piece.start(), end));
      rest = phrases.trim(new TextSpan(end, piece.end()));
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
  }

  /** 「30人以下的企业」. */
  static boolean isSized(String words) {
    return SIZED_ALONE.matcher(words).lookingAt();
  }

  /** 「生产经营正常、符合产业政策、具备还贷能力」: statements, each with its verb, not things. */
  private static boolean asksAnew(String text, int from, int at) {
    return at - from >= SHORTEST_STATEMENT
        && STATEMENT.matcher(text).region(at + 1, text.length()).lookingAt();
  }

  /** 「通过开展技术改造」 tells how, not what is asked. */
  static boolean isMeans(String words) {
    return MEANS.matcher(words).matches();
  }

  /** 「通过开展技术改造，推动营业收入增长10%以上」: the means and what comes of it are one statement. */
  private static boolean isMeans(String text, int from, int at) {
    return at < text.length()
        && text.charAt(at) == '，'
        && isMeans(text.substring(from, at))
        && EFFECT.matcher(text).region(at + 1, text.length()).lookingAt();
  }

  /** 「工业企业…2000万元以上、服务业企业…1000万元以上」: the next kind begins. */
  private static boolean opensKind(String text, int from, int at) {
    boolean bound = at - 2 >= from && text.substring(at - 2, at).matches("以上|以下|以内|.[元人%亩件家]");
    return bound && NEXT_KIND.matcher(text).region(at + 1, text.length()).lookingAt();
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }
}
