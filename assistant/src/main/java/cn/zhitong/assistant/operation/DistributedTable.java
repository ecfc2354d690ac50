package cn.zhitong.assistant.operation;

import java.util.Arrays;
import java.util.List;

/**
 * What goes to the workers where the database is distributed (docs/operation.md): passages and
 * clauses by their policy, enterprise files by their enterprise. Policies, and what their validity
 * is derived from, are on every worker, so that the passages of a worker find them there and one
 * statement can change them; all the rest stays on the coordinator.
 */
enum DistributedTable {
  POLICY("corpus.policy", null),
  POLICY_NAME("corpus.policy_name", null),
  MENTION("corpus.mention", null),
  ATTACHMENT("corpus.attachment", null),
  PASSAGE("corpus.passage", "policy_id"),
  CLAUSE("corpus.clause", "policy_id"),
  RESPONSIBILITY("corpus.responsibility", "policy_id"),
  ENTERPRISE("assistant.enterprise", "credit_code"),
  ENTERPRISE_ENTRY("assistant.enterprise_entry", "credit_code"),
  ENTERPRISE_READ("assistant.enterprise_read", "credit_code");

  private final String table;
  private final String column;

  DistributedTable(String table, String column) {
    this.table = table;
    this.column = column;
  }

  /** With its schema. */
  String table() {
    return table;
  }

  /** What it is distributed by; null for a table that is whole on every worker. */
  String column() {
    return column;
  }

  boolean isReference() {
    return column == null;
  }

  /** The first of those that are distributed by the same column: their rows stand together. */
  DistributedTable leader() {
    return Arrays.stream(values())
        .filter(other -> !isReference() && column.equals(other.column))
        .findFirst()
        .orElse(this);
  }

  static List<String> tables() {
    return Arrays.stream(values()).map(DistributedTable::table).toList();
  }

  /** Those whose rows are parted among the workers. */
  static List<String> divided() {
    return Arrays.stream(values())
        .filter(table -> !table.isReference())
        .map(DistributedTable::table)
        .toList();
  }
}
