package cn.zhitong.assistant.eventlog;

import cn.zhitong.common.jdbc.Jdbc;

/**
 * Makes a log beside no service, for {@code ./zhitong verify-log}; found by {@link
 * java.util.ServiceLoader}, since the command knows no features but its own.
 */
public interface ChainedLogFactory {
  ChainedLog of(Jdbc jdbc, RowSeals seals);
}
