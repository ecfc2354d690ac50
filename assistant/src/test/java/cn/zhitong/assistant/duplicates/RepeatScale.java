package cn.zhitong.assistant.duplicates;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.HanLpWords;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long looking for repeats takes as stored cases grow from a thousand to a million: {@code
 * RepeatScale [MOST]}, in a database of its own. Filed cases are made up in SQL, all within the 90
 * days; their keys are random, as those of unlike appeals are. Not a test: its figures stand in
 * docs/performance.md.
 */
final class RepeatScale {
  private static final String TABLE =
      """
      create schema if not exists assistant;
      create table assistant.triage_recent (
        case_id uuid primary key, asked_at timestamptz not null, vector bytea not null,
        sketch bytea not null, model text not null, keys bigint[] not null default '{}');
      create index triage_recent_asked on assistant.triage_recent (asked_at);
      create index triage_recent_keys on assistant.triage_recent using gin (keys);
      """;
  private static final String FILL =
      """
      insert into assistant.triage_recent
      select gen_random_uuid(), ?::timestamptz - i * interval '1 second',
             decode(repeat(md5(i::text), 32), 'hex'), decode(repeat(md5(i::text), 16), 'hex'), ?,
             array(select ((random() - .5) * 1.8e19)::bigint from generate_series(1, 40)
                    where i = i)
        from generate_series(?::int, ?::int) i
      """;

  private RepeatScale() {}

  public static void main(String[] args) throws Exception {
    int most = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("zhitong-repeats-");
    try (DataFolder data = DataFolder.open(folder);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, null);
        BgeEmbedder embedder = BgeEmbedder.load()) {
      Jdbc jdbc = new Jdbc(database.dataSource());
      for (String statement : TABLE.split(";")) {
        if (!statement.isBlank()) {
          jdbc.update(statement);
        }
      }
      AppealDocuments documents = new AppealDocuments(embedder);
      DuplicateIndex recent =
          new DuplicateIndex(new DuplicateStore(jdbc), documents, Clock.systemUTC());
      Instant now = Clock.systemUTC().instant();
      int stored = 0;
      for (int size = 1000; size <= most; size *= 10) {
        jdbc.update(FILL, now, documents.modelId(), stored + 1, size);
        jdbc.update("vacuum analyze assistant.triage_recent");
        stored = size;
        time(recent, size, now);
      }
    }
  }

  private static void time(DuplicateIndex recent, int size, Instant now) {
    Random random = new Random(size);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      AppealDocument document = document(random);
      long begin = System.nanoTime();
      recent.repeats(document, now);
      if (i >= 100) {
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    }
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%9d stored cases: p50 %.2f ms, p95 %.2f ms%n",
        size,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100]);
  }

  /** 150 characters and a vector that are nobody's. */
  private static AppealDocument document(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      text.append((char) (0x4E00 + random.nextInt(3000)));
    }
    float[] vector = new float[512];
    double norm = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      norm += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(norm);
    }
    return new AppealDocument("", text.toString(), HanLpWords.of(text.toString()), vector);
  }
}
