package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.arrears.Arrears;
import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.CaseParticulars;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseMeeting;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.ThemeState;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The tables {@code case_theme}, {@code case_arrears} and {@code case_meeting}, as folded. */
final class CaseThemeStore {
  private static final String FORGET_THEMES = "delete from assistant.case_theme where case_id = ?";

  private static final String THEME =
      "insert into assistant.case_theme (case_id, theme) values (?, ?) on conflict do nothing";

  private static final String ARREARS =
      """
      insert into assistant.case_arrears
        (case_id, cents, paid_cents, debtor, debtor_kind, contract, undisputed, delivered_on,
         agreed_days, instalments, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
      on conflict (case_id) do update
        set cents = excluded.cents, paid_cents = excluded.paid_cents, debtor = excluded.debtor,
            debtor_kind = excluded.debtor_kind, contract = excluded.contract,
            undisputed = excluded.undisputed, delivered_on = excluded.delivered_on,
            agreed_days = excluded.agreed_days, instalments = excluded.instalments,
            recorded_at = excluded.recorded_at
      """;

  private static final String MEETING =
      """
      insert into assistant.case_meeting (case_id, number, starts_at, status) values (?, ?, ?, ?)
      on conflict (case_id, number) do update
        set starts_at = excluded.starts_at, status = excluded.status
      """;

  private CaseThemeStore() {}

  /** Follows the case's log; most cases have nothing here and cost nothing. */
  static void project(Jdbc.Session session, CaseFile file, CaseState standing) throws SQLException {
    UUID id = file.id();
    ThemeState themes = standing.topics();
    if (themes.touched()) {
      session.update(FORGET_THEMES, id);
      for (AppealTheme theme : themes.themes()) {
        session.update(THEME, id, theme.code());
      }
    }
    Arrears owed = themes.arrears();
    if (owed != null) {
      UnaryOperator<String> kept = kept(file, standing);
      session.update(
          ARREARS,
          id,
          owed.cents(),
          owed.paidCents(),
          kept.apply(owed.debtor()),
          owed.debtorKind().code(),
          kept.apply(owed.contract()),
          owed.undisputed(),
          owed.deliveredOn(),
          owed.agreedDays(),
          StandardJson.write(owed.instalments()),
          themes.recordedAt());
    }
    for (CaseMeeting meeting : standing.meetings().all()) {
      session.update(MEETING, id, meeting.number(), meeting.startsAt(), meeting.status().code());
    }
  }

  /** Offices search and read the list: who reports others is not in it, whoever asks. */
  private static UnaryOperator<String> kept(CaseFile file, CaseState standing) {
    if (!standing.reporterProtected()) {
      return UnaryOperator.identity();
    }
    CaseParticulars sender = CaseParticulars.of(file.appeal());
    return text -> sender.hidden(text, CaseParticulars.SENDER);
  }
}
