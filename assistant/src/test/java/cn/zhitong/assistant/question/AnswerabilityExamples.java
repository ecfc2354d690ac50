package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.WrittenQuestion.Label;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.artefact.GoldAnswer;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.eval.dataset.BeirFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

  /**
   * A question of a collection whose judgements are of documents. The passage of a right document
   * that holds the gold answer, or most of the document, answers; what holds some of it is left
   * out.
   */
  void addCollected(BeirFolder.Query query) {
    AnalyzedQuestion question = library.analyzed(query.text());
    GoldAnswer gold = new GoldAnswer(query.answer());
    add(
        question,
        library.found(question),
        query.judgements().isEmpty(),
        hit -> {
          if (!query.judgements().containsKey(hit.externalId())) {
            return Answers.NO;
          }
          boolean most = 2 * (hit.end() - hit.start()) > library.text(hit).length();
          return most || gold.isIn(hit.text())
              ? Answers.YES
              : gold.isMissingFrom(hit.text()) ? Answers.NO : Answers.UNKNOWN;
        });
  }

  /** The examples of another library too. */
  void addAll(AnswerabilityExamples other) {
    pairs.addAll(other.pairs);
    answers.addAll(other.answers);
    weights.addAll(other.weights);
    asked.addAll(other.asked);
  }

  /** A question that no policy answers. */
  void addUnanswered(String text) {
    AnalyzedQuestion question = library.analyzed(text);
    add(question, List.of(), library.found(question), true);
  }

  private enum Answers {
    YES,
    NO,
    UNKNOWN
  }

  private void add(
      AnalyzedQuestion question, List<Label> labels, List<Hit> found, boolean allKnown) {
    add(
        question,
        found,
        labels.isEmpty(),
        hit -> {
          if (labels.stream().anyMatch(l -> l.answers() && library.overlaps(hit, l))) {
            return Answers.YES;
          }
          boolean known = allKnown || labels.stream().anyMatch(l -> library.overlaps(hit, l));
          return known ? Answers.NO : Answers.UNKNOWN;
        });
  }

  /**
   * @param unanswered whether it is known that nothing answers; of other questions those whose
   *     answer was not found say nothing of the whole question
   */
  private void add(
      AnalyzedQuestion question,
      List<Hit> found,
      boolean unanswered,
      Function<Hit, Answers> judgement) {
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
      rows[rank] = features.of(rank);
      Answers judged = judgement.apply(hits.get(rank));
      right[rank] = judged == Answers.YES;
      if (judged != Answers.UNKNOWN) {
        known.add(rank);
      }
    }
    for (int rank : known) {
      pairs.add(rows[rank]);
      answers.add(right[rank]);
      weights.add((double) AnswerabilityModel.JUDGED / known.size());
    }
    Asked one = new Asked(question, hits, rows, right);
    if (unanswered || one.answered()) {
      asked.add(one);
    }
  }
}
