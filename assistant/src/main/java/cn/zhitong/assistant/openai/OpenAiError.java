package cn.zhitong.assistant.openai;

import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem in the form that OpenAI's clients read. */
@Schema(name = "OpenAiError", description = "OpenAI 格式的错误")
record OpenAiError(Detail error) {

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Detail(
      @Schema(description = "中文说明，告诉调用方怎么办") String message,
      String type,
      String param,
      String code) {}

  static OpenAiError of(Problem problem) {
    return new OpenAiError(
        new Detail(
            problem.getMessage(), type(problem.status()), null, problem.type().replace('-', '_')));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status >= 500 ? "server_error" : "invalid_request_error";
    };
  }
}
