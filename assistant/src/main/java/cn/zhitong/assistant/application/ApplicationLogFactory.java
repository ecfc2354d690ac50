package cn.zhitong.assistant.application;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.eventlog.ChainedLogFactory;
import cn.zhitong.assistant.eventlog.RowSeals;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import java.time.Clock;

/** The applications' log beside no service. */
public final class ApplicationLogFactory implements ChainedLogFactory {
  @Override
  public ChainedLog of(Jdbc jdbc, RowSeals seals) {
    Clock clock = Clock.system(Infrastructure.ZONE);
    ApplicationDeadlines deadlines =
        new ApplicationDeadlines(Calendars.of(jdbc, StandardJson.MAPPER, clock), clock);
    return new ApplicationVerification(new ApplicationStore(jdbc, null, seals), deadlines, seals);
  }
}
