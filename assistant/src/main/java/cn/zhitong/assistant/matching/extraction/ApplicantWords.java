package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody says of an enterprise in a word or two: its industry, its size class, what it is
 * recognised as.
 *
 * @param industries codes of GB/T 4754
 * @param scales size classes: 大型, 中型, 小型, 微型
 * @param qualifications as the catalogue calls them
 * @param rest the text without the words that said so
 */
public record ApplicantWords(
    List<String> industries, List<String> scales, List<String> qualifications, String rest) {
  /** 小微 names two classes; conditions that name one of them name both. */
  private static final Map<String, String> SCALES =
      Map.of("大型", "大型", "中型", "中型", "小型", "小型", "微型", "微型", "小微", "小型", "微小", "微型");

  private static final Pattern SCALE = Pattern.compile("(大型|中型|小型|微型|小微|微小)(?:企业)?");

  public ApplicantWords {
    industries = List.copyOf(industries);
    scales = List.copyOf(scales);
    qualifications = List.copyOf(qualifications);
  }

  /** Reads a text of any kind. */
  public static ApplicantWords of(String text) {
    List<TextSpan> spans = new ArrayList<>();
    List<String> qualifications = new ArrayList<>();
    for (QualificationLexicon.Named named :
        QualificationLexicon.find(text, new TextSpan(0, text.length()))) {
      qualifications.add(named.name());
      spans.add(named.span());
    }
    List<String> scales = new ArrayList<>();
    Matcher scale = SCALE.matcher(text);
    while (scale.find()) {
      TextSpan span = new TextSpan(scale.start(), scale.end());
      if (spans.stream().noneMatch(span::overlaps)) {
        scales.add(SCALES.get(scale.group(1)));
        spans.add(span);
      }
    }
    IndustryDetector.Named industry = IndustryDetector.named(text, spans);
    spans.addAll(industry.spans());
    return new ApplicantWords(industry.codes(), scales, qualifications, without(text, spans));
  }

  private static String without(String text, List<TextSpan> spans) {
    StringBuilder rest = new StringBuilder(text);
    spans.stream()
        .sorted(Comparator.comparingInt(TextSpan::start).reversed())
        .forEach(span -> rest.delete(span.start(), span.end()));
    return rest.toString();
  }
}
