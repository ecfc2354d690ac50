package cn.zhitong.assistant.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a sentence keeps the conditions under which its quote gives what it gives. Of
 * 注册满两年的企业补助50万元 the two years belong to the meaning; 企业可获补助50万元 promises more than the policy.
 */
final class ConditionCheck {
  /** A sentence that says that there are conditions hides none: the quote stands beside it. */
  private static final Pattern SAYS_SO =
      Pattern.compile("(?:符合|满足|具备)[^，,。；;]{0,12}?(?:条件|要求|规定|标准|情形)");

  private static final Pattern FIRST = Pattern.compile("首次|首年|首度|第一次|初次");
  private static final Pattern IN_A_ROW = Pattern.compile("连续");
  private static final Pattern ONLY = Pattern.compile("仅限|只限|仅对|只对|限于|仅适用|只适用");
  private static final Pattern ONLY_SAID = Pattern.compile("仅|只|限");
  private static final Pattern EXCEPT =
      Pattern.compile("除外|除[^，,。；;]{1,30}?(?:以外|之外|外)(?![^。；;]{0,12}(?:还|再|另|也|均|都可))");
  private static final Pattern EXCEPT_SAID = Pattern.compile("除|不含|不包括|不适用|例外");

  private static final Pattern SENTENCE_END = Pattern.compile("[。；;！？!?\\n]+");

  private static final String WHO =
      "(?:企业|单位|个人|项目|机构|平台|园区|商户|个体工商户|用户|人员|职工|毕业生|劳动者|团队|产品|公司|合作社|农户|学校|医院|纳税人|缴费人|扣缴义务人|申请人|经营者|主体)";

  /** What is said of whoever gets it: 租用标准厂房的企业, and by itself 租用标准厂房的. */
  private static final Pattern WHOSE =
      Pattern.compile(
          "(?:^|[，,、：:对向给])([^，,、：:（()）]{2,60}?)的(?:([^，,、：:的]{0,12}?" + WHO + ")|(?=[，,]))");

  private static final Pattern BARE =
      Pattern.compile(
          "(?:^|[，,、：:。；;对向给由为使让])(?:所有|各类|各|全部|任何|每家|每个|每户|单个|我[省市区县]|本[省市区县]|相关|有关)?的?" + WHO);

  /** Least share of a condition's wording by which it counts as kept. */
  private static final double KEPT = .3;

  /** Least share of what follows from a condition by which a sentence says it. */
  private static final double SAID = .6;

  private final String sentence;
  private final ContextTerms wording;
  private final List<Figure> figures;

  private ConditionCheck(String sentence) {
    this.sentence = sentence;
    this.wording = ContextTerms.of(sentence);
    this.figures = FigureFinder.in(sentence);
  }

  /** The words of a quote that the sentence leaves out though they decide. */
  static List<String> dropped(String text, List<String> quotes, RecipientCheck subjects) {
    if (SAYS_SO.matcher(text).find()) {
      return List.of();
    }
    ConditionCheck conditions = new ConditionCheck(FigureFinder.normal(text));
    Set<String> dropped = new LinkedHashSet<>();
    for (Figure figure : subjects.figures()) {
      List<List<String>> missing =
          subjects.sources(figure).stream().map(conditions::missing).toList();
      if (missing.stream().noneMatch(List::isEmpty)) {
        missing.stream().findFirst().ifPresent(dropped::addAll);
      }
    }
    conditions.closest(quotes).map(conditions::missingOfWhatFollows).ifPresent(dropped::addAll);
    return List.copyOf(dropped);
  }

  private List<String> missing(AttributedFigure source) {
    String scope = source.scope();
    List<String> missing = new ArrayList<>();
    ConditionFigure.in(scope).stream()
        .filter(threshold -> figures.stream().noneMatch(f -> f.supportedBy(threshold)))
        .forEach(threshold -> missing.add(threshold.text()));
    require(FIRST, FIRST, scope, missing);
    require(IN_A_ROW, IN_A_ROW, scope, missing);
    require(ONLY, ONLY_SAID, source.sentence(), missing);
    require(EXCEPT, EXCEPT_SAID, source.sentence(), missing);
    WHOSE
        .matcher(scope)
        .results()
        .filter(this::isGeneralised)
        .forEach(m -> missing.add(m.group(1)));
    return missing;
  }

  private void require(Pattern asked, Pattern said, String scope, List<String> missing) {
    Matcher matcher = asked.matcher(scope);
    if (matcher.find() && !said.matcher(sentence).find()) {
      missing.add(matcher.group());
    }
  }

  /** The sentence names whoever gets it, and not by what the quote says of them. */
  private boolean isGeneralised(MatchResult whose) {
    boolean named = BARE.matcher(sentence).find();
    if (whose.group(2) != null) {
      named |= sentence.contains(whose.group(2));
    }
    return named && ContextTerms.of(whose.group(1)).coveredBy(wording) < KEPT;
  }

  /** The quotes' sentence that this one takes most of its words from. */
  private Optional<String> closest(List<String> quotes) {
    return quotes.stream()
        .flatMap(quote -> SENTENCE_END.splitAsStream(FigureFinder.normal(quote)))
        .max(Comparator.comparingDouble(part -> wording.coveredBy(ContextTerms.of(part))));
  }

  /** 注册满两年的企业可以申报: that they may is not to be said without the two years. */
  private List<String> missingOfWhatFollows(String quote) {
    List<String> missing = new ArrayList<>();
    for (Figure threshold : ConditionFigure.in(quote)) {
      String after = quote.substring(threshold.end());
      int whose = after.indexOf('的');
      int comma = comma(after);
      if (whose < 0 || (comma >= 0 && comma < whose)) {
        continue;
      }
      ContextTerms follows = ContextTerms.of(clause(after.substring(whose + 1)));
      boolean said = follows.bigrams().size() >= 2 && follows.coveredBy(wording) >= SAID;
      if (said && figures.stream().noneMatch(f -> f.supportedBy(threshold))) {
        missing.add(threshold.text());
      }
    }
    return missing;
  }

  /** The first clause that says something, without whom it is said of. */
  private static String clause(String text) {
    for (String clause : text.split("[，,：:]")) {
      String rest = clause.replaceAll("^[^，,]{0,8}?" + WHO, "");
      if (rest.codePoints().anyMatch(Character::isLetter)) {
        // What a clause with a figure grants was looked at already.
        return FigureFinder.in(rest).isEmpty() ? rest : "";
      }
    }
    return "";
  }

  private static int comma(String text) {
    Matcher matcher = Pattern.compile("[，,]").matcher(text);
    return matcher.find() ? matcher.start() : -1;
  }
}
