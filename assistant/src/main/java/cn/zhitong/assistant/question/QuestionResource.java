package cn.zhitong.assistant.question;

import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking, open to everyone. */
@Path("/api/questions")
@Tag(name = "问答")
public class QuestionResource {
  /** Only for administrators: what calibration and its reports need, and no visitor does. */
  private static final String SUPPORT = "Zhitong-Support";

  private final AnswerPipeline answers;
  private final AnswerStreams streams;
  private final AskingLimit limit;
  private final Admission admission;

  QuestionResource(
      AnswerPipeline answers, AnswerStreams streams, AskingLimit limit, Admission admission) {
    this.answers = answers;
    this.streams = streams;
    this.limit = limit;
    this.admission = admission;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "提问",
      description =
          "依据在库政策回答。已答（outcome=answered）时每句话都带有逐字核对过的引用；只找到可能有关的条款时原样给出至多三条，不作断言（outcome=related）；没有依据时拒答（outcome=refused），范围不清时反问（outcome=clarify），都是"
              + " 200。请求头 Accept: text/event-stream 时逐句返回，事件为 stage {name}、related"
              + " {citations}（可能有关的条款）、sentence {index, text, markers,"
              + " citations（新出现的引用）}、answer（完整回答，总在最后）、problem（出错；其后仍有一个不作断言的 answer），每 15 秒一行注释。")
  @APIResponse(
      responseCode = "200",
      description = "回答、相关条款、拒答或反问",
      headers =
          @Header(
              name = SUPPORT,
              description = "依据充分的概率（0 至 1），低于门槛即拒答；只给管理员令牌，供评测使用",
              schema = @Schema(implementation = Double.class)))
  @APIResponse(responseCode = "400", description = "问题为空、过长或字段取值有误")
  @APIResponse(responseCode = "429", description = "提问过于频繁，见 Retry-After")
  @APIResponse(responseCode = "503", description = Problem.UNAVAILABLE)
  public AnswerBody ask(
      @Valid @NotNull(message = "缺少请求体，请以 JSON 提交问题") QuestionBody body,
      @Context HttpServerRequest http) {
    Caller caller = limit.count(http);
    Reply reply = admission.run(() -> answers.ask(request(body, caller), AnswerListener.NONE));
    if (caller.has(Role.ADMINISTRATOR) && !Double.isNaN(reply.support())) {
      http.response().putHeader(SUPPORT, String.format(Locale.ROOT, "%.5f", reply.support()));
    }
    return AnswerBody.of(reply);
  }

  /** The account of an enterprise bears its credit code. */
  private static QuestionRequest request(QuestionBody body, Caller caller) {
    return body.request().by(caller.has(Role.ENTERPRISE) ? caller.name() : null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Response stream(
      @Valid @NotNull(message = "缺少请求体，请以 JSON 提交问题") QuestionBody body,
      @Context RoutingContext http) {
    try {
      Caller caller = limit.count(http.request());
      return streams.answer(request(body, caller), http, admission.enter());
    } catch (Problem problem) {
      return streams.problem(problem);
    } catch (RuntimeException e) {
      return streams.fault(e);
    }
  }
}
