package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code work_copy}: what was typed and not yet sent, by case, person and act. */
@ApplicationScoped
public class WorkCopyStore implements DerivedDataStore {
  private static final String PUT =
      """
      insert into assistant.work_copy (case_id, account, form, content, at)
      values (?, ?, ?, ?::jsonb, ?)
      on conflict (case_id, account, form) do update
         set content = excluded.content, at = excluded.at
      """;

  private static final String LIST =
      """
      select form, content, at from assistant.work_copy
       where case_id = ? and account = ? order by form
      """;

  private static final String COUNT =
      "select count(*) from assistant.work_copy where case_id = ? and account = ? and form <> ?";

  private static final String DELETE =
      "delete from assistant.work_copy where case_id = ? and account = ? and form = ?";

  private static final String ERASE = "delete from assistant.work_copy where case_id = ?";

  private static final String EXPIRE = "delete from assistant.work_copy where at < ?";

  private static final TypeReference<Map<String, List<String>>> TEXTS = new TypeReference<>() {};

  private final Jdbc jdbc;
  private final ObjectMapper json;

  WorkCopyStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param texts by field
   */
  record WorkCopy(String form, Map<String, List<String>> texts, Instant at) {}

  void put(UUID caseId, String account, WorkCopy copy) {
    jdbc.update(PUT, caseId, account, copy.form(), written(copy.texts()), copy.at());
  }

  List<WorkCopy> of(UUID caseId, String account) {
    return jdbc.query(LIST, this::copy, caseId, account);
  }

  /** How many others than this one a person has on a case. */
  long others(UUID caseId, String account, String form) {
    return jdbc.first(COUNT, row -> row.getLong(1), caseId, account, form).orElseThrow();
  }

  void delete(UUID caseId, String account, String form) {
    jdbc.update(DELETE, caseId, account, form);
  }

  /** Deletes what was typed before a moment and never sent. */
  public void expire(Instant before) {
    jdbc.update(EXPIRE, before);
  }

  /** Those of everybody on a case, with its personal data. */
  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id());
  }

  private WorkCopy copy(ResultSet row) throws SQLException {
    try {
      Map<String, List<String>> texts = json.readValue(row.getString("content"), TEXTS);
      return new WorkCopy(row.getString("form"), texts, Jdbc.instant(row, "at"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a work copy is lists of texts by field", e);
    }
  }

  private String written(Map<String, List<String>> texts) {
    try {
      return json.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }
}
