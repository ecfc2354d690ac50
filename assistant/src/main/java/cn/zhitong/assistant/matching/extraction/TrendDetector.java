package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures that are compared with nothing but zero: profit, growth, more of one than of another. */
final class TrendDetector {
  private static final Pattern MORE_THAN =
      Pattern.compile(
          "([\\u4e00-\\u9fa5]{2,16}?)(?:数量|家数|个数|数)(?:应|须|需)?(?:大于|多于|超过|高于)"
              + "(?:[（(]不含[^（()）]*[）)])?([\\u4e00-\\u9fa5]{2,16}?(?:数量|家数|个数|数)(?![\\d百一二三四五六七八九]))");

  private static final Pattern PROFITABLE =
      Pattern.compile("(?<!受)(?:连续|实现|均|年度?|为)盈利(?!能力|性|水平|模式)|净?利润(?:总额)?(?:均)?为正");

  /** 「同比正增长」, 「较上年不下降」; a number behind it would make it a figure. */
  private static final Pattern GROWS =
      Pattern.compile(
          "(?:且|并)?(?:保持|实现)?(?:同比|环比|较?上(?:一)?年(?:度)?(?:同期)?)?(?:保持|实现|为)?"
              + "(正增长|有所增长|持续增长|稳步增长|逐年增长|不下降|未下降|不减少|未出现下降|增长(?=$|[，。；、]))");

  private static final Pattern NO_LOSS = Pattern.compile("不下降|未下降|不减少|未出现下降");
  private static final List<FactValue> ZERO = List.of(FactValue.of(BigDecimal.ZERO));
  private static final int LOOK_BACK = 24;

  private TrendDetector() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan piece, TextSpan sentence) {
    List<FoundLeaf> found = new ArrayList<>();
    comparedCounts(source, piece).ifPresent(found::add);
    profitable(source, piece).ifPresent(found::add);
    grows(source, piece, sentence).ifPresent(found::add);
    return found;
  }

  /** 「出口额同比正增长」: the growth is above zero. */
  private static Optional<FoundLeaf> grows(ItemText source, TextSpan piece, TextSpan sentence) {
    Matcher growth = GROWS.matcher(source.covered()).region(piece.start(), piece.end());
    if (!growth.find()) {
      return Optional.empty();
    }
    String own = source.covered().substring(piece.start(), growth.start());
    int from = Math.max(sentence.start(), growth.start() - LOOK_BACK);
    String wide = source.covered().substring(Math.min(from, growth.start()), growth.start());
    boolean named = SubjectLexicon.field(own, QuantityKind.MONEY).isPresent();
    String subject = named ? own : wide;
    Optional<String> base = SubjectLexicon.field(subject, QuantityKind.MONEY);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    String field = GrowthSubject.field(subject + "增长");
    boolean numbered = own.matches(".*\\d.*");
    TextSpan quote =
        new TextSpan(named && !numbered ? piece.start() : growth.start(), growth.end());
    return Optional.of(
        LeafBuilder.data(
            source,
            quote,
            field == null ? "custom:" + base.get().replace("custom:", "") + "增长率" : field,
            NO_LOSS.matcher(growth.group(1)).matches() ? Operator.AT_LEAST : Operator.GREATER,
            ZERO,
            "share",
            PeriodWords.ofAmount(source.covered(piece)).orElse(null)));
  }

  /** 「新建门店数量应大于闭店数量」: the difference is above zero. */
  private static Optional<FoundLeaf> comparedCounts(ItemText source, TextSpan piece) {
    Matcher more = MORE_THAN.matcher(source.covered()).region(piece.start(), piece.end());
    if (!more.find()) {
      return Optional.empty();
    }
    String name = CustomField.name("净增" + more.group(1).replaceFirst("^新[建增设]", ""));
    return Optional.of(
        LeafBuilder.data(
            source,
            new TextSpan(more.start(), more.end()),
            name + "数",
            Operator.GREATER,
            ZERO,
            null,
            PeriodWords.ofAmount(source.covered(piece)).orElse(null)));
  }

  /** Behind another figure the words begin anew. */
  private static int start(ItemText source, TextSpan piece, int at) {
    String before = source.covered().substring(piece.start(), at);
    boolean numbered = before.matches(".*\\d[^、]*(?:、|并|且).*");
    int cut =
        Math.max(
            before.lastIndexOf('、'), Math.max(before.lastIndexOf('并'), before.lastIndexOf('且')));
    return numbered && cut > 0 ? piece.start() + cut + 1 : piece.start();
  }

  /** 「连续两年盈利」: the profit is above zero. */
  private static Optional<FoundLeaf> profitable(ItemText source, TextSpan piece) {
    Matcher profit = PROFITABLE.matcher(source.covered()).region(piece.start(), piece.end());
    if (!profit.find()) {
      return Optional.empty();
    }
    return Optional.of(
        LeafBuilder.data(
            source,
            new TextSpan(start(source, piece, profit.start()), profit.end()),
            "profit",
            Operator.GREATER,
            ZERO,
            "万元",
            PeriodWords.ofAmount(source.covered().substring(piece.start(), profit.end()))
                .orElse(null)));
  }
}
