package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.PromptInjectionFilter;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.question.Answer.Related;
import cn.zhitong.assistant.retrieval.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole clauses that the best passages stand in, to be shown without a claim: the clause of a
 * passage's likeliest sentence, with the clauses around it while together they stay short, so that
 * an item keeps its governing sentence.
 */
final class RelatedClauses {
  /** Characters of one clause that people read; of a longer one the passage found is shown. */
  private static final int LONGEST = 480;

  private final ClauseFinder clauses;
  private final StoredTexts texts;

  RelatedClauses(ClauseFinder clauses, StoredTexts texts) {
    this.clauses = clauses;
    this.texts = texts;
  }

  /**
   * @param hits the likeliest first
   * @return none where nothing that was found may be shown
   */
  List<Citation> of(AnalyzedQuestion question, List<Hit> hits) {
    List<Citation> chosen = new ArrayList<>();
    for (Hit hit : hits) {
      if (chosen.size() == Related.MOST) {
        break;
      }
      around(question, hit)
          .map(found -> texts.find(found.policyId()).map(found::in).orElse(found))
          .filter(found -> !PromptInjectionFilter.toAModel(found.quote()))
          .filter(found -> chosen.stream().noneMatch(other -> overlap(other, found)))
          .ifPresent(chosen::add);
    }
    return chosen;
  }

  private static boolean overlap(Citation one, Citation other) {
    return one.policyId().equals(other.policyId())
        && one.start() < other.end()
        && other.start() < one.end();
  }

  private Optional<Citation> around(AnalyzedQuestion question, Hit hit) {
    List<SentenceSpan> pieces =
        SentenceSpan.of(hit.text()).stream()
            .filter(piece -> !Preamble.is(piece.in(hit.text()), question.text()))
            .toList();
    if (pieces.isEmpty() || Preamble.isAll(hit.text(), question.text())) {
      return Optional.empty();
    }
    SentenceSpan anchor = pieces.get(likeliest(question, hit, pieces));
    ClauseScope scope = ClauseScope.around(anchor, hit, clauses, LONGEST);
    int from = Math.max(0, scope.from());
    int to = Math.min(hit.text().length(), scope.to());
    boolean inside = scope.from() >= 0 && scope.to() <= hit.text().length();
    if (!inside && scope.to() - scope.from() <= LONGEST) {
      return whole(hit, scope);
    }
    if (to - from > LONGEST) {
      // The part of a long clause that begins with the sentence before the likeliest one.
      int index = pieces.indexOf(anchor);
      from = Math.max(from, pieces.get(Math.max(0, index - 1)).from());
      int last = index;
      while (last + 1 < pieces.size()
          && pieces.get(last + 1).to() <= to
          && pieces.get(last + 1).to() - from <= LONGEST) {
        last++;
      }
      to = Math.max(pieces.get(last).to(), anchor.to());
    }
    return trimmed(hit, from, withItsList(hit, from, to));
  }

  /**
   * A clause that ends with a colon is shown with as much of the items behind it as there is room.
   */
  private static int withItsList(Hit hit, int from, int to) {
    int last = to;
    if (ExtractiveComposer.endsWithColon(hit.text().substring(from, to))) {
      for (SentenceSpan piece : SentenceSpan.of(hit.text())) {
        if (piece.from() >= to && piece.to() - from <= LONGEST) {
          last = piece.to();
        }
      }
    }
    return last;
  }

  /** A short clause that goes beyond the passage is taken from the stored text. */
  private Optional<Citation> whole(Hit hit, ClauseScope scope) {
    return texts
        .find(hit.policyId())
        .filter(stored -> stored.text().length() >= hit.start() + scope.to())
        .flatMap(
            stored -> {
              int start = hit.start() + scope.from();
              int end = hit.start() + scope.to();
              Hit wider = hit.over(start, stored.text().substring(start, end));
              return trimmed(wider, 0, end - start);
            });
  }

  private Optional<Citation> trimmed(Hit hit, int from, int to) {
    String text = hit.text();
    int first = from;
    int last = to;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return first == last ? Optional.empty() : Optional.of(clauses.cite(hit, first, last));
  }

  private static int likeliest(AnalyzedQuestion question, Hit hit, List<SentenceSpan> pieces) {
    double[][] features = SentenceScorer.features(question, hit, pieces, 0, 0);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < features.length; i++) {
      double odds = SentenceScorer.logOdds(SentenceScorer.WEIGHTS, features[i]);
      if (odds > highest) {
        highest = odds;
        best = i;
      }
    }
    return best;
  }
}
