package cn.zhitong.assistant.triage.model;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who decided when and why which model is used. The latest decision holds; each knows the one it
 * replaced, so that going back several times goes back through them.
 */
@ApplicationScoped
class ModelDecisionStore {
  private static final String DECIDE =
      """
      insert into assistant.triage_promotion
        (id, model_id, decided_by, decided_at, kind, reason, before_id)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ALL =
      """
      select id, model_id, decided_by, decided_at, kind, reason, before_id
      from assistant.triage_promotion order by decided_at desc, id desc
      """;
  private static final String ONE =
      """
      select id, model_id, decided_by, decided_at, kind, reason, before_id
      from assistant.triage_promotion where id = ?
      """;

  private final Jdbc jdbc;

  /**
   * A decision.
   *
   * @param modelId null for day-one mode
   * @param kind {@code promotion} or {@code rollback}
   * @param reason null where none was given
   * @param before the decision that it replaced, null for day-one mode
   */
  record Decision(
      UUID id,
      UUID modelId,
      String decidedBy,
      Instant decidedAt,
      String kind,
      String reason,
      UUID before) {}

  @Inject
  ModelDecisionStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  List<Decision> all() {
    return jdbc.query(ALL, ModelDecisionStore::decision);
  }

  /** The one that holds; none on day one. */
  Optional<Decision> latest() {
    return jdbc.first(ALL + "limit 1", ModelDecisionStore::decision);
  }

  /** The model of the latest decision; none for day-one mode. */
  Optional<UUID> inUse() {
    return latest().map(Decision::modelId);
  }

  Optional<Decision> find(UUID id) {
    return id == null ? Optional.empty() : jdbc.first(ONE, ModelDecisionStore::decision, id);
  }

  void promote(UUID model, String who, String reason, Instant when) {
    UUID before = latest().map(Decision::id).orElse(null);
    jdbc.update(DECIDE, Ids.next(), model, who, when, "promotion", reason, before);
  }

  /**
   * Goes back to what the decision in force had replaced.
   *
   * @return false when there is nothing to go back from
   */
  boolean rollBack(String who, String reason, Instant when) {
    Optional<Decision> latest = latest();
    if (latest.isEmpty() || latest.get().modelId() == null) {
      return false;
    }
    Optional<Decision> target = find(latest.get().before());
    jdbc.update(
        DECIDE,
        Ids.next(),
        target.map(Decision::modelId).orElse(null),
        who,
        when,
        "rollback",
        reason,
        target.map(Decision::before).orElse(null));
    return true;
  }

  private static Decision decision(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Decision(
        row.getObject("id", UUID.class),
        row.getObject("model_id", UUID.class),
        row.getString("decided_by"),
        Jdbc.instant(row, "decided_at"),
        row.getString("kind"),
        row.getString("reason"),
        row.getObject("before_id", UUID.class));
  }
}
