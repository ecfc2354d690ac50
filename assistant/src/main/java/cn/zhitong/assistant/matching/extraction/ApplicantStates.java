package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.LeafMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands inside the name of an applicant: that it is new, insured, or whose money is in it.
 */
final class ApplicantStates {
  private static final String WHO = "(?:企业|公司|机构|单位|总部|合作社|个体工商户|市场主体)";
  private static final List<Pattern> STATES =
      List.of(
          Pattern.compile(
              "(?:(?<=[对的为是、或区市县省])|^)新(?:设立|注册成立|登记注册|注册登记|成立|注册|迁入|引进|落户|开办)(?=(?:(?:或者?|、|和)新[^，。；的]{2,4})?的?[^，。；、\\d的]{0,12}"
                  + WHO
                  + ")"),
          Pattern.compile("(?:(?<=[对的为是、或励持])|^)参保(?:企业|单位)(?=$|[，。；（、])"),
          Pattern.compile(
              "(?:(?<=[对的为是、或励持])|^)由[^，。；的]{2,24}(?:投资|控股|举办|创办|兴办|发起设立|出资设立|投资设立)(?=的[^，。；]{0,14}"
                  + WHO
                  + ")"));

  private static final Pattern NAMED = Pattern.compile("的([^，。；、的\\d]{3,12}(?:机构|公司|企业|单位|总部))");
  private static final Pattern TRADE = Pattern.compile(Trades.NAMES + "(?:企业|公司|机构)");

  private ApplicantStates() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    List<FoundLeaf> found = new ArrayList<>();
    for (Pattern state : STATES) {
      Matcher words = state.matcher(source.covered()).region(piece.start(), piece.end());
      words.useTransparentBounds(true);
      int end = 0;
      while (words.find()) {
        found.add(leaf(source, new TextSpan(words.start(), words.end())));
        end = words.end();
      }
      if (end > 0) {
        whose(source, new TextSpan(end, piece.end())).ifPresent(found::add);
      }
    }
    return found;
  }

  /** 「新迁入的全国性行业总部」: a name that no field knows is asked as well. */
  private static Optional<FoundLeaf> whose(ItemText source, TextSpan rest) {
    Matcher named = NAMED.matcher(source.covered()).region(rest.start(), rest.end());
    boolean asked =
        named.matches()
            && ApplicantKind.isName(named.group(1))
            && !TRADE.matcher(named.group(1)).matches();
    return asked
        ? Optional.of(leaf(source, new TextSpan(named.start(1), named.end(1))))
        : Optional.empty();
  }

  private static FoundLeaf leaf(ItemText source, TextSpan span) {
    return LeafBuilder.open(source, span, LeafMode.EVIDENCE);
  }
}
