package cn.zhitong.assistant.question;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A conversation belongs to whoever holds its id, and ends when that one says so. */
@Path("/api/questions/conversations/{id}")
@Tag(name = "问答")
public class ConversationResource {
  private final QuestionRetentionStore questions;
  private final AskingLimit limit;

  ConversationResource(QuestionRetentionStore questions, AskingLimit limit) {
    this.questions = questions;
    this.limit = limit;
  }

  @DELETE
  @Operation(summary = "删除一次对话", description = "凭对话编号删除其中全部提问和回答；没有这次对话时同样返回 204。")
  @APIResponse(responseCode = "204", description = "已删除")
  public void forget(@PathParam("id") UUID id, RoutingContext http) {
    limit.count(http.request());
    questions.forget(id);
  }
}
