package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.OpenRetrieval;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Policies in a database of their own, searched as a question's are, expired texts too. */
final class QuestionedLibrary implements AutoCloseable {
  private static final int FOUND = 20;

  private final EmbeddedPostgres postgres;
  private final CorpusStore store;
  private final Retrieval retrieval;
  private final SpellingCorrector spelling;
  private final LocalDate today;
  private final Map<PolicyId, String> texts = new HashMap<>();
  private final Map<PolicyId, List<Clause>> outlines = new HashMap<>();

  QuestionedLibrary(List<Path> policies, Embedder embedder, Clock clock) throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Jdbc jdbc = new Jdbc(postgres.getPostgresDatabase());
    store = new CorpusStore(jdbc, clock);
    new Ingest(new SourceReader(), new PolicyParser(), embedder, store)
        .run(
            "calibration",
            SourceFiles.under(policies),
            PolicyMetadata.builder().build(),
            outcome -> {});
    retrieval = OpenRetrieval.over(jdbc, embedder, clock);
    spelling = new SpellingCorrector(retrieval::vocabulary);
    today = LocalDate.now(clock);
  }

  AnalyzedQuestion analyzed(String question) {
    return AnalyzedQuestion.of(spelling.corrected(QuestionNormalizer.normal(question)));
  }

  List<Hit> found(AnalyzedQuestion question) {
    return retrieval.search(
        new SearchQuery(QueryExpander.with(question.text()), FOUND, null, today, Set.of(), true));
  }

  String text(Hit hit) {
    return texts.computeIfAbsent(hit.policyId(), id -> store.policy(id).orElseThrow().text());
  }

  List<Clause> clauses(PolicyId policy) {
    return outlines.computeIfAbsent(policy, store::clauses);
  }

  /** Whether the passage holds a part of the labelled clause. */
  boolean overlaps(Hit hit, WrittenQuestion.Label label) {
    return label.isOf(hit.externalId())
        && clauses(hit.policyId()).stream()
            .anyMatch(
                clause ->
                    Objects.equals(clause.path(), label.clause())
                        && clause.start() < hit.end()
                        && hit.start() < clause.end());
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
