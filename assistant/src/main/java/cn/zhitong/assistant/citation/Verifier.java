package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.citation.StoredTexts.StoredText;
import cn.zhitong.assistant.citation.Verdict.Fault;
import cn.zhitong.assistant.citation.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a sentence may be shown. It may when
 *
 * <ol>
 *   <li>every policy it cites is published, and every quote stands in that policy's stored text,
 *       character for character, at its offsets;
 *   <li>neither it nor a quote gives orders to a language model;
 *   <li>every figure in it (number, amount, share, date, period, document number, address) is in a
 *       quote, or in the name of a policy cited, by value and with its limit;
 *   <li>every organisation and every 《title》 in it is named there too;
 *   <li>no clause of it forbids, obliges, permits, excuses or denies what its quote does not, nor
 *       affirms what its quote denies;
 *   <li>every figure is given to whom the quote gives it, under the conditions that it names;
 *   <li>most of its wording comes from what it cites.
 * </ol>
 *
 * <p>A sentence that is, as a whole, a sentence of its quote needs only the first two. Nothing here
 * asks a model, and nothing here knows who wrote the sentence.
 */
public final class Verifier {
  /**
   * Least share of a sentence's character bigrams that its sources must have. OverlapTest measures
   * what it tells apart: the right sentences of the test table have .455 and more; of 3,378 pairs
   * of a sentence and a passage of another policy half have less than .11 and 5.7 % have more than
   * this, set phrases that both texts use, which only their figures and names can tell apart.
   */
  private static final double MIN_OVERLAP = 0.45;

  private static final Pattern TITLE = Pattern.compile("《([^《》]{2,80})》");
  private static final String SENTENCE_ENDS = "。！？；!?;\n";

  private final StoredTexts library;

  public Verifier(StoredTexts library) {
    this.library = library;
  }

  /** Looks for every fault; an unknown policy or a false quote ends the search. */
  public Verdict verify(CitedSentence sentence) {
    List<Fault> faults = new ArrayList<>();
    StringBuilder sources = new StringBuilder();
    for (Citation citation : sentence.citations()) {
      Optional<StoredText> stored = library.find(citation.policyId());
      if (stored.isEmpty()) {
        faults.add(new Fault(Kind.UNKNOWN_POLICY, citation.title()));
      } else if (!isVerbatim(citation, stored.get().text())) {
        faults.add(new Fault(Kind.NOT_VERBATIM, citation.quote()));
      } else {
        sources.append(citation.quote()).append('\n');
        stored.get().names().forEach(name -> sources.append(name).append('\n'));
        sources.append(citation.clause() == null ? "" : citation.clause()).append('\n');
      }
    }
    Stream.concat(Stream.of(sentence.text()), quotes(sentence).stream())
        .filter(PromptInjectionFilter::toAModel)
        .findFirst()
        .ifPresent(words -> faults.add(new Fault(Kind.ORDERS_A_MODEL, words)));
    if (faults.isEmpty() && !isWholeSentenceOfAQuote(sentence)) {
      faults.addAll(unsupported(sentence, sources.toString()));
    }
    return new Verdict(faults);
  }

  /** The sentence with what stands beside each quote in the stored text. */
  public CitedSentence placed(CitedSentence sentence) {
    return new CitedSentence(
        sentence.text(), sentence.citations().stream().map(this::placed).toList());
  }

  /** The citation with what stands beside its quote in the stored text. */
  public Citation placed(Citation citation) {
    return library.find(citation.policyId()).map(citation::in).orElse(citation);
  }

  private static boolean isVerbatim(Citation citation, String stored) {
    return citation.end() <= stored.length()
        && stored.startsWith(citation.quote(), citation.start());
  }

  /** Verbatim, and cut where sentences are cut: 不得擅自停产 does not bear out 擅自停产. */
  private static boolean isWholeSentenceOfAQuote(CitedSentence sentence) {
    String text = sentence.text().strip();
    return sentence.citations().stream().map(Citation::quote).anyMatch(q -> standsIn(text, q));
  }

  private static boolean standsIn(String text, String quote) {
    // A table row is a line: it has no full stop, and neither has the row before it.
    boolean row = text.indexOf('\t') >= 0;
    for (int at = quote.indexOf(text); at >= 0; at = quote.indexOf(text, at + 1)) {
      int end = at + text.length();
      boolean begins =
          quote.substring(0, at).isBlank()
              || isEnd(quote.substring(0, at).strip())
              || row && beginsLine(quote, at);
      boolean ends =
          quote.substring(end).isBlank() || isEnd(text) || row && quote.charAt(end) == '\n';
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsLine(String quote, int at) {
    String before = quote.substring(0, at);
    return before.substring(before.stripTrailing().length()).indexOf('\n') >= 0;
  }

  private static boolean isEnd(String text) {
    String bare = text.replaceAll("[”’\"）)】]+$", "");
    return !bare.isEmpty() && SENTENCE_ENDS.indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  private static List<Fault> unsupported(CitedSentence sentence, String sources) {
    List<Fault> faults = new ArrayList<>();
    figures(sentence.text(), sources)
        .forEach(f -> faults.add(new Fault(Kind.UNSUPPORTED_FIGURE, f)));
    OrganisationFinder.unsupported(sentence.text(), sources)
        .forEach(name -> faults.add(new Fault(Kind.UNSUPPORTED_ORGANISATION, name)));
    titles(sentence.text(), sources)
        .forEach(title -> faults.add(new Fault(Kind.UNSUPPORTED_TITLE, title)));
    Modality.changed(withoutTitles(sentence.text()), quotes(sentence))
        .forEach(clause -> faults.add(new Fault(Kind.CHANGED_MODALITY, clause)));
    String said = ownWords(sentence);
    RecipientCheck subjects = new RecipientCheck(said, quotes(sentence));
    subjects.exchanged().forEach(figure -> faults.add(new Fault(Kind.EXCHANGED_SUBJECT, figure)));
    ConditionCheck.dropped(said, quotes(sentence), subjects)
        .forEach(words -> faults.add(new Fault(Kind.DROPPED_CONDITION, words)));
    if (overlap(sentence.text(), sources) < MIN_OVERLAP) {
      faults.add(new Fault(Kind.OFF_TOPIC, sentence.text()));
    }
    return faults;
  }

  private static List<String> figures(String text, String sources) {
    List<Figure> known = FigureFinder.inSource(sources);
    return FigureFinder.in(text).stream()
        .filter(figure -> known.stream().noneMatch(figure::supportedBy))
        .map(Figure::text)
        .toList();
  }

  /** Share of the sentence's wording that its sources have, organisations by their short names. */
  static double overlap(String text, String sources) {
    return Overlap.share(
        OrganisationFinder.shortened(withoutFigures(text)), OrganisationFinder.shortened(sources));
  }

  /** Figures compare by value; how they are written is no matter of topic. */
  private static String withoutFigures(String text) {
    String rest = FigureFinder.normal(text);
    for (Figure figure : FigureFinder.in(text)) {
      rest = rest.replace(figure.text(), " ");
    }
    return rest;
  }

  private static List<String> titles(String text, String sources) {
    String known = bare(sources);
    List<String> unsupported = new ArrayList<>();
    Matcher matcher = TITLE.matcher(text);
    while (matcher.find()) {
      // A long title is cut in a lead-in, with dots.
      if (!known.contains(bare(matcher.group(1)).replaceAll("…+$", ""))) {
        unsupported.add(matcher.group());
      }
    }
    return unsupported;
  }

  /** Without spaces, and without the marks of titles inside titles. */
  private static String bare(String text) {
    return text.replaceAll("[\\s《》〈〉]+", "");
  }

  private static List<String> quotes(CitedSentence sentence) {
    return sentence.citations().stream().map(Citation::quote).toList();
  }

  /** Without the names of what it cites, whose figures are nobody's. */
  private static String ownWords(CitedSentence sentence) {
    String text = withoutTitles(sentence.text());
    for (Citation citation : sentence.citations()) {
      text = citation.clause() == null ? text : text.replace(citation.clause(), "");
    }
    return text;
  }

  /** A title's own 禁止 or 免征 says nothing about the sentence. */
  private static String withoutTitles(String text) {
    return TITLE.matcher(text).replaceAll("");
  }
}
