package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.outline.Sentences;
import cn.zhitong.ingest.outline.Sentences.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Answers in the policies' own words: the sentences of the best passages that share the question's
 * rare words and hold the kind of thing it asks for, with the sentences that belong to them.
 */
final class ExtractiveComposer {
  /** Passages looked at; below the third the gold answers of the development set grow rare. */
  private static final int PASSAGES = 5;

  List<CitedSentence> compose(AskedQuestion question, List<Hit> hits) {
    List<Window> windows = new ArrayList<>();
    int rank = 0;
    for (Hit hit : hits.subList(0, Math.min(PASSAGES, hits.size()))) {
      windows.add(best(question, hit, rank++));
    }
    windows.sort(Comparator.comparingDouble(Window::score).reversed());
    List<CitedSentence> sentences = new ArrayList<>();
    if (!windows.isEmpty()) {
      quote(windows.get(0), sentences);
    }
    return sentences;
  }

  private static Window best(AskedQuestion question, Hit hit, int rank) {
    String text = hit.text();
    List<Span> spans = Sentences.of(text, 0, text.length());
    double[] scores = new double[spans.size()];
    int anchor = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(question, hit, text.substring(spans.get(i).start(), spans.get(i).end()));
      anchor = scores[i] > scores[anchor] ? i : anchor;
    }
    int first = anchor;
    int last = anchor;
    int budget = question.type().budget();
    while (true) {
      double before = first > 0 ? scores[first - 1] : -1;
      double after = last + 1 < scores.length ? scores[last + 1] + .1 : -1;
      int next = after >= before ? last + 1 : first - 1;
      if (Math.max(before, after) < 0) {
        break;
      }
      int length =
          Math.max(spans.get(next).end(), spans.get(last).end())
              - Math.min(spans.get(next).start(), spans.get(first).start());
      if (length > budget) {
        break;
      }
      first = Math.min(first, next);
      last = Math.max(last, next);
    }
    return new Window(
        hit, spans.get(first).start(), spans.get(last).end(), scores[anchor] - .08 * rank);
  }

  private static double score(AskedQuestion question, Hit hit, String sentence) {
    double coverage = QuestionTerms.coverage(question.terms(), sentence);
    double context =
        QuestionTerms.coverage(
            question.terms(), sentence + '\n' + hit.displayTitle() + '\n' + hit.headings());
    return coverage + .5 * context + (question.type().fits(sentence) ? .3 : 0);
  }

  private static void quote(Window window, List<CitedSentence> sentences) {
    String text = window.hit().text();
    int to = window.to();
    while (to > window.from() && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (to == window.from()) {
      return;
    }
    Citation citation = Citation.of(window.hit(), window.from(), to);
    sentences.add(LeadIn.to(citation));
    for (Span span : Sentences.of(text, window.from(), to)) {
      String sentence = text.substring(span.start(), span.end());
      if (!sentence.isBlank()) {
        sentences.add(new CitedSentence(sentence, List.of(citation)));
      }
    }
  }
}
