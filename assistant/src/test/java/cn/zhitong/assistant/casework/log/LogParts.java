package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The log's parts, put together otherwise than the service does. */
@ApplicationScoped
public class LogParts {
  private final Jdbc jdbc;
  private final CaseEventStore events;
  private final CaseSearchIndex search;
  private final Deadlines deadlines;
  private final LogKeyHolder keys;
  private final EventNotices notices;
  private final Clock clock;

  LogParts(
      Jdbc jdbc,
      CaseEventStore events,
      CaseSearchIndex search,
      Deadlines deadlines,
      LogKeyHolder keys,
      EventNotices notices,
      Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.search = search;
    this.deadlines = deadlines;
    this.keys = keys;
    this.notices = notices;
    this.clock = clock;
  }

  /** A store whose notices go into the given outbox. */
  public CaseStore store(NoticeStore outbox) {
    return new CaseStore(jdbc, events, outbox, search, keys, List.of());
  }

  public CaseLog log(CaseStore store) {
    return new CaseLog(store, deadlines, notices, search, keys, clock);
  }
}
