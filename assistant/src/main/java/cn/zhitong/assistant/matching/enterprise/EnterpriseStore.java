package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.CandidateFilter;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The enterprise files, their history, and who looked into them. */
@ApplicationScoped
public class EnterpriseStore {
  private static final String COLUMNS =
      "credit_code, name, facts, closed_fields, closed_registers, revision, updated_at";
  private static final String FILE =
      "select " + COLUMNS + " from assistant.enterprise where credit_code = ?";
  private static final String FILES =
      "select " + COLUMNS + " from assistant.enterprise where credit_code = any (?)";
  private static final String CANDIDATES =
      "select "
          + COLUMNS
          + " from assistant.enterprise where credit_code > ? and (%s) order by credit_code limit"
          + " ?";
  private static final String DROPPED =
      """
      select region, industry, scale, count(*) as files from assistant.enterprise
      where not (%s) group by region, industry, scale
      """;
  private static final String LIST =
      """
      select credit_code, name, region, industry, scale from assistant.enterprise
      where name ilike ? or credit_code = ? order by credit_code limit ? offset ?
      """;
  private static final String COUNT =
      "select count(*) from assistant.enterprise where name ilike ? or credit_code = ?";
  private static final String PLACED =
      "select credit_code, region from assistant.enterprise order by credit_code";
  private static final String COUNT_ALL = "select count(*) from assistant.enterprise";
  private static final String PUT =
      """
      insert into assistant.enterprise
        (credit_code, name, region, industry, scale, facts, closed_fields, closed_registers,
         revision, updated_at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 1, ?)
      on conflict (credit_code) do update
         set name = excluded.name, region = excluded.region, industry = excluded.industry,
             scale = excluded.scale, facts = excluded.facts,
             closed_fields = excluded.closed_fields, closed_registers = excluded.closed_registers,
             revision = assistant.enterprise.revision + 1, updated_at = excluded.updated_at
      """;
  private static final String ENTRY =
      """
      insert into assistant.enterprise_entry (id, credit_code, act, batch, actor, at, facts)
      values (?, ?, ?, ?, ?, ?, ?::jsonb)
      """;
  private static final String HISTORY =
      """
      select act, batch, actor, at, facts from assistant.enterprise_entry
      where credit_code = ? order by id desc limit 200
      """;
  private static final String READ =
      """
      insert into assistant.enterprise_read (id, credit_code, reader, reason, at)
      values (?, ?, ?, ?, ?)
      """;
  private static final String READS =
      """
      select reader, reason, at from assistant.enterprise_read
      where credit_code = ? order by id desc limit 200
      """;
  private static final String VERSION =
      "select count(*) || '/' || coalesce(max(updated_at)::text, '') from assistant.enterprise";
  private static final String ERASE_FILE = "delete from assistant.enterprise where credit_code = ?";
  private static final String ERASE_HISTORY =
      "update assistant.enterprise_entry set facts = '[]'::jsonb where credit_code = ?";

  private static final String ERASE_CONTACT =
      "delete from assistant.enterprise_contact where credit_code = ?";

  private final Jdbc jdbc;
  private final ObjectMapper json;
  private final List<EnterpriseTraceStore> traces;

  @Inject
  EnterpriseStore(Jdbc jdbc, ObjectMapper json, @All List<EnterpriseTraceStore> traces) {
    this.jdbc = jdbc;
    this.json = json;
    this.traces = traces;
  }

  /** What came to a file. */
  public record Entry(String act, UUID batch, String actor, Instant at, List<Fact> facts) {}

  /** A row of the list of enterprises. */
  public record Listed(
      String creditCode, String name, String region, String industry, String scale) {}

  /** A look into a file. */
  public record FileRead(String reader, String reason, Instant at) {}

  public Optional<EnterpriseFile> file(CreditCode code) {
    return jdbc.first(FILE, this::file, code.value());
  }

  List<EnterpriseFile> files(Collection<String> codes) {
    return jdbc.query(FILES, this::file, codes);
  }

  /** The files that a filter leaves, in pages. */
  public void each(CandidateFilter filter, int page, Consumer<EnterpriseFile> consumer) {
    String sql = CANDIDATES.formatted(filter.sql());
    String last = "";
    List<EnterpriseFile> files;
    do {
      List<Object> parameters = new ArrayList<>();
      parameters.add(last);
      parameters.addAll(filter.parameters());
      parameters.add(page);
      files = jdbc.query(sql, this::file, parameters.toArray());
      files.forEach(consumer);
      last = files.isEmpty() ? last : files.get(files.size() - 1).creditCode().value();
    } while (files.size() == page);
  }

  /** Files that a filter drops, counted by what the columns say. */
  public record DroppedFiles(String region, String industry, String scale, long files) {}

  public List<DroppedFiles> dropped(CandidateFilter filter) {
    if (!filter.isSelective()) {
      return List.of();
    }
    return jdbc.query(
        DROPPED.formatted(filter.sql()),
        row ->
            new DroppedFiles(
                row.getString("region"),
                row.getString("industry"),
                row.getString("scale"),
                row.getLong("files")),
        filter.parameters().toArray());
  }

  List<Listed> list(String words, int limit, long offset) {
    return jdbc.query(
        LIST,
        row ->
            new Listed(
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("industry"),
                row.getString("scale")),
        "%" + words + "%",
        words,
        limit,
        offset);
  }

  List<EnterpriseNames.Placed> placed() {
    return jdbc.query(
        PLACED,
        row -> new EnterpriseNames.Placed(row.getString("credit_code"), row.getString("region")));
  }

  /** How many files there are. */
  public long count() {
    return jdbc.first(COUNT_ALL, row -> row.getLong(1)).orElse(0L);
  }

  long count(String words) {
    return jdbc.first(COUNT, row -> row.getLong(1), "%" + words + "%", words).orElse(0L);
  }

  /** Changes whenever a file does: what nodes compare before reading them again. */
  public String version() {
    return jdbc.first(VERSION, row -> row.getString(1)).orElseThrow();
  }

  /** A change to write: the file as it is now, and the facts that came. */
  record Change(EnterpriseFile file, String act, UUID batch, String actor, List<Fact> came) {}

  /** Writes all of them in one transaction. */
  void write(List<Change> changes, Instant at) {
    jdbc.transaction(
        session -> {
          List<Object[]> files = new ArrayList<>();
          List<Object[]> entries = new ArrayList<>();
          for (Change change : changes) {
            files.add(row(change.file(), at));
            entries.add(
                new Object[] {
                  Ids.next(),
                  change.file().creditCode().value(),
                  change.act(),
                  change.batch(),
                  change.actor(),
                  at,
                  write(change.came())
                });
          }
          session.batch(PUT, files);
          session.batch(ENTRY, entries);
          return null;
        });
  }

  private Object[] row(EnterpriseFile file, Instant at) {
    return new Object[] {
      file.creditCode().value(),
      file.name(),
      file.single("region"),
      file.single("industry"),
      file.single("scale"),
      write(file.facts()),
      file.closedFields(),
      file.closedRegisters(),
      at
    };
  }

  List<Entry> history(CreditCode code) {
    return jdbc.query(
        HISTORY,
        row ->
            new Entry(
                row.getString("act"),
                row.getObject("batch", UUID.class),
                row.getString("actor"),
                Jdbc.instant(row, "at"),
                facts(row.getString("facts"))),
        code.value());
  }

  void read(CreditCode code, String reader, String reason, Instant at) {
    jdbc.update(READ, Ids.next(), code.value(), reader, reason, at);
  }

  List<FileRead> reads(CreditCode code) {
    return jdbc.query(
        READS,
        row ->
            new FileRead(row.getString("reader"), row.getString("reason"), Jdbc.instant(row, "at")),
        code.value());
  }

  /** Takes the file and the contents of its history away; that it was there stays. */
  boolean erase(CreditCode code, String actor, Instant at) {
    return jdbc.transaction(
        session -> {
          int erased = session.update(ERASE_FILE, code.value());
          session.update(ERASE_HISTORY, code.value());
          session.update(ERASE_CONTACT, code.value());
          for (EnterpriseTraceStore one : traces) {
            one.erase(session, code.value());
          }
          session.update(ENTRY, Ids.next(), code.value(), "erase", null, actor, at, "[]");
          return erased > 0;
        });
  }

  private EnterpriseFile file(ResultSet row) throws SQLException {
    return new EnterpriseFile(
        CreditCode.of(row.getString("credit_code")),
        row.getString("name"),
        facts(row.getString("facts")),
        new LinkedHashSet<>(Jdbc.texts(row, "closed_fields")),
        new LinkedHashSet<>(Jdbc.texts(row, "closed_registers")),
        row.getLong("revision"),
        Jdbc.instant(row, "updated_at"));
  }

  private List<Fact> facts(String text) {
    try {
      return FactCodec.readAll(json.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored facts cannot be read", e);
    }
  }

  private static String write(List<Fact> facts) {
    ArrayNode array = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    facts.forEach(fact -> array.add(FactCodec.write(fact)));
    return array.toString();
  }
}
