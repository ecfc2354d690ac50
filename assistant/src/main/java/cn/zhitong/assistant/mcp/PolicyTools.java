package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.question.AnswerBody;
import cn.zhitong.assistant.question.AnswerListener;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.AskingLimit;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.web.Problem;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an agent may do with the policies, open to everyone as on the pages. A problem comes back as
 * the tool's error with the same Chinese sentence that the HTTP interface has.
 */
@Singleton
class PolicyTools {
  private static final int LONGEST_QUERY = 2000;
  private static final int MOST_PASSAGES = 50;

  private final AnswerPipeline answers;
  private final Retrieval retrieval;
  private final ClauseLookup clauses;
  private final AskingLimit limit;
  private final Admission admission;
  private final CurrentVertxRequest http;
  private final ToolResults results;
  private final Clock clock;

  PolicyTools(
      AnswerPipeline answers,
      Retrieval retrieval,
      ClauseLookup clauses,
      AskingLimit limit,
      Admission admission,
      CurrentVertxRequest http,
      ToolResults results,
      Clock clock) {
    this.answers = answers;
    this.retrieval = retrieval;
    this.clauses = clauses;
    this.limit = limit;
    this.admission = admission;
    this.http = http;
    this.results = results;
    this.clock = clock;
  }

  @Tool(
      name = "search_policies",
      title = "检索政策",
      description = "检索政策原文片段，最相关的在前。按含义、词语、发文字号、《标题》、条款和引号内的原文综合检索。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false),
      outputSchema = @Tool.OutputSchema(from = Passages.class))
  ToolResponse searchPolicies(
      @ToolArg(description = "问题或关键词") String query,
      @ToolArg(description = "返回片段数，1 至 50，默认 10") Optional<Integer> limit,
      @ToolArg(description = "六位行政区划代码，含其上级地区") Optional<String> region,
      @ToolArg(description = "按此日期有效的文件检索，YYYY-MM-DD，默认今天") Optional<String> asOf,
      @ToolArg(description = "是否包含已失效、已废止的文件，默认否") Optional<Boolean> includeExpired) {
    return results.of(() -> found(query, limit, region, asOf, includeExpired));
  }

  private Passages found(
      String query,
      Optional<Integer> limit,
      Optional<String> region,
      Optional<String> asOf,
      Optional<Boolean> includeExpired) {
    count();
    int most = limit.orElse(10);
    if (most < 1 || most > MOST_PASSAGES) {
      throw new Problem.InvalidRequest("limit 应为 1 至 " + MOST_PASSAGES + " 的整数。");
    }
    SearchQuery wanted =
        new SearchQuery(
            text("query", query, LONGEST_QUERY),
            most,
            region(region),
            day(asOf).orElseGet(() -> LocalDate.now(clock)),
            Set.of(),
            includeExpired.orElse(false));
    return Passages.of(admission.run(() -> retrieval.search(wanted)));
  }

  @Tool(
      name = "ask",
      title = "政策问答",
      description =
          "就涉企政策提问。回答的每句话都带有逐字核对过的引用；没有依据时 outcome 为 refused，范围不清时为 clarify，并在 options"
              + " 中给出可直接再问的问题。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false),
      outputSchema = @Tool.OutputSchema(from = AnswerBody.class))
  ToolResponse ask(
      @ToolArg(description = "问题，自然语言，最多 1000 字") String question,
      @ToolArg(description = "追问时填上一个回答的 conversationId") Optional<String> conversationId,
      @ToolArg(description = "六位行政区划代码") Optional<String> region,
      @ToolArg(description = "以哪一天有效的政策回答，YYYY-MM-DD，默认今天") Optional<String> asOf,
      @ToolArg(description = "是否允许引用已失效、已废止的文件，默认否") Optional<Boolean> includeExpired) {
    return results.of(() -> answer(question, conversationId, region, asOf, includeExpired));
  }

  private AnswerBody answer(
      String question,
      Optional<String> conversationId,
      Optional<String> region,
      Optional<String> asOf,
      Optional<Boolean> includeExpired) {
    count();
    QuestionRequest request =
        new QuestionRequest(
            text("question", question, QuestionRequest.LONGEST),
            conversation(conversationId),
            region(region),
            day(asOf).orElse(null),
            includeExpired.orElse(false));
    return AnswerBody.of(admission.run(() -> answers.ask(request, AnswerListener.NONE)));
  }

  @Tool(
      name = "get_clause",
      title = "查看条款原文",
      description = "取一份政策的某一条款原文；不填 clause 时返回全部条款的目录。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false),
      outputSchema = @Tool.OutputSchema(from = FoundClause.class))
  ToolResponse getClause(
      @ToolArg(description = "政策编号（policyId）、发文字号或完整标题") String policy,
      @ToolArg(description = "条款路径或其末级，例如 二、(三)、(三)、第十二条") Optional<String> clause) {
    return results.of(
        () -> {
          count();
          return clauses.find(
              text("policy", policy, LONGEST_QUERY), clause.filter(path -> !path.isBlank()));
        });
  }

  private void count() {
    limit.count(http.getCurrent().request());
  }

  private static String text(String name, String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new Problem.InvalidRequest("请填写 " + name + "。");
    }
    if (value.length() > longest) {
      throw new Problem.InvalidRequest(name + " 过长，请控制在 " + longest + " 字以内。");
    }
    return value.strip();
  }

  static String region(Optional<String> region) {
    String code = region.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    if (code != null && !code.matches("\\d{6}")) {
      throw new Problem.InvalidRequest("region 应为六位行政区划代码，例如 350100。");
    }
    return code;
  }

  private static Optional<LocalDate> day(Optional<String> asOf) {
    try {
      return asOf.map(String::strip).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("asOf 应为 YYYY-MM-DD 格式的日期，例如 2025-06-01。");
    }
  }

  private static UUID conversation(Optional<String> id) {
    try {
      return id.map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(UUID::fromString)
          .orElse(null);
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("conversationId 应取自上一个回答，新的会话请不填。");
    }
  }
}
