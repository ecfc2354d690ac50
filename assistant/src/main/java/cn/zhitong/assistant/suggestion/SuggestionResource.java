package cn.zhitong.assistant.suggestion;

import cn.zhitong.assistant.question.AskingLimit;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.policy.PolicyId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions worth asking of the library that is loaded. */
@Path("/api/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "问答")
public class SuggestionResource {
  private final SuggestedQuestions questions;
  private final AskingLimit limit;

  SuggestionResource(SuggestedQuestions questions, AskingLimit limit) {
    this.questions = questions;
    this.limit = limit;
  }

  /** Questions, the most recent texts first. */
  public record SuggestionList(List<String> items) {}

  @GET
  @Operation(
      summary = "推荐问题",
      description = "由在库文件的标题和条款标题组成，都已试答过，不会被拒答。给 policy 时是这份文件还能回答的问题；给 region 时是适用于该地区的。")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public SuggestionList list(
      @QueryParam("region") String region,
      @QueryParam("policy") String policy,
      RoutingContext http) {
    if (region != null && !region.matches("\\d{6}")) {
      throw new Problem.InvalidRequest("region 应为六位行政区划代码，例如 350000，请改正或不填。");
    }
    if (policy == null) {
      return new SuggestionList(questions.forRegion(region));
    }
    limit.count(http.request());
    try {
      return new SuggestionList(questions.ofPolicy(PolicyId.parse(policy)));
    } catch (IllegalArgumentException e) {
      throw new Problem.NotFound("“" + policy + "”不是政策编号，请从列表或检索结果中选取。");
    }
  }
}
