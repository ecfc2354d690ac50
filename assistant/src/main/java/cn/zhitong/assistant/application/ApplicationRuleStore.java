package cn.zhitong.assistant.application;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code application_rule}. */
@ApplicationScoped
class ApplicationRuleStore {
  private static final String OF = "select * from assistant.application_rule where item_id = ?";

  private static final String PUT =
      """
      insert into assistant.application_rule
        (item_id, steps, accept_days, working_days, publicity_days, calendar_days, cap_fen,
         objection_way, updated_by, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (item_id) do update
         set steps = excluded.steps, accept_days = excluded.accept_days,
             working_days = excluded.working_days, publicity_days = excluded.publicity_days,
             calendar_days = excluded.calendar_days, cap_fen = excluded.cap_fen,
             objection_way = excluded.objection_way, updated_by = excluded.updated_by,
             updated_at = excluded.updated_at
      """;

  private final Jdbc jdbc;

  ApplicationRuleStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ApplicationRule> of(UUID itemId) {
    return jdbc.first(OF, ApplicationRuleStore::rule, itemId);
  }

  void put(ApplicationRule rule, String by, Instant at) {
    jdbc.update(
        PUT,
        rule.itemId(),
        rule.steps(),
        rule.acceptDays(),
        rule.workingDays(),
        rule.publicityDays(),
        rule.calendarDays(),
        rule.capFen(),
        rule.objectionWay(),
        by,
        at);
  }

  private static ApplicationRule rule(ResultSet row) throws SQLException {
    return new ApplicationRule(
        row.getObject("item_id", UUID.class),
        Jdbc.texts(row, "steps"),
        row.getObject("accept_days", Integer.class),
        row.getObject("working_days", Integer.class),
        row.getObject("publicity_days", Integer.class),
        row.getBoolean("calendar_days"),
        row.getObject("cap_fen", Long.class),
        row.getString("objection_way"));
  }
}
