package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.OpenRetrieval;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fits the weights of {@link AnswerabilityModel} on written questions: {@code
 * AnswerabilityCalibration OUT.json QUESTIONS-FOLDER OFF-TOPIC.txt MOST POLICIES…}. Each question
 * is searched for; a passage that overlaps a clause labelled 1 answers, any other does not. The
 * same question with its document taken out of what was found is one that the library does not
 * answer. A fifth of the documents, by hash, is left out. Floors are chosen by hand on other
 * questions.
 */
final class AnswerabilityCalibration {
  private static final double PENALTY = 3;
  private static final int PARTS = 5;

  private final CorpusStore store;
  private final Retrieval retrieval;
  private final Map<PolicyId, StoredPolicy> policies = new HashMap<>();
  private final List<double[]> pairs = new ArrayList<>();
  private final List<Boolean> answers = new ArrayList<>();
  private final List<double[][]> asked = new ArrayList<>();
  private final List<Boolean> present = new ArrayList<>();

  private AnswerabilityCalibration(CorpusStore store, Retrieval retrieval) {
    this.store = store;
    this.retrieval = retrieval;
  }

  /** A line of the written questions. */
  private record Written(String doc, String clause, boolean answers) {}

  public static void main(String[] args) throws Exception {
    List<Path> paths = Stream.of(args).skip(4).map(Path::of).toList();
    Clock clock = Clock.systemUTC();
    Embedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load());
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Migrations.migrateCorpus(postgres.getPostgresDatabase());
      Jdbc jdbc = new Jdbc(postgres.getPostgresDatabase());
      CorpusStore store = new CorpusStore(jdbc, clock);
      new Ingest(new SourceReader(), new PolicyParser(), embedder, store)
          .run(
              "calibration",
              SourceFiles.under(paths),
              PolicyMetadata.builder().build(),
              outcome -> {});
      AnswerabilityCalibration calibration =
          new AnswerabilityCalibration(store, OpenRetrieval.over(jdbc, embedder, clock));
      calibration.ask(written(Path.of(args[1])), Integer.parseInt(args[3]));
      for (String line : Files.readAllLines(Path.of(args[2]))) {
        calibration.add(line, List.of(), calibration.found(line));
      }
      calibration.write(Path.of(args[0]));
    }
    System.exit(0);
  }

  private static Map<String, List<Written>> written(Path folder) throws IOException {
    Map<String, List<Written>> questions = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode node = CalibrationData.JSON.readTree(line);
          questions
              .computeIfAbsent(node.path("question").asText(), q -> new ArrayList<>())
              .add(
                  new Written(
                      node.path("doc").asText(node.path("title").asText()),
                      node.hasNonNull("clause") ? node.path("clause").asText() : null,
                      node.path("label").asInt() == 1));
        }
      }
    }
    return questions;
  }

  private void ask(Map<String, List<Written>> questions, int most) throws Exception {
    List<String> order = new ArrayList<>(questions.keySet());
    Collections.shuffle(order, new Random(7));
    for (String question : order.subList(0, Math.min(most, order.size()))) {
      List<Written> labels = questions.get(question);
      if (isHeldOut(labels.get(0).doc())) {
        continue;
      }
      List<Hit> hits = found(question);
      add(question, labels, hits);
      List<Hit> without =
          hits.stream().filter(hit -> labels.stream().noneMatch(l -> isOf(hit, l))).toList();
      add(question, List.of(), without);
    }
  }

  private List<Hit> found(String question) {
    String normal = QuestionNormalizer.normal(question);
    return retrieval.search(
        new SearchQuery(QueryExpander.with(normal), 20, null, LocalDate.now(), Set.of(), true));
  }

  /** Without a label no passage answers; with labels 0 alone only their passages are known. */
  private void add(String question, List<Written> labels, List<Hit> hits) {
    AnalyzedQuestion analyzed = AnalyzedQuestion.of(QuestionNormalizer.normal(question));
    if (hits.isEmpty() || analyzed.terms().isEmpty()) {
      return;
    }
    int judged = Math.min(AnswerabilityModel.JUDGED, hits.size());
    PassageFeatures features =
        new PassageFeatures(
            Gazetteer.standard(), analyzed, hits, judged, hit -> policy(hit).text());
    boolean unknown = !labels.isEmpty() && labels.stream().noneMatch(Written::answers);
    double[][] rows = new double[judged][];
    boolean any = false;
    for (int rank = 0; rank < judged; rank++) {
      Hit hit = hits.get(rank);
      rows[rank] = features.of(rank);
      boolean right = labels.stream().anyMatch(l -> l.answers() && overlaps(hit, l));
      any |= right;
      if (!unknown || labels.stream().anyMatch(l -> overlaps(hit, l))) {
        pairs.add(rows[rank]);
        answers.add(right);
      }
    }
    if (labels.isEmpty() || any) {
      asked.add(rows);
      present.add(any);
    }
  }

  private StoredPolicy policy(Hit hit) {
    return policies.computeIfAbsent(hit.policyId(), id -> store.policy(id).orElseThrow());
  }

  private static boolean isOf(Hit hit, Written label) {
    String file = label.doc().substring(label.doc().lastIndexOf('/') + 1);
    return hit.externalId().endsWith(file) || name(hit.externalId()).equals(name(file));
  }

  /** Versions of one law differ in the day behind their name. */
  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\(\\d{4}.*", "");
  }

  private boolean overlaps(Hit hit, Written label) {
    if (!isOf(hit, label)) {
      return false;
    }
    for (Clause clause : store.clauses(hit.policyId())) {
      if (Objects.equals(clause.path(), label.clause())
          && clause.start() < hit.end()
          && hit.start() < clause.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeldOut(String doc) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(doc.getBytes(StandardCharsets.UTF_8));
    return new java.math.BigInteger(1, hash).mod(java.math.BigInteger.valueOf(PARTS)).intValue()
        == PARTS - 1;
  }

  private void write(Path out) throws IOException {
    double[] answering = Logistic.fit(pairs, answers, PENALTY);
    List<double[]> best = new ArrayList<>();
    for (double[][] rows : asked) {
      double[] top = rows[0];
      for (double[] row : rows) {
        boolean likelier =
            SentenceScorer.logOdds(answering, row) > SentenceScorer.logOdds(answering, top);
        top = likelier ? row : top;
      }
      best.add(top);
    }
    ObjectNode artefact = CalibrationData.JSON.createObjectNode();
    artefact.put("artefact", "answerability");
    artefact.put("pairs", pairs.size());
    artefact.put("questions", asked.size());
    artefact.set("answers", named(answering));
    artefact.set("related", named(Logistic.fit(best, present, PENALTY)));
    Files.writeString(
        out, CalibrationData.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(artefact));
  }

  private static ObjectNode named(double[] weights) {
    ObjectNode named = CalibrationData.JSON.createObjectNode();
    for (int i = 0; i < PassageFeatures.NAMES.size(); i++) {
      named.put(PassageFeatures.NAMES.get(i), weights[i]);
    }
    return named.put("constant", weights[weights.length - 1]);
  }
}
