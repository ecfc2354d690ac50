package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.SourceReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A corpus of any size from the demo's passages, by a seeded generator: each text is two halves of
 * real ones, each vector lies between their two vectors, perturbed. Uniformly random vectors would
 * not do: they have no neighbourhoods, and an index's recall on them says nothing.
 */
final class SyntheticCorpus {
  static final int PASSAGES_A_POLICY = 10;

  /** Length of the perturbation: neighbours then have cosines of .8 to .95, as in real corpora. */
  private static final double NOISE = .45;

  private static final List<String> REGIONS = List.of("350100", "350200", "350000", "000000");
  private static final List<String> KINDS = List.of("policy", "guide", "reply");
  private static final int BATCH = 2000;

  /** Upper halves of ids of the fourth version, so that they look like others. */
  private static final long POLICY_IDS = 0x1L << 62 | 0x4000;

  private static final long PASSAGE_IDS = 0x1L << 61 | 0x4000;

  private final List<String> texts;
  private final List<float[]> vectors;
  private final SplittableRandom random;

  private SyntheticCorpus(List<String> texts, List<float[]> vectors, long seed) {
    this.texts = texts;
    this.vectors = vectors;
    this.random = new SplittableRandom(seed);
  }

  static SyntheticCorpus ofDemo(Embedder embedder, long seed) throws IOException {
    Path home = Path.of(System.getProperty("zhitong.home", ".")).toAbsolutePath();
    Path demo = home.resolve("assistant/src/main/resources/demo/policies");
    List<String> texts = new ArrayList<>();
    PolicyParser parser = new PolicyParser();
    try (Stream<Path> files = Files.list(demo)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(txt|md)")).sorted().toList()) {
        String name = file.getFileName().toString();
        new SourceReader()
            .read(
                new SourceFile(name, name, file),
                text -> passages(parser.parse(text)).forEach(texts::add),
                line -> {});
      }
    } catch (cn.zhitong.ingest.read.UnreadableSource e) {
      throw new IOException(e);
    }
    return new SyntheticCorpus(List.copyOf(texts), embedder.embedPassages(texts), seed);
  }

  private static List<String> passages(ParsedPolicy policy) {
    return policy.passages().stream().map(Passage::text).filter(t -> t.length() >= 40).toList();
  }

  /** What each row is made of; the mixture of two real passages. */
  private record Row(String text, float[] vector) {}

  private Row row() {
    int a = random.nextInt(texts.size());
    int b = random.nextInt(texts.size());
    String left = texts.get(a);
    String right = texts.get(b);
    double share = .2 + .6 * random.nextDouble();
    float[] vector = new float[vectors.get(a).length];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      double noise = (random.nextDouble() - .5) * NOISE * Math.sqrt(12.0 / vector.length);
      vector[i] = (float) (share * vectors.get(a)[i] + (1 - share) * vectors.get(b)[i] + noise);
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    String text =
        left.substring(0, (int) (left.length() * share)) + right.substring(right.length() / 2);
    return new Row(text.replaceAll("[\\t\\n\\r\\\\]", " "), vector);
  }

  /** Questions in the corpus's words: the beginnings of its passages, without their numbers. */
  List<String> questions(int count) {
    List<String> questions = new ArrayList<>();
    while (questions.size() < count) {
      String text = texts.get(random.nextInt(texts.size())).replaceAll("[^\\u4e00-\\u9fff]", "");
      int from = random.nextInt(Math.max(1, text.length() - 20));
      questions.add(text.substring(from, Math.min(text.length(), from + 16)) + "有什么规定？");
    }
    return questions;
  }

  /**
   * Fills the corpus tables by COPY.
   *
   * @return passages written: all, or none where as many are there already
   */
  int load(DataSource database, int passages) throws SQLException, IOException {
    Jdbc jdbc = new Jdbc(database);
    int there =
        jdbc.first("select count(*)::int as n from corpus.passage", r -> r.getInt("n"))
            .orElseThrow();
    if (there == passages) {
      return 0;
    }
    if (there > 0) {
      throw new IllegalStateException(
          "the data folder holds " + there + " passages; take another for " + passages);
    }
    try (Connection connection = database.getConnection()) {
      PGConnection copy = connection.unwrap(PGConnection.class);
      for (int from = 0; from < passages; from += BATCH) {
        batch(copy, from, Math.min(passages, from + BATCH));
      }
    }
    jdbc.update("analyze corpus.passage");
    return passages;
  }

  private void batch(PGConnection connection, int from, int to) throws SQLException, IOException {
    StringBuilder policies = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    UUID policy = null;
    String shared = null;
    for (int i = from; i < to; i++) {
      if (i % PASSAGES_A_POLICY == 0) {
        policy = Ids.next();
        int number = i / PASSAGES_A_POLICY;
        shared = REGIONS.get(number % REGIONS.size()) + '\t' + KINDS.get(number / 4 % KINDS.size());
        policies.append(policyLine(policy, number, shared));
      }
      Row row = row();
      rows.append(Ids.next()).append('\t').append(policy).append('\t').append(i);
      rows.append("\t0\t\\N\t事项\t0\t").append(row.text().length()).append('\t');
      rows.append(row.text()).append('\t').append(array(row.vector())).append('\t');
      rows.append(shared).append("\t2020-01-01\t\\N\n");
    }
    copy(
        connection,
        "corpus.policy (id, source, external_id, digest, text, title, display_title, region, kind,"
            + " status, starts_on, text_digest, embedding_model, created_at, updated_at)",
        policies);
    copy(
        connection,
        "corpus.passage (id, policy_id, ordinal, clause, path, headings, start_at, end_at, text,"
            + " embedding, region, kind, starts_on, ended_on)",
        rows);
  }

  /** One policy for a node's index, without its vectors; its passages' ids tell their number. */
  IndexedPolicy policy(int number) {
    List<IndexedPassage> passages = new ArrayList<>();
    for (int i = 0; i < PASSAGES_A_POLICY; i++) {
      UUID id = passageId(number * PASSAGES_A_POLICY + i);
      passages.add(new IndexedPassage(id, null, "事项", row().text(), null));
    }
    String region = REGIONS.get(number % REGIONS.size());
    String kind = KINDS.get(number / 4 % KINDS.size());
    return new IndexedPolicy(
        new UUID(POLICY_IDS, number),
        "1",
        title(number),
        null,
        null,
        region,
        kind,
        LocalDate.of(2020, 1, 1),
        null,
        passages);
  }

  static UUID passageId(int number) {
    return new UUID(PASSAGE_IDS, number);
  }

  private static String title(int number) {
    return "测试省人民政府关于第" + number + "号事项的若干措施";
  }

  private static String policyLine(UUID id, int number, String shared) {
    String title = title(number);
    return String.join(
            "\t",
            id.toString(),
            "bench",
            "p" + number,
            "d" + number,
            "x",
            title,
            title,
            shared,
            "in_force",
            "2020-01-01",
            "t" + number,
            "bench",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00Z")
        + '\n';
  }

  private static void copy(PGConnection connection, String into, StringBuilder lines)
      throws SQLException, IOException {
    connection
        .getCopyAPI()
        .copyIn("copy " + into + " from stdin", new StringReader(lines.toString()));
  }

  private static String array(float[] vector) {
    StringBuilder array = new StringBuilder("{");
    for (int i = 0; i < vector.length; i++) {
      array.append(i == 0 ? "" : ",").append(vector[i]);
    }
    return array.append('}').toString();
  }
}
