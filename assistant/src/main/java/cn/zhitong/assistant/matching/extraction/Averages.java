package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.LeafMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures that are held against an average which no file knows: 增速高于全市规上工业平均水平. */
final class Averages {
  private static final String AVERAGE = "(?:平均(?:水平|值|数|增速|增幅|增长率|速度|水准|标准)?|均值|中位数|中位值)";
  private static final Pattern COMPARED =
      Pattern.compile(
          "[^，。；\\d]{2,40}?(?:高于|超过|不?低于|优于|好于|达到|大于|领先于?|处于|位于|居于)(?:或(?:等于|达到|超过))?[^，。；\\d]{2,28}"
              + AVERAGE
              + "(?:以上|以下)?(?:的)?");
  private static final Pattern BEHIND = Pattern.compile("[^，。；\\d]{0,12}" + AVERAGE);

  private Averages() {}

  /** The whole comparison; empty where a stretch is none. */
  static Optional<FoundLeaf> detect(ItemText source, TextSpan piece) {
    return COMPARED.matcher(source.covered(piece)).matches()
        ? Optional.of(LeafBuilder.open(source, piece, LeafMode.EVIDENCE))
        : Optional.empty();
  }

  /** Whether what ends at a position is whose average is meant, not who applies. */
  static boolean follows(String text, int end) {
    Matcher behind = BEHIND.matcher(text).region(end, text.length());
    return behind.lookingAt();
  }
}
