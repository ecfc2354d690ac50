package cn.zhitong.assistant.retrieval;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.util.UUID;

/**
 * A passage found, hydrated from PostgreSQL.
 *
 * @param clause the clause's path, null where the text has no outline
 * @param start offset of {@code text} in the policy's stored text, in UTF-16 chars
 * @param status the policy's validity on the query's {@code asOf}
 * @param score fused score, comparable between questions, higher is better
 * @param dense cosine similarity to the question, NaN where it was not computed
 */
public record Hit(
    UUID passageId,
    PolicyId policyId,
    String externalId,
    String title,
    String displayTitle,
    String documentNumber,
    String issuer,
    String region,
    String kind,
    PolicyStatus status,
    String sourceUrl,
    String clause,
    String headings,
    int start,
    int end,
    String text,
    double score,
    double dense) {

  /** Another stretch of the same policy's stored text, with this passage's scores. */
  public Hit over(int newStart, String newText) {
    return new Hit(
        passageId,
        policyId,
        externalId,
        title,
        displayTitle,
        documentNumber,
        issuer,
        region,
        kind,
        status,
        sourceUrl,
        clause,
        headings,
        newStart,
        newStart + newText.length(),
        newText,
        score,
        dense);
  }

  /** The same passage with what a search says of it. */
  Hit scored(double newScore, double newDense) {
    return new Hit(
        passageId,
        policyId,
        externalId,
        title,
        displayTitle,
        documentNumber,
        issuer,
        region,
        kind,
        status,
        sourceUrl,
        clause,
        headings,
        start,
        end,
        text,
        newScore,
        newDense);
  }
}
