package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.department.DutyPlans;
import cn.zhitong.assistant.matching.enterprise.EnterprisePlans;
import cn.zhitong.assistant.payment.PaymentPlans;
import cn.zhitong.assistant.retrieval.RetrievalPlans;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.jdbc.PlannedQuery;
import cn.zhitong.common.jdbc.PlannedQuery.Reach;
import cn.zhitong.common.jdbc.StatementPlans;
import cn.zhitong.ingest.store.LibraryPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plans as PostgreSQL and Citus print them. */
final class PlanCheckup {
  private static final Pattern TASKS = Pattern.compile("Task Count: (\\d+)");

  /** What leaves a task less to send than its whole shard. */
  private static final Pattern CHOOSES =
      Pattern.compile(
          "Filter:|Index Cond:|Recheck Cond:|Limit|Aggregate|read_intermediate_result|Result"
              + "|Update on|Delete on");

  private static final Pattern SHORTENS = Pattern.compile("Limit|Aggregate");
  private static final String SUBPLAN = "Distributed Subplan";
  private static final String REMOTE = "Custom Scan (Citus";
  private static final String DEFECT = "这是程序的缺陷，请连同下面的计划报告：\n";

  private PlanCheckup() {}

  /** Every query over the tables that may be distributed. */
  static List<PlannedQuery> queries(Jdbc jdbc) {
    List<PlannedQuery> queries = new ArrayList<>(RetrievalPlans.queries(jdbc));
    queries.addAll(LibraryPlans.queries());
    queries.addAll(DutyPlans.queries());
    queries.addAll(EnterprisePlans.queries());
    queries.addAll(PaymentPlans.queries());
    return queries;
  }

  /** One finding a query; first one where vectors are searched by the nodes. */
  static List<Finding> findings(Jdbc jdbc) {
    List<PlannedQuery> queries = queries(jdbc);
    List<Finding> findings = new ArrayList<>();
    if (queries.stream().noneMatch(query -> query.reach() == Reach.NEAREST)) {
      findings.add(
          Finding.note("向量检索", "数据库里没有 pgvector 的索引，由各节点的 Lucene 承担", "见 ./zhitong doctor"));
    }
    for (PlannedQuery query : queries) {
      findings.add(finding(jdbc, query));
    }
    return findings;
  }

  private static Finding finding(Jdbc jdbc, PlannedQuery query) {
    try {
      List<List<String>> plans =
          StatementPlans.of(jdbc, query).stream().map(StatementPlans.Plan::lines).toList();
      return finding(query.what(), query.reach(), plans, RetrievalPlans.vectorIndex());
    } catch (JdbcException e) {
      if (e.isUnreachable()) {
        throw e;
      }
      return Finding.fault(query.what(), "数据库不接受：" + e.getMessage(), "分布后这个功能不能用；这是程序的缺陷，请报告");
    }
  }

  /**
   * The first fault, else how it is done.
   *
   * @param plans of the query's statements, line by line, of all tasks
   * @param index that the nearest vectors are to be found by
   */
  static Finding finding(String what, Reach reach, List<List<String>> plans, String index) {
    for (List<String> plan : plans) {
      Optional<Finding> fault =
          pulled(what, plan)
              .or(() -> reach == Reach.NEAREST ? scanned(what, plan, index) : Optional.empty())
              .or(() -> reach == Reach.EVERYTHING ? Optional.empty() : whole(what, plan));
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    long tasks = plans.stream().mapToLong(PlanCheckup::tasks).max().orElse(0);
    if (reach == Reach.NEAREST) {
      return Finding.good(what, Math.max(1, tasks) + " 片都用索引");
    }
    String where = tasks == 0 ? "在一台服务器上" : tasks + " 个任务，都在工作节点上";
    return Finding.good(what, where + (reach == Reach.EVERYTHING ? "（本就要读全部）" : ""));
  }

  /** Shards, or the one table, that are not searched by their index. */
  private static Optional<Finding> scanned(String what, List<String> plan, String index) {
    long byIndex = plan.stream().filter(line -> line.contains("Index Scan using " + index)).count();
    long searched = Math.max(1, tasks(plan));
    return byIndex >= searched
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                what,
                "%d 片中只有 %d 片用索引".formatted(searched, byIndex),
                "重启服务使其补建索引；仍不行请连同下面的计划报告：\n" + String.join("\n", plan)));
  }

  /**
   * Rows of a distributed table that are gathered before they are chosen from. What one shard finds
   * by its index, such as one enterprise's file, may be.
   */
  private static Optional<Finding> pulled(String what, List<String> plan) {
    for (int line = 0; line < plan.size(); line++) {
      if (plan.get(line).contains(SUBPLAN)) {
        List<String> subplan = plan.subList(line + 1, end(plan, line));
        if (subplan.stream().anyMatch(one -> one.contains(REMOTE)) && !oneRow(subplan)) {
          return Optional.of(Finding.fault(what, "把分布的表拉到协调节点", DEFECT + String.join("\n", plan)));
        }
      }
    }
    return Optional.empty();
  }

  /** Where what stands under a line ends. */
  private static int end(List<String> plan, int line) {
    int depth = indent(plan.get(line));
    int end = line + 1;
    while (end < plan.size() && indent(plan.get(end)) > depth) {
      end++;
    }
    return end;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean oneRow(List<String> subplan) {
    return tasks(subplan) == 1 && subplan.stream().anyMatch(line -> line.contains("Index Cond:"));
  }

  /** Tasks that send all of their shard, or all that fits where a few are wanted. */
  private static Optional<Finding> whole(String what, List<String> plan) {
    int remote = 0;
    while (remote < plan.size() && !plan.get(remote).contains(REMOTE)) {
      remote++;
    }
    if (remote == plan.size() || plan.stream().anyMatch(line -> line.endsWith("Task Count: 0"))) {
      return Optional.empty();
    }
    List<String> tasks = plan.subList(remote, plan.size());
    boolean limited = plan.subList(0, remote).stream().anyMatch(line -> line.contains("Limit"));
    boolean all = tasks.stream().noneMatch(line -> CHOOSES.matcher(line).find());
    if (all || limited && tasks.stream().noneMatch(line -> SHORTENS.matcher(line).find())) {
      return Optional.of(
          Finding.fault(
              what,
              all ? "各片整张送到协调节点" : "上限没有下推，各片把符合条件的全部送到协调节点",
              DEFECT + String.join("\n", plan)));
    }
    return Optional.empty();
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
