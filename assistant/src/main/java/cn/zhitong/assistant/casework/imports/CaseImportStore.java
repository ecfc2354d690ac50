package cn.zhitong.assistant.casework.imports;

import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lines that could not be imported, kept for a while to be corrected. */
@ApplicationScoped
public class CaseImportStore {
  /** They hold personal data of appeals that are nobody's case. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String KEEP =
      """
      insert into assistant.case_import (id, header, failed, imported_by, expires_at)
      values (?, ?, ?::jsonb, ?, ?)
      """;

  private static final String LOAD =
      "select header, failed from assistant.case_import where id = ? and expires_at > ?";

  private static final String EXPIRE = "delete from assistant.case_import where expires_at <= ?";

  private final Jdbc jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  CaseImportStore(Jdbc jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  record Kept(List<String> header, List<CaseImport.Failed> failed) {}

  void keep(UUID id, List<String> header, List<CaseImport.Failed> failed, String who) {
    jdbc.update(KEEP, id, header, text(failed), who, clock.instant().plus(KEPT));
  }

  Optional<Kept> load(UUID id) {
    return jdbc.first(
        LOAD,
        row -> new Kept(Jdbc.texts(row, "header"), failed(row.getString("failed"))),
        id,
        clock.instant());
  }

  /** Deletes refused lines whose time to be corrected is over; returns of how many imports. */
  public int expire() {
    return jdbc.update(EXPIRE, clock.instant());
  }

  private String text(List<CaseImport.Failed> failed) {
    try {
      return json.writeValueAsString(failed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records are always JSON", e);
    }
  }

  private List<CaseImport.Failed> failed(String text) {
    try {
      return json.readValue(text, new TypeReference<List<CaseImport.Failed>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("written by keep", e);
    }
  }
}
