package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.common.jdbc.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The columns of a case's row that repeat what its events say, to be compared with them. */
final class FoldedColumnsStore {
  private static final String OF =
      """
      select state, category, department, department_id, due, due_provisional, working_days,
             answered_at, supporting, merged_into, urges, supervised, review, typical, score,
             assignee, taken_on,
             erased_at is not null as erased,
             exists (select 1 from assistant.case_event e
                      where e.case_id = c.id
                        and e.occurred_at
                            <> coalesce((e.body ->> 'occurredAt')::timestamptz, e.at)) as moved
        from assistant.appeal_case c where id = ?
      """;

  /** What a calendar or rule decides: comparable only where the row was folded by the same. */
  private static final Set<String> BY_CALENDAR = Set.of("办理期限", "期限暂定", "工作日数");

  private FoldedColumnsStore() {}

  /** Values by what people call the column; as texts, which compare alike on both sides. */
  static Map<String, String> of(Jdbc.Session session, UUID id) throws SQLException {
    return session.first(OF, FoldedColumnsStore::row, id).orElse(Map.of());
  }

  private static Map<String, String> row(ResultSet row) throws SQLException {
    return columns(
        row.getString("state"),
        row.getString("category"),
        row.getString("department"),
        row.getString("department_id"),
        Jdbc.date(row, "due"),
        row.getBoolean("due_provisional"),
        row.getObject("working_days"),
        Jdbc.instant(row, "answered_at"),
        Jdbc.texts(row, "supporting"),
        row.getObject("merged_into"),
        row.getInt("urges"),
        row.getBoolean("supervised"),
        row.getString("review"),
        row.getBoolean("typical"),
        row.getObject("score"),
        row.getString("assignee"),
        row.getString("taken_on"),
        row.getBoolean("erased"),
        row.getBoolean("moved"));
  }

  private static Map<String, String> folded(CaseRowStore.Projection projection) {
    CaseState state = projection.standing();
    Owner department = state.department();
    return columns(
        state.state().code(),
        state.category() == null ? null : state.category().code(),
        department == null ? null : department.name(),
        department == null ? null : department.id(),
        projection.due(),
        projection.provisional(),
        projection.workingDays(),
        state.answeredAt(),
        CaseRowStore.supporting(state),
        state.mergedInto(),
        state.urges(),
        state.supervised(),
        state.review().name().toLowerCase(Locale.ROOT),
        state.typical(),
        state.score(),
        state.assignee(),
        state.takenOn() == null ? null : state.takenOn().account(),
        state.erased(),
        false);
  }

  private static Map<String, String> columns(Object... values) {
    List<String> names =
        List.of(
            "状态", "类别", "牵头部门", "牵头部门编号", "办理期限", "期限暂定", "工作日数", "答复时间", "配合部门", "主办件", "催办次数",
            "督办", "抽查复核", "典型问题", "评价", "经办人", "难事专办", "清除个人信息", "发生时间");
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      columns.put(names.get(i), String.valueOf(values[i]));
    }
    return columns;
  }

  /**
   * The first column that is not as the events say; empty when all are.
   *
   * @param row as {@link #of} gives it
   * @param by rules and calendar that the row was folded by
   */
  static Optional<String> wrong(
      Map<String, String> row, String by, CaseRowStore.Projection projection) {
    boolean comparable = Objects.equals(by, projection.by());
    return folded(projection).entrySet().stream()
        .filter(column -> comparable || !BY_CALENDAR.contains(column.getKey()))
        .filter(column -> !column.getValue().equals(row.get(column.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
