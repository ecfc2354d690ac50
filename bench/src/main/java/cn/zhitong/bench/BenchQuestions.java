package cn.zhitong.bench;

import cn.zhitong.eval.drive.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Questions to a running service: some plain ones, and one for a heading of each loaded policy. */
final class BenchQuestions {
  private static final int MAX_CLAUSE_QUESTIONS = 160;

  private static final List<String> PLAIN =
      List.of(
          "企业咨询多久能得到答复？",
          "招用高校毕业生有什么补贴？",
          "研发费用可以得到多少奖补？",
          "小微企业贷款有没有贴息？",
          "企业注销需要公示多少天？",
          "拖欠中小企业账款怎么处理？",
          "哪些行为可以不予行政处罚？",
          "进口货物需要提交哪些单证？",
          "申请补助需要满足什么条件？",
          "政策由哪个部门负责解释？",
          "什么时候开始施行？",
          "火星上有没有水？");

  private BenchQuestions() {}

  /** The plain ones, and one for every heading of the loaded policies up to a limit. */
  static List<String> of(Api api) throws IOException, InterruptedException {
    List<String> questions = new ArrayList<>(PLAIN);
    for (int page = 1; questions.size() < MAX_CLAUSE_QUESTIONS; page++) {
      JsonNode list = api.get("/api/policies?pageSize=50&page=" + page);
      if (list.path("items").isEmpty()) {
        break;
      }
      for (JsonNode policy : list.path("items")) {
        for (JsonNode clause :
            api.get("/api/policies/" + policy.path("policyId").asText() + "/clauses")) {
          String heading = clause.path("heading").asText();
          if (heading.length() >= 6 && heading.length() <= 30) {
            questions.add(heading.replaceAll("[。，；：]", "") + "有什么规定？");
            break;
          }
        }
      }
    }
    return questions.subList(0, Math.min(questions.size(), MAX_CLAUSE_QUESTIONS + PLAIN.size()));
  }
}
