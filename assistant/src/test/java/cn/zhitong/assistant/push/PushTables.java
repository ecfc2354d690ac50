package cn.zhitong.assistant.push;

import cn.zhitong.common.jdbc.Jdbc;
import java.util.List;

/** The tables of pushes, emptied between tests. */
final class PushTables {
  private PushTables() {}

  static void empty(Jdbc jdbc) {
    for (String table :
        List.of(
            "push_delivery",
            "push_message",
            "push_recipient",
            "push",
            "push_choice",
            "push_rate",
            "subscription")) {
      jdbc.update("delete from assistant." + table);
    }
  }
}
