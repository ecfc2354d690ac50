package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.common.text.ChineseNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in a ranking: 市场占有率位居全国前五位. */
final class RankDetector {
  private static final Pattern RANK =
      Pattern.compile(
          "(?:(?:排名|排在|位居|位列|名列|居于)[^，。；、或\\d]{0,10}|(?:全球|世界|全国|国内|国际|全省|省内|全市|市内|全区|行业|领域)[^，。；、或\\d]{0,14}?)(?:前|第)"
              + "([一二两三四五六七八九十\\d]{1,3})(?![\\d%％成])(?:位|名|强)?");
  private static final Pattern BREAK = Pattern.compile("或者?|且|并");

  private RankDetector() {}

  /**
   * What is ranked: the words behind the last break, those of the whole stretch where none are
   * left.
   */
  private static String subject(String text, TextSpan piece, int from, int to) {
    String own = text.substring(from, to);
    String whole = text.substring(piece.start(), to);
    return own.length() > 1 || whole.matches(".*\\d.*") ? own : whole;
  }

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    List<FoundLeaf> found = new ArrayList<>();
    String text = source.covered();
    int from = piece.start();
    Matcher rank = RANK.matcher(text).region(piece.start(), piece.end());
    while (rank.find()) {
      int start = from;
      Matcher breaks = BREAK.matcher(text).region(from, rank.start());
      while (breaks.find()) {
        start = breaks.end();
      }
      FactValue place = ChineseNumber.figure(rank.group(1)).map(FactValue::of).orElse(null);
      if (place != null) {
        TextSpan span = new TextSpan(start, rank.end());
        String name = CustomField.ofSubject(subject(text, piece, start, rank.start()) + "排名");
        found.add(
            LeafBuilder.data(source, span, name, Operator.AT_MOST, List.of(place), null, null));
        from = rank.end();
      }
    }
    return found;
  }
}
