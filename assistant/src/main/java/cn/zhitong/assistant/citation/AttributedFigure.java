package cn.zhitong.assistant.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure of a sentence with the words that say to what it is given: 国家级给予100万元、省级给予50万元 gives
 * 100万元 to 国家级 and 50万元 to 省级.
 *
 * @param fresh the words that are this figure's alone
 * @param own the same, and where they name nothing the words of the figure before: 由30%提高到60%
 * @param head what stands before and holds for every figure of the sentence
 * @param scope all words that may hold a condition of this figure
 */
record AttributedFigure(
    Figure figure,
    ContextTerms fresh,
    ContextTerms own,
    ContextTerms head,
    String scope,
    String sentence) {
  private static final Pattern SENTENCE = Pattern.compile("[^。；;！？!?\\n]+");
  private static final Pattern BRACKET = Pattern.compile("^[（(][^（()）]*[)）]");
  private static final Pattern TRAIL = Pattern.compile("[^，,、：:。]*");
  private static final Pattern CLAUSE = Pattern.compile("[，,：:]");
  private static final Pattern ITEM = Pattern.compile("[^、，,和及与或]+");

  /** Stands where the figure stood, so that the words beside it do not become one. */
  private static final String GAP = "…";

  private static final String EACH = "分别";

  /** How much longer than the others' words the first one's may be; more of it is a head. */
  private static final int LONGER = 4;

  /** A text in its normal form with the figures in it that are no conditions. */
  record Values(String text, List<Figure> figures) {
    static Values ofQuote(String quote) {
      return of(quote, FigureFinder.inSource(quote));
    }

    static Values of(String sentence) {
      return of(sentence, FigureFinder.in(sentence));
    }

    private static Values of(String written, List<Figure> all) {
      String text = FigureFinder.normal(written);
      return new Values(
          text,
          all.stream()
              .filter(figure -> !ConditionFigure.is(figure, text))
              .sorted(Comparator.comparingInt(Figure::at))
              .toList());
    }
  }

  /** The figures that are of one sort with this one. */
  static List<AttributedFigure> like(Figure wanted, Values values) {
    List<Figure> alike = values.figures.stream().filter(wanted::comparable).toList();
    List<AttributedFigure> given = new ArrayList<>();
    Matcher sentences = SENTENCE.matcher(values.text);
    while (!alike.isEmpty() && sentences.find()) {
      int start = sentences.start();
      int end = sentences.end();
      List<Figure> here = alike.stream().filter(f -> f.at() >= start && f.at() < end).toList();
      if (!here.isEmpty()) {
        given.addAll(in(start, end, here, values.text));
      }
    }
    return given;
  }

  private static List<AttributedFigure> in(int start, int end, List<Figure> values, String text) {
    String sentence = text.substring(start, end);
    List<Integer> places = values.stream().map(Figure::at).distinct().toList();
    List<String> fresh = each(sentence, places.size(), places.get(0) - start);
    String before = fresh.isEmpty() ? "" : sentence.substring(0, sentence.indexOf(EACH));
    if (fresh.isEmpty()) {
      fresh = inTurn(start, end, values, text);
    }
    List<String> own = carried(fresh);
    int first = headEnd(own);
    String head = own.get(0).substring(0, first);
    ContextTerms shared = ContextTerms.of(head);
    List<AttributedFigure> given = new ArrayList<>();
    for (Figure value : values) {
      int place = places.indexOf(value.at());
      int from = place == 0 ? first : 0;
      String words = own.get(place).substring(from);
      ContextTerms mine = ContextTerms.of(fresh.get(place).substring(from));
      boolean goesOn = !fresh.get(place).equals(own.get(place));
      String scope = before.isEmpty() ? shared(head, place) + words : before;
      given.add(
          new AttributedFigure(
              value, mine, goesOn ? ContextTerms.of(words) : mine, shared, scope, sentence));
    }
    return given;
  }

  /** Half a clause before is the first figure's own; what ends with a comma is for all. */
  private static String shared(String head, int place) {
    return place == 0 || head.matches(".*[，,：:]") ? head : "";
  }

  /** 对国家级、省级企业分别给予100万元、50万元: the items before, in their order; else none. */
  private static List<String> each(String sentence, int values, int firstValue) {
    int at = sentence.indexOf(EACH);
    if (values < 2 || at < 0 || at > firstValue) {
      return List.of();
    }
    List<String> items =
        ITEM.matcher(sentence.substring(0, at))
            .results()
            .map(item -> item.group())
            .filter(item -> !ContextTerms.of(item).isEmpty())
            .toList();
    return items.size() < values ? List.of() : items.subList(items.size() - values, items.size());
  }

  /** What stands between one figure and the next, with what belongs to the one before taken off. */
  private static List<String> inTurn(int start, int end, List<Figure> values, String text) {
    List<String> own = new ArrayList<>();
    int from = start;
    for (int i = 0; i < values.size(); i++) {
      Figure value = values.get(i);
      if (i > 0 && value.at() == values.get(i - 1).at()) {
        continue;
      }
      int next =
          values.stream().mapToInt(Figure::at).filter(at -> at > value.at()).min().orElse(end);
      int after = Math.min(value.end(), next);
      int trail = trailEnd(text, after, next, next == end);
      own.add(text.substring(from, value.at()) + GAP + text.substring(after, trail));
      from = trail;
    }
    return own;
  }

  private static List<String> carried(List<String> fresh) {
    List<String> own = new ArrayList<>();
    for (String words : fresh) {
      boolean goesOn = !own.isEmpty() && ContextTerms.of(words).isEmpty();
      own.add(goesOn ? own.get(own.size() - 1) + words : words);
    }
    return own;
  }

  private static int trailEnd(String text, int from, int next, boolean last) {
    Matcher bracket = BRACKET.matcher(text).region(from, next);
    int start = bracket.lookingAt() ? bracket.end() : from;
    Matcher trail = TRAIL.matcher(text).region(start, next);
    int end = trail.lookingAt() ? trail.end() : start;
    return end < next || last ? end : start;
  }

  /** Where the first figure's own words begin: what is longer than the others' is for all. */
  private static int headEnd(List<String> own) {
    if (own.size() < 2) {
      return 0;
    }
    String first = own.get(0);
    int longest = own.stream().skip(1).mapToInt(String::length).max().orElse(0);
    int cut = Math.max(0, first.length() - longest - LONGER);
    Matcher clause = CLAUSE.matcher(first);
    int end = 0;
    while (clause.find()) {
      boolean telling = !ContextTerms.of(first.substring(clause.end())).isEmpty();
      boolean list = clause.group().matches("[：:]");
      if (telling && (list || (end < cut && cut > 0))) {
        end = clause.end();
      }
    }
    return end < cut ? cut : end;
  }
}
