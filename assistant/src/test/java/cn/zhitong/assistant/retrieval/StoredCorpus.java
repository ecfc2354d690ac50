package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes policies straight into the corpus tables, as the publishing of ingest leaves them. */
final class StoredCorpus {
  private final Jdbc jdbc;
  private final Embedder embedder;

  StoredCorpus(Jdbc jdbc, Embedder embedder) {
    this.jdbc = jdbc;
    this.embedder = embedder;
  }

  static Entry policy(String title) {
    return new Entry(title);
  }

  static final class Entry {
    private final String title;
    private String number;
    private String region;
    private String kind = "policy";
    private LocalDate starts;
    private LocalDate ended;
    private final List<String[]> passages = new ArrayList<>();

    private Entry(String title) {
      this.title = title;
    }

    Entry number(String value) {
      number = value;
      return this;
    }

    Entry region(String value) {
      region = value;
      return this;
    }

    Entry kind(String value) {
      kind = value;
      return this;
    }

    Entry inForce(String from, String until) {
      starts = from == null ? null : LocalDate.parse(from);
      ended = until == null ? null : LocalDate.parse(until);
      return this;
    }

    Entry passage(String path, String text) {
      passages.add(new String[] {path, text});
      return this;
    }
  }

  UUID publish(Entry entry) {
    return publish(entry, Instant.now());
  }

  UUID publish(Entry entry, Instant at) {
    UUID id = Ids.next();
    jdbc.transaction(
        session -> {
          session.update(
              """
              insert into corpus.policy (id, source, external_id, digest, text, title,
                display_title, document_number, region, kind, status, starts_on, ended_on,
                ended_as, text_digest, embedding_model, created_at, updated_at)
              values (?, 'test', ?, 'd', '', ?, ?, ?, ?, ?, 'in_force', ?, ?, ?, 'd', ?, ?, ?)
              """,
              id,
              id.toString(),
              entry.title,
              entry.title,
              entry.number,
              entry.region,
              entry.kind,
              entry.starts,
              entry.ended,
              entry.ended == null ? null : "repealed",
              embedder.modelId(),
              at,
              at);
          int ordinal = 0;
          for (String[] passage : entry.passages) {
            session.update(
                """
                insert into corpus.passage (id, policy_id, ordinal, clause, path, headings,
                  start_at, end_at, text, embedding, region, kind, starts_on, ended_on)
                values (?, ?, ?, 0, ?, '', 0, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.next(),
                id,
                ordinal++,
                passage[0],
                passage[1].length(),
                passage[1],
                embedder.embedPassages(List.of(passage[1])).get(0),
                entry.region,
                entry.kind,
                entry.starts,
                entry.ended);
          }
          changed(session, id, at);
          return id;
        });
    return id;
  }

  void withdraw(UUID policy) {
    jdbc.transaction(
        session -> {
          Instant at = Instant.now();
          session.update(
              "update corpus.policy set withdrawn_at = ?, updated_at = ? where id = ?",
              at,
              at,
              policy);
          changed(session, policy, at);
          return null;
        });
  }

  private static void changed(Jdbc.Session session, UUID policy, Instant at) throws SQLException {
    session.update(
        "insert into corpus.change (id, policy_id, at) values (?, ?, ?)", Ids.next(), policy, at);
  }
}
