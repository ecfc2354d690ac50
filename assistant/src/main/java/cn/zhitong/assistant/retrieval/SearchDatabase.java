package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;

/**
 * What a node's search reads.
 *
 * @param own the database itself: what the indexes are derived from
 * @param reads where questions are looked up; may be a replica, a moment behind
 * @param changed called when a change was seen that the replica has to show too
 */
record SearchDatabase(Jdbc own, Jdbc reads, Runnable changed) {

  /** Without a replica. */
  static SearchDatabase alone(Jdbc jdbc) {
    return new SearchDatabase(jdbc, jdbc, () -> {});
  }
}
