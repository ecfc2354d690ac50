package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question with its gold answer and what search finds for it.
 *
 * @param documents ids of those that hold the answer
 * @param clauses of the policies found
 */
record ComposerQuestion(
    AnalyzedQuestion question,
    String answer,
    Set<String> documents,
    List<Hit> hits,
    Map<PolicyId, List<Clause>> clauses) {

  static ComposerQuestion of(BeirFolder.Query query, QuestionedLibrary library) {
    AnalyzedQuestion question = library.analyzed(query.text());
    List<Hit> hits = library.found(question);
    Map<PolicyId, List<Clause>> clauses = new HashMap<>();
    hits.forEach(hit -> clauses.put(hit.policyId(), library.clauses(hit.policyId())));
    return new ComposerQuestion(
        question, query.answer(), query.judgements().keySet(), hits, clauses);
  }

  /** When none of the documents that answer it is held out. */
  boolean isTrained() {
    return HeldOut.ofAll(documents).filter(part -> part != HeldOut.TEST).isPresent();
  }

  /** When all are; one with both kinds is neither. */
  boolean isMeasured() {
    return HeldOut.ofAll(documents).equals(Optional.of(HeldOut.TEST));
  }
}
