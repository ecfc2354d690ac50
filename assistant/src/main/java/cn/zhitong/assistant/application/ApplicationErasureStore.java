package cn.zhitong.assistant.application;

import cn.zhitong.assistant.matching.enterprise.EnterpriseTraceStore;
import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * An enterprise whose file is gone: what was written in its applications, its answers and its files
 * go too. That there was an application, what it was for and what was paid stays on record.
 */
@ApplicationScoped
class ApplicationErasureStore implements EnterpriseTraceStore {
  private final ApplicationStore store;
  private final ApplicationLog log;
  private final List<DerivedDataStore> derived;

  ApplicationErasureStore(
      ApplicationStore store, ApplicationLog log, @All List<DerivedDataStore> derived) {
    this.store = store;
    this.log = log;
    this.derived = derived;
  }

  @Override
  public void erase(Jdbc.Session session, String creditCode) throws SQLException {
    ApplicationChangeStore change = store.within(session);
    for (UUID id : ApplicationStore.ofEnterprise(session, creditCode)) {
      ApplicationFile file = change.lock(id).orElse(null);
      if (file == null) {
        // A row without a log has no text either.
        continue;
      }
      log.write(
          change,
          file,
          ApplicationLog.Entry.bySystem(
              ApplicationEventType.ERASED,
              null,
              file.standing().version(),
              new ApplicationPayload.Plain()));
      ErasedCase erased = new ErasedCase(id, file.number(), null, List.of());
      for (DerivedDataStore one : derived) {
        one.erase(session, erased);
      }
    }
    session.update(DirectListStore.ERASE, creditCode);
  }
}
