package cn.zhitong.assistant.openai;

import cn.zhitong.assistant.question.AnswerBody;
import cn.zhitong.assistant.question.AnswerListener;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.AskingLimit;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.question.Reply;
import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The same answers for programs that speak OpenAI's protocol. Faults are in its form too, since its
 * clients read no other.
 */
@Path("/v1")
@Tag(name = "OpenAI 兼容接口")
class ChatResource {
  private static final Logger LOG = Logger.getLogger(ChatResource.class);

  private final AnswerPipeline answers;
  private final ChatStreams streams;
  private final AskingLimit limit;
  private final Admission admission;
  private final ObjectMapper json;
  private final Clock clock;

  ChatResource(
      AnswerPipeline answers,
      ChatStreams streams,
      AskingLimit limit,
      Admission admission,
      ObjectMapper json,
      Clock clock) {
    this.answers = answers;
    this.streams = streams;
    this.limit = limit;
    this.admission = admission;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Path("/models")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "可用模型", description = "只有一个：zhitong。")
  public ModelList models() {
    return ModelList.all();
  }

  @GET
  @Path("/models/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "一个模型")
  @APIResponse(responseCode = "404", description = "没有这个模型")
  public ModelList.Model model(@PathParam("id") String id) {
    if (!id.equals(Completion.MODEL)) {
      throw new Problem.NotFound("没有模型 " + id + "，可用的是 " + Completion.MODEL + "。");
    }
    return ModelList.one();
  }

  @POST
  @Path("/chat/completions")
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "对话（OpenAI 格式）",
      description =
          "与 POST /api/questions 同一套回答：逐句核对，引用在正文中写作 [n]，明细在扩展字段 citations；zhitong 字段说明是回答、拒答还是反问。"
              + "无状态：上文由调用方在 messages 中带上。stream=true 时以 SSE 逐句返回，最后一行为 data: [DONE]。出错时返回 OpenAI 格式的 error。")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChatRequest.class),
              example =
                  "{\"model\":\"zhitong\",\"messages\":[{\"role\":\"user\",\"content\":\"企业咨询多久能得到答复？\"}]}"))
  @APIResponse(
      responseCode = "200",
      description = "回答、拒答或反问",
      content = @Content(schema = @Schema(implementation = Completion.class)))
  @APIResponse(
      responseCode = "400",
      description = "请求有误",
      content = @Content(schema = @Schema(implementation = OpenAiError.class)))
  @APIResponse(responseCode = "429", description = "提问过于频繁，见 Retry-After")
  @APIResponse(responseCode = "503", description = Problem.UNAVAILABLE)
  public Response complete(String body, @Context RoutingContext http) {
    ChatRequest request = read(body);
    QuestionRequest question = request.question();
    limit.count(http.request());
    long created = clock.instant().getEpochSecond();
    if (request.streams()) {
      return streams.answer(request, question, created, http, admission.enter());
    }
    Reply reply = admission.run(() -> answers.ask(question, request.turns(), AnswerListener.NONE));
    AnswerBody answer = AnswerBody.of(reply);
    return Response.ok(Completion.whole(answer, created, request.characters()))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private ChatRequest read(String body) {
    try {
      ChatRequest request = json.readValue(body == null ? "" : body, ChatRequest.class);
      if (request != null) {
        return request;
      }
    } catch (JsonProcessingException e) {
      LOG.debug("no chat request", e);
    }
    throw new Problem.InvalidRequest("请求体不是所需的 JSON，请按 OpenAI 的 chat/completions 格式提交。");
  }

  @ServerExceptionMapper
  Response problem(Problem problem) {
    Response.ResponseBuilder builder =
        Response.status(problem.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(OpenAiError.of(problem));
    Object retry = problem.extensions().get("retryAfter");
    return retry == null ? builder.build() : builder.header(HttpHeaders.RETRY_AFTER, retry).build();
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e) {
    if (e instanceof Problem problem) {
      return problem(problem);
    }
    LOG.error("chat completion failed", e);
    return problem(new Problem.Overloaded("服务暂时无法回答，请稍后重试。", 5));
  }
}
