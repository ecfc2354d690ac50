package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** What triage has kept of an erased case: its fingerprint, and its title as a model's example. */
@ApplicationScoped
class TriageErasureStore implements DerivedDataStore {
  private static final String FORGET = "delete from assistant.triage_recent where case_id = ?";

  private static final String UNTITLE =
      """
      update assistant.triage_history set title = '', external_id = null
       where external_id = ? or external_id = ? or title ilike any (?::text[])
      """;

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(FORGET, erased.id());
    session.update(UNTITLE, erased.number(), erased.externalNumber(), erased.likes());
  }
}
