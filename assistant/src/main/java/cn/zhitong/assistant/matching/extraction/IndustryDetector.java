package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.Strength;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which industry an applicant has to be of ({@code matching/industry-words.tsv}). */
final class IndustryDetector {
  private static final String RESOURCE = "/matching/industry-words.tsv";

  private record Entry(Pattern words, List<String> codes) {}

  private static final List<Entry> ENTRIES = load();
  private static final Pattern ENGAGED =
      Pattern.compile(
          "(?:从事|不?属于|主营业务(?:为|属于)|行业(?:为|属于)|经营(?!主体|者|性|场所|状况|正常|异常|权|期|管理|稳定|良好|规模))[^，。；]{0,40}");

  /** A field of the economy that a person judges, not an industry of the classification. */
  private static final Pattern FIELD =
      Pattern.compile("领域|方向|融合|(?:文化|体育|健康|养老|数字|旅游|环保|节能|新兴|未来|绿色|海洋|生物|创意)[^，。；]{0,6}产业");

  private static final Pattern EXCLUDED = Pattern.compile("除外|不含|不包括|不属于|非");

  /** An industry across sections, which a person judges. */
  private static final Pattern UNCODED =
      Pattern.compile(
          "[^、]{2,10}(?:制造|加工|装备|种植|养殖|物流|旅游|文化|服务(?!型))(?:业|类)?企业|" + Trades.NAMES + "企业");

  private static final Pattern NOUN =
      Pattern.compile(
          "(?<=[的为是系市省区县]|[限规]上|额以上|模以上|^对|^)(?<!以上的)(?!限上|规上|限额以上|规模以上)[\\u4e00-\\u9fa5、&&[^的为是系]]{2,20}(?:业|行业)?(?:类)?企业(?=$|[，。；和及（])");

  /** 「支持制造业企业…」, 「制造业领域…的法人」: an applicant's industry wherever it stands. */
  private static final Pattern OF_FIRM =
      Pattern.compile(
          "(?<![非\\u4e00-\\u9fa5&&[^省市区县我本的为是持励导报在上象微型]])(?:先进)?(?:制造业|工业(?=企业)|建筑业|软件业|物流业|批发零售业|住宿餐饮业|采矿业)(?:领域(?:内)?(?:的)?(?=在|企业|注册|法人|单位)(?:企业)?|(?:类)?企业)(?!.{0,10}提供)");

  private IndustryDetector() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    java.util.Optional<FoundLeaf> byCode = IndustryCodes.detect(source, piece);
    if (byCode.isPresent()) {
      return List.of(byCode.get());
    }
    String text = source.covered();
    Matcher firm = OF_FIRM.matcher(text).region(piece.start(), piece.end());
    firm.useTransparentBounds(true);
    if (firm.find() && !ENGAGED.matcher(source.covered(piece)).find()) {
      TextSpan span = new TextSpan(firm.start(), firm.end());
      return List.of(coded(source, span, named(firm.group(), List.of()).codes()));
    }
    Matcher engaged = ENGAGED.matcher(text).region(piece.start(), piece.end());
    if (!engaged.find()) {
      return ofNoun(source, piece);
    }
    TextSpan span = new TextSpan(engaged.start(), piece.end());
    if (FIELD.matcher(source.covered(span)).find()) {
      return List.of();
    }
    List<String> codes = named(text, span, List.of()).codes();
    if (codes.isEmpty()) {
      return List.of();
    }
    boolean not = EXCLUDED.matcher(source.covered(span)).find();
    return List.of(
        LeafBuilder.data(
            source,
            span,
            "industry",
            not ? Operator.NOT_IN_INDUSTRY : Operator.IN_INDUSTRY,
            codes.stream().map(FactValue::of).toList(),
            null,
            null));
  }

  /** 「在本市注册的工业企业」: the noun that the words before belong to. */
  private static List<FoundLeaf> ofNoun(ItemText source, TextSpan piece) {
    Matcher noun = NOUN.matcher(source.covered()).region(piece.start(), piece.end());
    noun.useTransparentBounds(true);
    if (!noun.find()) {
      return List.of();
    }
    List<String> codes = named(noun.group(), List.of()).codes();
    TextSpan span = new TextSpan(noun.start(), noun.end());
    if (!codes.isEmpty()) {
      return List.of(coded(source, span, codes));
    }
    return UNCODED.matcher(noun.group()).matches()
        ? List.of(LeafBuilder.open(source, span, "industry", LeafMode.JUDGEMENT, Strength.HARD))
        : List.of();
  }

  private static FoundLeaf coded(ItemText source, TextSpan span, List<String> codes) {
    return LeafBuilder.data(
        source,
        span,
        "industry",
        Operator.IN_INDUSTRY,
        codes.stream().map(FactValue::of).toList(),
        null,
        null);
  }

  /** Industries that a stretch names, and where. */
  record Named(List<String> codes, List<TextSpan> spans) {}

  /**
   * @param taken what stands for something else
   */
  static Named named(String text, List<TextSpan> taken) {
    return named(text, new TextSpan(0, text.length()), taken);
  }

  private static Named named(String text, TextSpan within, List<TextSpan> taken) {
    Set<String> codes = new LinkedHashSet<>();
    List<TextSpan> seen = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      Matcher words = entry.words().matcher(text).region(within.start(), within.end());
      while (words.find()) {
        TextSpan at = new TextSpan(words.start(), words.end());
        if (seen.stream().noneMatch(at::overlaps) && taken.stream().noneMatch(at::overlaps)) {
          seen.add(at);
          codes.addAll(entry.codes());
        }
      }
    }
    return new Named(List.copyOf(codes), seen);
  }

  private static List<Entry> load() {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                IndustryDetector.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t");
          entries.add(new Entry(Pattern.compile(cells[0]), Arrays.asList(cells[1].split(","))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(entries);
  }
}
