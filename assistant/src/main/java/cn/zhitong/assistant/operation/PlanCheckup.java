package cn.zhitong.assistant.operation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plans as PostgreSQL and Citus print them. */
final class PlanCheckup {
  private static final Pattern TASKS = Pattern.compile("Task Count: (\\d+)");
  private static final String SUBPLAN = "Distributed Subplan";
  private static final String REMOTE = "Custom Scan (Citus";

  private PlanCheckup() {}

  /**
   * Whether every shard, or the one table, is searched by its index.
   *
   * @param plan of all tasks; empty where vectors are not searched in the database
   */
  static Finding vectors(List<String> plan, String index) {
    if (plan.isEmpty()) {
      return Finding.note("向量检索", "数据库里没有 pgvector 的索引，由各节点的 Lucene 承担", "见 ./zhitong doctor");
    }
    long byIndex = plan.stream().filter(line -> line.contains("Index Scan using " + index)).count();
    long searched = Math.max(1, tasks(plan));
    if (byIndex < searched) {
      return Finding.fault(
          "向量检索", "%d 片中只有 %d 片用索引".formatted(searched, byIndex), "重启服务使其补建索引；仍不行请看 explain 的结果");
    }
    Finding pulled = pushedDown("向量检索", plan);
    return pulled.isFault() ? pulled : Finding.good("向量检索", byIndex + " 片都用索引");
  }

  /** Whether the rows of a distributed table are not gathered before they are chosen from. */
  static Finding pushedDown(String what, List<String> plan) {
    int depth = -1;
    for (String line : plan) {
      int indent = line.length() - line.stripLeading().length();
      if (depth >= 0 && indent > depth && line.contains(REMOTE)) {
        return Finding.fault(what, "把分布的表拉到协调节点", "这是程序的缺陷，请报告：\n" + String.join("\n", plan));
      }
      if (line.contains(SUBPLAN)) {
        depth = indent;
      } else if (indent <= depth) {
        depth = -1;
      }
    }
    long tasks = tasks(plan);
    return Finding.good(what, tasks == 0 ? "在一台服务器上" : tasks + " 个任务，都在工作节点上");
  }

  private static long tasks(List<String> plan) {
    for (String line : plan) {
      Matcher count = TASKS.matcher(line);
      if (count.find()) {
        return Long.parseLong(count.group(1));
      }
    }
    return 0;
  }
}
