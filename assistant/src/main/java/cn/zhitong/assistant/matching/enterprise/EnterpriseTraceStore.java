package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.common.jdbc.Jdbc;
import java.sql.SQLException;

/** What other features keep of an enterprise; each takes its own away when the file goes. */
public interface EnterpriseTraceStore {
  /** In the transaction of the erasure. */
  void erase(Jdbc.Session session, String creditCode) throws SQLException;
}
