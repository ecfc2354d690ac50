package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which time a quantity is of. */
final class QuantityPeriod {
  private static final Pattern YEARLY = Pattern.compile("年(?:度)?(?:营业|销售|主营|总?收入|营收|产值)|年营业额");

  private static final int LOOK_BACK = 30;

  private static final Pattern LEADING_PERIOD =
      Pattern.compile("(?:^|，)((?:最近|近|过去|上)[一二两三四五六七八九十\\d]*个?(?:会计)?年度?(?:内|来)?)，");

  private QuantityPeriod() {}

  static ReferencePeriod of(
      ItemText source,
      TextSpan piece,
      TextSpan sentence,
      Quantity quantity,
      String field,
      String left,
      ReadingContext context) {
    // Capital is as registered today: a year beside it is that of something else.
    if (quantity.kind() == QuantityKind.YEARS || "registered_capital".equals(field)) {
      return null;
    }
    String before = source.covered().substring(piece.start(), quantity.span().end());
    Optional<ReferencePeriod> own = PeriodWords.ofAmount(left + source.covered(quantity.span()));
    if (own.isEmpty()) {
      own = PeriodWords.ofAmount(before);
    }
    if (own.isEmpty() && QuantitySubject.isGeneric(left)) {
      if (context.period() != null && context.subject() != null) {
        return context.period();
      }
      int from = Math.max(sentence.start(), piece.start() - LOOK_BACK);
      own =
          PeriodWords.ofAmount(
              source.covered().substring(Math.min(from, piece.start()), quantity.span().end()));
    }
    if (own.isEmpty() && YEARLY.matcher(left).find()) {
      return ReferencePeriod.LAST_YEAR;
    }
    if (own.isPresent()) {
      return own.get();
    }
    Matcher lead =
        LEADING_PERIOD.matcher(source.covered().substring(sentence.start(), piece.start()));
    if (lead.find()) {
      Optional<ReferencePeriod> headed = PeriodWords.ofAmount(lead.group(1) + before);
      if (headed.isPresent()) {
        return headed.get();
      }
    }
    String earlier = source.covered().substring(sentence.start(), piece.start());
    boolean leading = earlier.length() <= 40 && !earlier.contains("。");
    return leading && field.startsWith("re")
        ? PeriodWords.ofAmount(earlier).orElse(context.period())
        : context.period();
  }
}
