package cn.zhitong.assistant.feedback;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.AskingLimit;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 有用 or 没用, from whoever holds the answer's id. */
@Path("/api/questions/{id}/feedback")
@Tag(name = "问答")
public class FeedbackResource {
  private static final int LONGEST_REASON = 500;

  private final FeedbackStore store;
  private final AskingLimit limit;
  private final Clock clock;

  FeedbackResource(FeedbackStore store, AskingLimit limit, Clock clock) {
    this.store = store;
    this.limit = limit;
    this.clock = clock;
  }

  /** What somebody says of an answer. */
  @Schema(name = "Feedback", description = "对一次回答或相关条款的评价")
  public record FeedbackRequest(
      @Schema(description = "是否有用", required = true) @NotNull(message = "不能为空，请填 true 或 false")
          Boolean useful,
      @Schema(description = "原因，选填，最多 500 字；个人信息会被隐去")
          @Size(max = LONGEST_REASON, message = "最多 500 字，请缩短")
          String reason) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "评价回答", description = "凭回答编号评价是否有用；再次评价以最后一次为准。没用的进入政策缺口清单。")
  @APIResponse(responseCode = "204", description = "已记录")
  @APIResponse(responseCode = "404", description = "没有这个回答，或已过保存期")
  public void give(
      @PathParam("id") String id,
      @Valid @NotNull(message = "缺少请求体，请以 JSON 提交评价") FeedbackRequest request,
      RoutingContext http) {
    limit.count(http.request());
    String reason = request.reason() == null ? "" : request.reason().strip();
    boolean known =
        store.save(
            answer(id),
            request.useful(),
            reason.isEmpty() ? null : PersonalData.mask(reason),
            clock.instant());
    if (!known) {
      throw new Problem.NotFound("没有编号为 " + id + " 的回答，可能已过保存期。");
    }
  }

  private static UUID answer(String id) {
    return Ids.parse(id).orElseThrow(() -> new Problem.NotFound("“" + id + "”不是回答编号，请用回答中的 id。"));
  }
}
