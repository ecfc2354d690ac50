package cn.zhitong.assistant.web;

import cn.zhitong.common.embedding.ModelNotConfigured;
import cn.zhitong.common.jdbc.JdbcException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where faults become responses. An unexpected one gets an id that the log carries
 * too.
 */
public class ProblemMapper {
  /** A server that is restarted is back by then, most often. */
  private static final long RETRY_SECONDS = 5;

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  @ServerExceptionMapper
  Response problem(Problem problem) {
    Response.ResponseBuilder builder = response(ProblemBody.of(problem));
    if (problem instanceof Problem.RateLimited limited) {
      builder.header(HttpHeaders.RETRY_AFTER, limited.retryAfterSeconds());
    }
    if (problem instanceof Problem.Overloaded overloaded) {
      builder.header(HttpHeaders.RETRY_AFTER, overloaded.retryAfterSeconds());
    }
    return builder.build();
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e) {
    return problem(new Problem.Unauthorized("请先登录，或在请求头 Authorization 中提供有效令牌。"));
  }

  @ServerExceptionMapper
  Response authenticationFailed(AuthenticationFailedException e) {
    return problem(new Problem.Unauthorized("账号、密码或令牌不正确，请核对后重试。"));
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return problem(new Problem.Forbidden("当前账号没有此项权限，请联系管理员。"));
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    StringBuilder detail = new StringBuilder();
    e.getConstraintViolations()
        .forEach(
            v -> {
              String path = v.getPropertyPath().toString();
              detail
                  .append(path.substring(path.lastIndexOf('.') + 1))
                  .append(' ')
                  .append(v.getMessage())
                  .append('；');
            });
    return problem(new Problem.InvalidRequest(detail.toString()));
  }

  @ServerExceptionMapper
  Response malformed(JsonProcessingException e) {
    String at = e.getLocation() == null ? "" : "（第 " + e.getLocation().getLineNr() + " 行）";
    return problem(new Problem.InvalidRequest("请求体不是所需的 JSON" + at + "，请对照接口说明检查字段名和取值。"));
  }

  /** Quarkus has a mapper of its own for just this type, whose answer is no problem. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return malformed(e);
  }

  @ServerExceptionMapper
  Response webApplication(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (e.getCause() instanceof JsonProcessingException json) {
      return malformed(json);
    }
    if (status == 404) {
      return problem(new Problem.NotFound("没有这个地址或对象，请检查路径和编号。"));
    }
    if (status == 413) {
      return problem(new Problem.TooLarge("内容超过允许的大小。"));
    }
    if (status >= 500) {
      return unexpected(e);
    }
    return response(
            ProblemBody.of(
                "http-" + status, "请求无法处理", status, said(status, e.getMessage()), Map.of()))
        .build();
  }

  /** What the framework says of a request that does not fit an address, in Chinese. */
  private static String said(int status, String otherwise) {
    return switch (status) {
      case 405 -> "这个地址不接受这种请求方法，请对照接口说明检查（GET、POST 等）。";
      case 406 -> "这个地址不能给出请求头 Accept 要求的格式，请对照接口说明检查。";
      case 415 -> "这个地址不接受请求头 Content-Type 所写的格式，请对照接口说明检查。";
      default -> String.valueOf(otherwise);
    };
  }

  /** The server's form reader tells a form that ends early by this message alone. */
  @ServerExceptionMapper
  Response broken(IOException e) {
    return String.valueOf(e.getMessage()).contains("multipart")
        ? problem(new Problem.InvalidRequest("上传的表单不完整（可能在传输中断开），请重新上传。"))
        : unexpected(e);
  }

  @ServerExceptionMapper
  Response database(JdbcException e) {
    if (e.isUnstorableText()) {
      // What comes in an address or a form is not read as JSON, which leaves such characters out.
      return problem(new Problem.InvalidRequest("文字中含有无法保存的字符（如空字符 %00），请删去后重试。"));
    }
    if (e.isPoolExhausted()) {
      LOG.warnf("no database connection was free: %s", e.getMessage());
      return problem(
          new Problem.Overloaded("同时进行的操作太多，这次没有轮到；请过 " + RETRY_SECONDS + " 秒再试。", RETRY_SECONDS));
    }
    if (e.isDeadlock()) {
      LOG.warnf(
          "the database gave up one of two works that wait for each other: %s", e.getMessage());
      return problem(
          new Problem.Overloaded(
              "与同时进行的另一项操作冲突，这次没有保存；请过 " + RETRY_SECONDS + " 秒再试。", RETRY_SECONDS));
    }
    if (e.isUnreachable()) {
      LOG.warnf("the database cannot be reached: %s", e.getMessage());
      return problem(new Problem.Overloaded("数据库或它的一台服务器暂时连不上，请稍后重试。", RETRY_SECONDS));
    }
    if (e.isFull()) {
      LOG.errorf("the database server has no room left: %s", e.getMessage());
      return problem(
          new Problem.Overloaded("数据库服务器的磁盘、内存或连接数已满，这次没有保存；请稍后重试，并请管理员查看。", RETRY_SECONDS));
    }
    return unexpected(e);
  }

  @ServerExceptionMapper
  Response model(ModelNotConfigured e) {
    LOG.errorf("no embedding model for the library: %s", e.getMessage());
    return problem(new Problem.Misconfigured(e.getMessage()));
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(e, "unexpected failure %s", id);
    return response(
            ProblemBody.of(
                "internal", "内部错误", 500, "服务出现内部错误，请稍后重试；如持续出现，请把编号告知管理员。", Map.of("errorId", id)))
        .build();
  }

  private static Response.ResponseBuilder response(ProblemBody body) {
    return Response.status(body.status()).type(PROBLEM_JSON).entity(body);
  }
}
