package cn.zhitong.assistant.triage.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Tells people at a terminal what a history holds and how good a candidate is. */
final class TrainingReport {
  private final PrintStream out;

  TrainingReport(PrintStream out) {
    this.out = out;
  }

  /** The data report of a job. */
  void data(JsonNode data) {
    out.println();
    out.println("数据检查");
    line("可用 %d 行；不能用 %d 行，其中标题正文都空 %d 行", n(data, "rows"), n(data, "badRows"), n(data, "empty"));
    data.path("bad").forEach(b -> line("第 %d 行：%s", n(b, "line"), b.path("problem").asText()));
    line("完全重复 %d 行，近似重复 %d 行", n(data, "duplicates"), n(data, "nearDuplicates"));
    disagreement("类别", data.path("categoryDisagreement"));
    disagreement("部门", data.path("departmentDisagreement"));
    line(
        "没有可学类别 %d 行，没有部门 %d 行，总入口自答 %d 行",
        n(data, "withoutCategory"), n(data, "withoutDepartment"), n(data, "hubRows"));
    if (!data.path("unknownCategories").isEmpty()) {
      line("不认识的类别：%s", data.path("unknownCategories"));
    }
    line("部门 %d 个，其中不足 10 行的 %d 个", n(data, "departments"), n(data, "departmentsUnderTenRows"));
    for (JsonNode leak : data.path("leaks")) {
      line(
          "标题里的“%s”泄露了“%s”（%d 行中 %.0f%%）：请从标题中去掉，否则数字会虚高",
          leak.path("word").asText(),
          leak.path("label").asText(),
          n(leak, "rows"),
          leak.path("share").asDouble() * 100);
    }
    if (!data.path("personalData").isEmpty()) {
      line("含个人信息的行（学习前已遮盖）：%s", data.path("personalData"));
    }
    out.println();
  }

  private void disagreement(String what, JsonNode d) {
    if (d.path("pairs").asInt() > 0) {
      line(
          "近似来件的%s标注不一致：%d 对中 %d 对（%.1f%%），例如 %s",
          what,
          n(d, "pairs"),
          n(d, "differing"),
          d.path("share").asDouble() * 100,
          d.path("exampleIds"));
    }
  }

  /** The figures of a finished job. */
  void figures(JsonNode figures) {
    out.println();
    out.println("交叉验证（近似来件不跨折）");
    ranker("类别", figures.path("category"));
    ranker("部门", figures.path("department"));
    JsonNode against = figures.path("comparison");
    if (!against.isMissingNode()) {
      out.printf(
          "与在用模型 %s 相比（双方都没学过的 %d 行）%n", against.path("inUse").asText(), n(against, "unseenRows"));
      compared("类别", against.path("category"));
      compared("部门首选", against.path("departmentTop1"));
      compared("部门前三", against.path("departmentTop3"));
      if (against.hasNonNull("note")) {
        line("%s", against.path("note").asText());
      }
    }
    out.println();
  }

  private void ranker(String what, JsonNode f) {
    if (f.isMissingNode()) {
      line("%s：样本不足，仍用初始规则", what);
      return;
    }
    line(
        "%s：首选 %s，前三 %s，宏平均 F1 %s，校准误差 %s（%d 行，%d 种）",
        what,
        share(f.path("top1")),
        share(f.path("top3")),
        share(f.path("macroF1")),
        share(f.path("ece")),
        n(f, "rows"),
        n(f, "classes"));
  }

  private void compared(String what, JsonNode c) {
    line(
        "%s：候选 %s，在用 %s；只有候选对 %d 件，只有在用对 %d 件",
        what,
        share(c.path("candidate")),
        share(c.path("inUse")),
        n(c, "onlyCandidateRight"),
        n(c, "onlyInUseRight"));
  }

  private static String share(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.asDouble()) : "—";
  }

  private static int n(JsonNode node, String field) {
    return node.path(field).asInt();
  }

  private void line(String format, Object... values) {
    out.printf("  " + format + "%n", values);
  }
}
