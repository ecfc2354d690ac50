package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.retrieval.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Answers in the policies' own words: the pieces of the best passages that are likeliest to hold
 * the answer, each with its neighbours as far as they are likely too, so that a list stays whole.
 */
final class ExtractiveComposer {
  /** Passages looked at; the gold answers of the development set are rarely below the sixth. */
  static final int PASSAGES = 6;

  /** Passages quoted. A third gave .007 more whole gold answers for 17 more characters. */
  private static final int WINDOWS = 2;

  /**
   * Log-odds below which a neighbour is not taken along. Measured on the development set by
   * cross-validation, with the budgets of {@link AnswerType}: at -3.0 the gold answer is whole in
   * .792 of the answers with 302 characters quoted (median), at -2.85 in .788 with 293, at -2.7 in
   * .782 with 281.
   */
  private static final double NEIGHBOUR = -2.85;

  /** What a passage's log-odds weigh beside those of its likeliest piece. */
  private static final double LIKELINESS = .5;

  /** Log-odds below which a second passage is not quoted. */
  private static final double SECOND = -3.0;

  private static final Pattern BRACKET = Pattern.compile("\\s{0,20}[（(〔\\[](?:责任|牵头|配合)");

  /**
   * Log-odds above which a neighbour is taken along from the next clause, to be cited by its own
   * number.
   */
  private static final double ELSEWHERE = -1.5;

  /** A second quotation shorter than this is no use. */
  private static final int LEAST = 40;

  /** Characters up to which a clause is quoted whole. */
  private static final int SHORT_CLAUSE = 180;

  /** Characters of the items behind a colon that are taken along. */
  private static final int LONGEST_LIST = 240;

  /** Longest stretch that is taken for a heading alone. */
  private static final int HEADING = 16;

  private final double[] weights;

  ExtractiveComposer() {
    this(SentenceScorer.WEIGHTS);
  }

  /** With weights of its own, for calibration. */
  ExtractiveComposer(double[] weights) {
    this.weights = weights;
  }

  /**
   * @param hits the likeliest first
   * @param likeliness log-odds that each of the first hits answers; empty where they are not known
   * @param whole the stored text of a hit's policy
   */
  List<CitedSentence> compose(
      AnalyzedQuestion question,
      List<Hit> hits,
      List<Double> likeliness,
      ClauseFinder clauses,
      Function<Hit, String> whole) {
    List<CitedSentence> sentences = new ArrayList<>();
    Citation last = null;
    for (QuoteSpan window : windows(question, hits, likeliness, clauses)) {
      for (QuoteSpan part : byClause(window, clauses, question.type().budget())) {
        Optional<QuoteSpan> governing =
            GoverningSentence.before(part, clauses, whole)
                .filter(span -> sentences.stream().noneMatch(s -> quotes(s, span)));
        if (governing.isPresent()) {
          last = quote(governing.get(), last, clauses, sentences);
        }
        last = quote(part, last, clauses, sentences);
      }
    }
    return sentences;
  }

  private static boolean quotes(CitedSentence sentence, QuoteSpan span) {
    int start = span.hit().start() + span.from();
    return sentence.citations().stream()
        .anyMatch(
            c ->
                c.policyId().equals(span.hit().policyId())
                    && c.start() <= start
                    && start < c.end());
  }

  List<QuoteSpan> windows(
      AnalyzedQuestion question, List<Hit> hits, List<Double> likeliness, ClauseFinder clauses) {
    List<ScoredSentence> all =
        scored(question, hits.subList(0, Math.min(PASSAGES, hits.size())), clauses);
    List<QuoteSpan> chosen = new ArrayList<>();
    int budget = question.type().budget();
    List<ScoredSentence> order = new ArrayList<>(all);
    order.sort(
        Comparator.comparingDouble(
            (ScoredSentence s) -> -s.best() - LIKELINESS * of(s, hits, likeliness)));
    for (ScoredSentence scored : order) {
      if (chosen.size() == WINDOWS
          || (!chosen.isEmpty() && (scored.best() < SECOND || budget < LEAST))) {
        break;
      }
      QuoteSpan window = withItsList(scored, wholeClause(scored, grow(scored, budget)));
      if (chosen.stream().noneMatch(other -> other.text().contains(window.text().strip()))) {
        chosen.add(window);
        budget -= window.length();
      }
    }
    return chosen;
  }

  private static double of(ScoredSentence scored, List<Hit> hits, List<Double> likeliness) {
    int rank = hits.indexOf(scored.hit());
    return rank < likeliness.size() ? likeliness.get(rank) : 0;
  }

  /** A short clause is quoted whole: half of it may say the opposite. */
  private static QuoteSpan wholeClause(ScoredSentence scored, QuoteSpan window) {
    int from = Math.max(0, scored.around().from());
    int to = Math.min(scored.hit().text().length(), scored.around().to());
    boolean isShort = to - from <= SHORT_CLAUSE;
    boolean inside = from <= window.from() && window.to() <= to;
    return isShort && inside ? new QuoteSpan(window.hit(), from, to, window.score()) : window;
  }

  /** What ends with a colon says nothing without the items behind it, whatever their number. */
  private static QuoteSpan withItsList(ScoredSentence scored, QuoteSpan window) {
    String text = window.hit().text();
    int to = window.to();
    if (!endsWithColon(text.substring(window.from(), to))) {
      return window;
    }
    for (SentenceSpan piece : scored.pieces()) {
      if (piece.from() >= window.to() && piece.to() - window.to() <= LONGEST_LIST) {
        to = piece.to();
      }
    }
    return new QuoteSpan(window.hit(), window.from(), to, window.score());
  }

  static boolean endsWithColon(String quote) {
    String text = quote.stripTrailing();
    return text.endsWith("：") || text.endsWith(":");
  }

  /** A passage with its pieces and their log-odds. */
  private record ScoredSentence(
      Hit hit, List<SentenceSpan> pieces, double[] odds, int anchor, ClauseScope around) {
    double best() {
      return odds[anchor];
    }

    /** Log-odds of a neighbour; under another clause's number it must be likely by itself. */
    double worth(int piece) {
      boolean near = around.holds(pieces.get(piece)) || odds[piece] >= ELSEWHERE;
      return near ? odds[piece] : Double.NEGATIVE_INFINITY;
    }
  }

  private List<ScoredSentence> scored(
      AnalyzedQuestion question, List<Hit> hits, ClauseFinder clauses) {
    List<ScoredSentence> scored = new ArrayList<>();
    boolean anyStatement =
        hits.stream().anyMatch(hit -> !SentenceSpan.statements(hit.text()).isEmpty());
    for (Hit hit : hits) {
      List<SentenceSpan> pieces =
          anyStatement ? quotable(question, hit) : SentenceSpan.of(hit.text());
      if (pieces.isEmpty()) {
        continue;
      }
      double lead = Math.max(0, hits.get(0).score() - hit.score());
      double[][] features =
          SentenceScorer.features(question, hit, pieces, scored.size(), Math.min(lead, 3));
      double[] odds = new double[pieces.size()];
      int anchor = 0;
      for (int i = 0; i < odds.length; i++) {
        odds[i] = SentenceScorer.logOdds(weights, features[i]);
        anchor = odds[i] > odds[anchor] ? i : anchor;
      }
      ClauseScope around =
          ClauseScope.around(pieces.get(anchor), hit, clauses, question.type().budget());
      scored.add(new ScoredSentence(hit, pieces, odds, anchor, around));
    }
    return scored;
  }

  /** Responsibility brackets answer who, and nothing else. */
  private static List<SentenceSpan> quotable(AnalyzedQuestion question, Hit hit) {
    List<SentenceSpan> pieces = SentenceSpan.statements(hit.text());
    List<SentenceSpan> telling =
        pieces.stream()
            .filter(piece -> !Preamble.is(piece.in(hit.text()), question.text()))
            .toList();
    return question.type() == AnswerType.PARTY
        ? telling
        : telling.stream()
            .filter(piece -> !BRACKET.matcher(piece.in(hit.text())).lookingAt())
            .toList();
  }

  /** From the likeliest piece outwards, to the likelier side first, while there is room. */
  private static QuoteSpan grow(ScoredSentence scored, int budget) {
    int first = scored.anchor();
    int last = scored.anchor();
    double[] odds = scored.odds();
    List<SentenceSpan> pieces = scored.pieces();
    while (true) {
      double before = first > 0 ? scored.worth(first - 1) : Double.NEGATIVE_INFINITY;
      double after = last + 1 < odds.length ? scored.worth(last + 1) : Double.NEGATIVE_INFINITY;
      boolean forward = after >= before;
      int length =
          forward && last + 1 < odds.length
              ? pieces.get(last + 1).to() - pieces.get(first).from()
              : first > 0
                  ? pieces.get(last).to() - pieces.get(first - 1).from()
                  : Integer.MAX_VALUE;
      if (Math.max(before, after) < NEIGHBOUR || length > budget) {
        break;
      }
      first -= forward ? 0 : 1;
      last += forward ? 1 : 0;
    }
    return new QuoteSpan(
        scored.hit(), pieces.get(first).from(), pieces.get(last).to(), scored.best());
  }

  /** One quotation a clause; a mere heading at the edge of the window says nothing by itself. */
  private static List<QuoteSpan> byClause(QuoteSpan window, ClauseFinder clauses, int budget) {
    Hit hit = window.hit();
    List<QuoteSpan> parts = new ArrayList<>();
    int from = window.from();
    int clause = -2;
    for (SentenceSpan piece : SentenceSpan.of(window.text())) {
      int start = window.from() + piece.from();
      // The items of one short clause are one answer.
      int next = clauses.unit(hit.policyId(), hit.start() + start, budget);
      if (clause != -2 && next != clause) {
        parts.add(new QuoteSpan(hit, from, start, window.score()));
        from = start;
      }
      clause = next;
    }
    parts.add(new QuoteSpan(hit, from, window.to(), window.score()));
    List<QuoteSpan> telling =
        parts.stream().filter(part -> part.text().strip().length() > HEADING).toList();
    return telling.isEmpty() ? parts : telling;
  }

  private static Citation quote(
      QuoteSpan window, Citation last, ClauseFinder clauses, List<CitedSentence> sentences) {
    String text = window.hit().text();
    int from = window.from();
    int to = window.to();
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (to == from) {
      return last;
    }
    Citation citation = clauses.cite(window.hit(), from, to);
    if (last == null || !sameClause(last, citation)) {
      sentences.add(CitationIntro.to(citation));
    }
    for (SentenceSpan piece : SentenceSpan.of(citation.quote())) {
      sentences.add(new CitedSentence(piece.in(citation.quote()), List.of(citation)));
    }
    return citation;
  }

  private static boolean sameClause(Citation one, Citation other) {
    return one.policyId().equals(other.policyId()) && Objects.equals(one.clause(), other.clause());
  }
}
