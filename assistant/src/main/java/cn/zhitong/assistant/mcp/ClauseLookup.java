package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds a clause by the policy's id, number or title and the clause's path. */
@Singleton
class ClauseLookup {
  private static final int LISTED = 40;
  private static final int SEARCHED = 20;

  private final CorpusStore store;
  private final Retrieval retrieval;
  private final Clock clock;

  ClauseLookup(CorpusStore store, Retrieval retrieval, Clock clock) {
    this.store = store;
    this.retrieval = retrieval;
    this.clock = clock;
  }

  /**
   * @throws Problem.NotFound naming what there is instead
   */
  FoundClause find(String named, Optional<String> path) {
    StoredPolicy policy = policy(named);
    List<Clause> clauses =
        store.clauses(policy.id()).stream().filter(c -> c.path() != null).toList();
    if (path.isEmpty()) {
      List<FoundClause.Entry> outline =
          clauses.stream().map(c -> new FoundClause.Entry(c.path(), c.heading())).toList();
      return found(policy, null, outline);
    }
    String wanted = plain(path.get());
    Clause clause =
        clauses.stream()
            .filter(c -> plain(c.path()).equals(wanted))
            .findFirst()
            .or(
                () ->
                    clauses.stream()
                        .filter(c -> plain(c.path()).endsWith("、" + wanted))
                        .findFirst())
            .orElseThrow(() -> new Problem.NotFound(missing(path.get(), clauses)));
    return found(policy, clause, null);
  }

  private FoundClause found(StoredPolicy policy, Clause clause, List<FoundClause.Entry> outline) {
    return new FoundClause(
        policy.id().toString(),
        policy.entry().displayTitle(),
        policy.metadata().documentNumber(),
        policy.statusOn(LocalDate.now(clock)).code(),
        clause == null ? null : clause.path(),
        clause == null ? null : policy.text().substring(clause.start(), clause.end()),
        clause == null ? null : Integer.valueOf(clause.start()),
        clause == null ? null : Integer.valueOf(clause.end()),
        outline);
  }

  private static String missing(String path, List<Clause> clauses) {
    if (clauses.isEmpty()) {
      return "这份政策没有分条款，请用 search_policies 查看原文片段。";
    }
    List<String> paths = clauses.stream().map(Clause::path).limit(LISTED).toList();
    return "没有条款“" + path + "”，这份政策的条款有：" + String.join("；", paths) + "。";
  }

  private StoredPolicy policy(String named) {
    return id(named)
        .or(() -> idByName(named))
        .flatMap(store::policy)
        .filter(policy -> !policy.entry().withdrawn())
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "没有找到政策“" + named + "”，请先用 search_policies 检索，再填它的 policyId。"));
  }

  private static Optional<PolicyId> id(String named) {
    try {
      return Optional.of(PolicyId.parse(named));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** By number or title, also of a text that is no longer in force. */
  private Optional<PolicyId> idByName(String named) {
    String bare = named.replaceAll("[《》]", "");
    String query = bare.matches(".*\\d{4}.*号.*") ? bare : "《" + bare + "》";
    return retrieval
        .search(new SearchQuery(query, SEARCHED, null, LocalDate.now(clock), Set.of(), true))
        .stream()
        .filter(hit -> is(hit, plain(bare)))
        .map(Hit::policyId)
        .findFirst();
  }

  private static boolean is(Hit hit, String wanted) {
    return List.of(
            Objects.toString(hit.documentNumber(), ""),
            Objects.toString(hit.title(), ""),
            Objects.toString(hit.displayTitle(), ""))
        .stream()
        .map(ClauseLookup::plain)
        .anyMatch(name -> !name.isEmpty() && (name.equals(wanted) || isEndOf(name, wanted)));
  }

  /** A title without the issuer before it: 支持仓储物流企业的若干措施. */
  private static boolean isEndOf(String name, String wanted) {
    return wanted.length() >= 6 && name.endsWith(wanted);
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "")
        .replace('（', '(')
        .replace('）', ')')
        .replaceAll("[\\[【(](\\d{4})[\\]】)]", "〔$1〕");
  }
}
