package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.WrittenQuestion.Label;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.region.Gazetteer;
import java.util.ArrayList;
import java.util.List;

/**
 * What search finds for written questions, as rows to learn from. A passage that overlaps a clause
 * labelled 1 answers, any other does not. The same question with its document taken out of what was
 * found is one that the library does not answer.
 */
final class AnswerabilityExamples {
  private final QuestionedLibrary library;

  /** One row a passage: features, whether it answers, and its share of the question's weight. */
  final List<double[]> pairs = new ArrayList<>();

  final List<Boolean> answers = new ArrayList<>();
  final List<Double> weights = new ArrayList<>();

  /** One entry a question: its passages, and whether any of them answers. */
  final List<Asked> asked = new ArrayList<>();

  /** A question with the first passages found, features in the same order. */
  record Asked(AnalyzedQuestion question, List<Hit> hits, double[][] rows, boolean[] right) {
    boolean answered() {
      for (boolean one : right) {
        if (one) {
          return true;
        }
      }
      return false;
    }
  }

  AnswerabilityExamples(QuestionedLibrary library) {
    this.library = library;
  }

  void add(WrittenQuestion written) {
    AnalyzedQuestion question = library.analyzed(written.text());
    List<Hit> hits = library.found(question);
    add(question, written.labels(), hits, written.isKnownToBeAnswered());
    add(
        question,
        List.of(),
        hits.stream()
            .filter(hit -> written.labels().stream().noneMatch(l -> l.isOf(hit.externalId())))
            .toList(),
        true);
  }

  /** A question that no policy answers. */
  void addUnanswered(String text) {
    AnalyzedQuestion question = library.analyzed(text);
    add(question, List.of(), library.found(question), true);
  }

  private void add(
      AnalyzedQuestion question, List<Label> labels, List<Hit> found, boolean allKnown) {
    if (found.isEmpty() || question.terms().isEmpty()) {
      return;
    }
    List<Hit> hits = found.subList(0, Math.min(AnswerabilityModel.JUDGED, found.size()));
    PassageFeatures features =
        new PassageFeatures(Gazetteer.standard(), question, found, hits.size(), library::text);
    double[][] rows = new double[hits.size()][];
    boolean[] right = new boolean[hits.size()];
    List<Integer> known = new ArrayList<>();
    for (int rank = 0; rank < hits.size(); rank++) {
      Hit hit = hits.get(rank);
      rows[rank] = features.of(rank);
      right[rank] = labels.stream().anyMatch(l -> l.answers() && library.overlaps(hit, l));
      if (allKnown || labels.stream().anyMatch(l -> library.overlaps(hit, l))) {
        known.add(rank);
      }
    }
    for (int rank : known) {
      pairs.add(rows[rank]);
      answers.add(right[rank]);
      weights.add((double) AnswerabilityModel.JUDGED / known.size());
    }
    Asked one = new Asked(question, hits, rows, right);
    if (labels.isEmpty() || one.answered()) {
      asked.add(one);
    }
  }
}
