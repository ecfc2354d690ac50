package cn.zhitong.assistant.privacy;

import cn.zhitong.common.jdbc.Jdbc;
import java.sql.SQLException;

/** What a feature has kept of cases, and takes out in the transaction that erases one. */
public interface DerivedDataStore {
  void erase(Jdbc.Session session, ErasedCase erased) throws SQLException;
}
