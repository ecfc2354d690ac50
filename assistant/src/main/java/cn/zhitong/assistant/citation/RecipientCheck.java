package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.citation.AttributedFigure.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether each figure of a sentence is given to whom its quote gives it. 国家级给予100万元，省级给予50万元 does
 * not bear out 省级给予100万元, though it has both words and the figure; nor 企业获100万元, which leaves out
 * the grade that decides.
 */
final class RecipientCheck {
  private final Values stated;
  private final List<Values> quoted;
  private final Map<Figure, List<AttributedFigure>> sources = new HashMap<>();

  RecipientCheck(String sentence, List<String> quotes) {
    this.stated = Values.of(sentence);
    this.quoted = quotes.stream().map(Values::ofQuote).toList();
  }

  /** The figures of the sentence that its quotes give to something else. */
  List<String> exchanged() {
    return figures().stream()
        .filter(figure -> like(figure).anyMatch(q -> figure.supportedBy(q.figure())))
        .filter(figure -> sources(figure).isEmpty())
        .map(Figure::text)
        .toList();
  }

  /** What the sentence gives, without the figures of its conditions. */
  List<Figure> figures() {
    return stated.figures().stream().filter(RecipientCheck::isGiven).toList();
  }

  private static boolean isGiven(Figure figure) {
    return switch (figure.kind()) {
      case QUANTITY, PERCENT, DATE, IDENTIFIER -> true;
      case DOCUMENT, ORDINAL -> false;
    };
  }

  /** Where a quote gives the figure to whom the sentence gives it. */
  List<AttributedFigure> sources(Figure figure) {
    return sources.computeIfAbsent(figure, this::find);
  }

  private List<AttributedFigure> find(Figure figure) {
    AttributedFigure mine =
        AttributedFigure.like(figure, stated).stream()
            .filter(given -> given.figure().equals(figure))
            .findFirst()
            .orElseThrow();
    List<AttributedFigure> all = like(figure).toList();
    return all.stream()
        .filter(q -> figure.supportedBy(q.figure()))
        .filter(q -> others(figure, q, all).stream().noneMatch(o -> isRather(mine, o, q)))
        .toList();
  }

  private Stream<AttributedFigure> like(Figure figure) {
    return quoted.stream().flatMap(values -> AttributedFigure.like(figure, values).stream());
  }

  private static List<AttributedFigure> others(
      Figure figure, AttributedFigure right, List<AttributedFigure> all) {
    return all.stream()
        .filter(q -> !figure.supportedBy(q.figure()))
        .filter(q -> !q.figure().value().equals(figure.value()))
        .filter(q -> q.figure().at() != right.figure().at())
        .toList();
  }

  /** Whether what is said is said of the other rather than of the right one, or of either. */
  private static boolean isRather(
      AttributedFigure mine, AttributedFigure other, AttributedFigure right) {
    ContextTerms words = mine.fresh();
    ContextTerms forOther = other.own().without(List.of(right.own(), right.head()));
    ContextTerms forRight = right.own().without(List.of(other.own(), other.head()));
    boolean othersGrade = !words.and(forOther).grades().isEmpty();
    boolean rightsGrade = !words.and(forRight).grades().isEmpty();
    if (othersGrade || rightsGrade) {
      return othersGrade;
    }
    boolean undecided =
        !forOther.grades().isEmpty()
            && !forRight.grades().isEmpty()
            && mine.own().and(forRight).grades().isEmpty()
            && mine.head().and(forRight).grades().isEmpty();
    int against = words.and(forOther).bigrams().size();
    int inFavour = words.and(forRight).bigrams().size();
    return undecided || (inFavour == 0 ? against > 0 : against > inFavour + 1);
  }
}
