package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.common.jdbc.Jdbc;
import java.util.List;

/** How a database would read enterprise files; nothing is read. */
public final class EnterprisePlanStore {
  private EnterprisePlanStore() {}

  /** One file, line by line. */
  public static List<String> file(Jdbc jdbc) {
    return jdbc.query(
        "explain (costs off) " + EnterpriseStore.FILE.replace("?", "''"), row -> row.getString(1));
  }
}
