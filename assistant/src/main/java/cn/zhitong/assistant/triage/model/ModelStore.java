package cn.zhitong.assistant.triage.model;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Trained models and the titles that they may show. */
@ApplicationScoped
class ModelStore {
  private static final String ADD =
      """
      insert into assistant.triage_model (id, format, content, figures, hubs, created_by, created_at)
      values (?, ?, ?, ?::jsonb, ?, ?, ?)
      """;
  private static final String ADD_TITLE =
      """
      insert into assistant.triage_history (model_id, ordinal, external_id, title) values (?, ?, ?, ?)
      """;
  private static final String CONTENT =
      "select content from assistant.triage_model where id = ? and format = ?";
  private static final String LIST =
      """
      select id, format, figures, hubs, created_by, created_at from assistant.triage_model
      order by created_at desc
      """;
  private static final String ONE =
      """
      select id, format, figures, hubs, created_by, created_at from assistant.triage_model where id = ?
      """;
  private static final String SEEN =
      "select external_id, title from assistant.triage_history where model_id = ?";
  private static final String TITLES =
      """
      select ordinal, title from assistant.triage_history where model_id = ? and ordinal = any(?::int[])
      """;

  private final Jdbc jdbc;
  private final ObjectMapper json;

  /** A model's record, without its weights. */
  record Listed(
      UUID id,
      int format,
      JsonNode figures,
      List<String> hubs,
      String createdBy,
      Instant createdAt) {}

  /** A past case's title, masked. */
  record Title(String externalId, String title) {}

  @Inject
  ModelStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param titles in the order of the department ranker's rows
   */
  UUID add(
      TrainedModel model,
      JsonNode figures,
      Collection<String> hubs,
      List<Title> titles,
      String who,
      Instant when) {
    UUID id = Ids.next();
    byte[] content = model.bytes();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      rows.add(new Object[] {id, i, titles.get(i).externalId(), titles.get(i).title()});
    }
    jdbc.transaction(
        session -> {
          session.update(
              ADD,
              id,
              TrainedModel.FORMAT,
              content,
              figures.toString(),
              List.copyOf(hubs),
              who,
              when);
          session.batch(ADD_TITLE, rows);
          return null;
        });
    return id;
  }

  /** The weights, where they are in a form that this node reads. */
  Optional<byte[]> content(UUID id) {
    return jdbc.first(CONTENT, row -> row.getBytes(1), id, TrainedModel.FORMAT);
  }

  List<Listed> list() {
    return jdbc.query(LIST, this::listed);
  }

  Optional<Listed> find(UUID id) {
    return jdbc.first(ONE, this::listed, id);
  }

  private Listed listed(java.sql.ResultSet row) throws java.sql.SQLException {
    try {
      return new Listed(
          row.getObject("id", UUID.class),
          row.getInt("format"),
          json.readTree(row.getString("figures")),
          Jdbc.texts(row, "hubs"),
          row.getString("created_by"),
          Jdbc.instant(row, "created_at"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("triage_model.figures is not JSON", e);
    }
  }

  /** What a model learnt from, by ids and titles. */
  record Seen(Set<String> ids, Set<String> titles) {
    static final Seen NOTHING = new Seen(Set.of(), Set.of());

    /** An id that stands for a line number names nothing; then the title speaks. */
    boolean contains(Title row) {
      boolean named = row.externalId() != null && !row.externalId().startsWith("#");
      return named && ids.contains(row.externalId()) || titles.contains(row.title());
    }
  }

  Seen seen(UUID model) {
    Seen seen = new Seen(new HashSet<>(), new HashSet<>());
    jdbc.query(
        SEEN,
        row -> {
          seen.ids().add(row.getString(1));
          return seen.titles().add(row.getString(2));
        },
        model);
    return seen;
  }

  Map<Integer, String> titles(UUID model, Collection<Integer> ordinals) {
    Map<Integer, String> titles = new HashMap<>();
    jdbc.query(
        TITLES,
        row -> titles.put(row.getInt(1), row.getString(2)),
        model,
        ordinals.stream().map(String::valueOf).toList());
    return titles;
  }
}
