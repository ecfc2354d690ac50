package cn.zhitong.assistant.notice;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/**
 * Notices of an erased case or application: nobody is told of it any more, nor that somebody was.
 */
@ApplicationScoped
class NoticeErasureStore implements DerivedDataStore {
  private static final String ERASE =
      "delete from assistant.case_notice where case_id = ? or application_id = ?";

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id(), erased.id());
    session.update(InboxStore.ERASE, erased.id(), erased.id());
  }
}
