package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;
import java.util.function.Function;

/** Searches for a question and judges what is found. */
final class EvidenceSearch {
  private final Retrieval retrieval;
  private final AnswerabilityModel answerability;
  private final StoredTexts library;
  private final Function<PolicyId, List<Clause>> outlines;

  EvidenceSearch(
      Retrieval retrieval,
      AnswerabilityModel answerability,
      StoredTexts library,
      Function<PolicyId, List<Clause>> outlines) {
    this.retrieval = retrieval;
    this.answerability = answerability;
    this.library = library;
    this.outlines = outlines;
  }

  /** Passages for the question, best first. */
  List<Hit> search(AnalyzedQuestion question, QuestionRequest request) {
    return retrieval.search(QueryExpander.query(question.text(), request));
  }

  JudgedEvidence judged(AnalyzedQuestion question, List<Hit> hits) {
    StoredTexts texts = library.remembering();
    return new JudgedEvidence(
        answerability.judge(question, hits, hit -> JudgedEvidence.whole(texts, hit)),
        new ClauseFinder(outlines),
        texts);
  }

  /**
   * What is found in official words for the question's everyday ones, where that answers likelier;
   * otherwise what was found. What could not be read in a hurry is not compared.
   */
  JudgedEvidence orInOfficialWords(
      JudgedEvidence found, AnalyzedQuestion question, QuestionRequest request) {
    if (found.judged().hurried()) {
      return found;
    }
    return QueryExpander.officialQuery(question.text(), request)
        .map(query -> judged(question, retrieval.search(query)))
        .filter(other -> !other.judged().hurried())
        .filter(other -> other.judged().answers() > found.judged().answers())
        .orElse(found);
  }
}
