package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.Rejected;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The clause that an application is rejected by, word for word in the stored text. */
@ApplicationScoped
class RejectionGround {
  private static final int LONGEST_PATH = 200;

  private final CorpusStore policies;
  private final Items items;

  RejectionGround(CorpusStore policies, Items items) {
    this.policies = policies;
    this.items = items;
  }

  /**
   * @throws Problem.InvalidRequest where the quote is not in the clause, nor in the item's text
   */
  Rejected of(ApplicationEventRequest request, ApplicationState standing, int longest) {
    Created created = standing.created();
    String quote = PlainText.required(request.quote(), "quote（驳回依据的原文）", longest);
    String path = PlainText.optional(request.clause(), "clause（条款）", LONGEST_PATH);
    String way = PlainText.optional(request.way(), "way（救济途径）", longest);
    Optional<StoredPolicy> policy =
        Optional.ofNullable(created.policyId()).map(PolicyId::new).flatMap(policies::policy);
    boolean inPolicy = policy.map(one -> quoted(one, path, quote)).orElse(false);
    boolean inItem =
        path == null
            && items
                .version(created.itemId(), created.itemVersion())
                .map(item -> item.content().text())
                .map(text -> text.contains(quote))
                .orElse(false);
    if (!inPolicy && !inItem) {
      String where = path == null ? "政策和事项的原文" : "政策条款“" + path + "”";
      throw new Problem.InvalidRequest("quote：这段文字不在" + where + "中，请逐字引用驳回依据的原文。");
    }
    return new Rejected(
        inPolicy ? created.policyId() : null,
        path,
        quote,
        way == null ? standing.plan().objectionWay() : way,
        PlainText.optional(request.text(), "text（说明）", longest));
  }

  private boolean quoted(StoredPolicy policy, String path, String quote) {
    if (path == null) {
      return policy.text().contains(quote);
    }
    return policies.clauses(policy.id()).stream()
        .filter(clause -> path.equals(clause.path()))
        .map(clause -> text(policy, clause))
        .anyMatch(text -> text.contains(quote));
  }

  private static String text(StoredPolicy policy, Clause clause) {
    return policy.text().substring(clause.start(), clause.end());
  }
}
