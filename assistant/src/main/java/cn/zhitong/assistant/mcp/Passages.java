package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import java.util.List;

/** Passages found, most relevant first. Public for the tools' generated schemas. */
public record Passages(List<Passage> passages) {

  /**
   * @param clause path, null where the text has no outline
   * @param status validity on the day asked about
   */
  public record Passage(
      String policyId,
      String title,
      String documentNumber,
      String issuer,
      String clause,
      String status,
      String text,
      double score) {}

  static Passages of(List<Hit> hits) {
    return new Passages(hits.stream().map(Passages::passage).toList());
  }

  private static Passage passage(Hit hit) {
    return new Passage(
        hit.policyId().toString(),
        Citation.titleOf(hit),
        hit.documentNumber(),
        hit.issuer(),
        hit.clause(),
        hit.status().code(),
        hit.text(),
        hit.score());
  }
}
