package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.enterprise.EnterpriseTraceStore;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** An enterprise whose file is gone has got no messages, and chose nothing. */
@ApplicationScoped
class PushErasureStore implements EnterpriseTraceStore {
  private static final List<String> ERASE =
      List.of(
          "delete from assistant.push_delivery where credit_code = ?",
          "delete from assistant.push_message where credit_code = ?",
          "delete from assistant.push_recipient where credit_code = ?",
          "delete from assistant.push_choice where credit_code = ?",
          """
          update assistant.push p set examples = p.examples - gone.code
            from (select ?::text as code) gone where p.examples @> to_jsonb(gone.code)
          """);

  @Override
  public void erase(Jdbc.Session session, String creditCode) throws SQLException {
    for (String sql : ERASE) {
      session.update(sql, creditCode);
    }
  }
}
