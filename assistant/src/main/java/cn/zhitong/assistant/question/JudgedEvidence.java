package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.question.AnswerabilityModel.Judgement;
import cn.zhitong.assistant.retrieval.Hit;

/** What was found for a question and judged, with what is needed to quote it. */
record JudgedEvidence(Judgement judged, ClauseFinder clauses, StoredTexts texts) {

  /** The stored text of a hit's policy. */
  String whole(Hit hit) {
    return whole(texts, hit);
  }

  static String whole(StoredTexts texts, Hit hit) {
    return texts.find(hit.policyId()).map(StoredTexts.StoredText::text).orElse(hit.text());
  }
}
