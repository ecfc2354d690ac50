package cn.zhitong.assistant.security;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers what is no JSON-RPC at {@code /mcp} by an error of JSON-RPC 2.0: the library behind it
 * takes the shape for granted.
 */
@ApplicationScoped
class ToolRequestShape {
  /** Behind {@link BodyGate}, which has read the body. */
  private static final int PRIORITY = 340;

  private static final int NO_JSON = -32700;
  private static final int NO_REQUEST = -32600;
  private static final int WRONG_PARAMETERS = -32602;

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    boolean asked =
        context.normalizedPath().equals("/mcp")
            && context.request().method() == HttpMethod.POST
            && context.body() != null
            && context.body().buffer() != null;
    int fault = asked ? fault(context.body().asString()) : 0;
    if (fault == 0) {
      context.next();
    } else {
      context
          .response()
          .setStatusCode(400)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .end(
              "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
                  .formatted(fault, message(fault)));
    }
  }

  private static String message(int fault) {
    return switch (fault) {
      case NO_JSON -> "正文不是 JSON。";
      case NO_REQUEST -> "正文应为一个 JSON-RPC 2.0 请求对象。";
      default -> "params 应为对象，protocolVersion 应为字符串。";
    };
  }

  /** Code of the error, 0 for none. */
  static int fault(String body) {
    JsonNode request;
    try {
      request = StandardJson.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return NO_JSON;
    }
    if (request != null && request.isArray() && !request.isEmpty()) {
      for (JsonNode one : request) {
        int fault = faultOf(one);
        if (fault != 0) {
          return fault;
        }
      }
      return 0;
    }
    return faultOf(request);
  }

  private static int faultOf(JsonNode request) {
    if (request == null || !request.isObject()) {
      return NO_REQUEST;
    }
    JsonNode method = request.get("method");
    JsonNode parameters = request.get("params");
    boolean answer = method == null && (request.has("result") || request.has("error"));
    if (!answer && (method == null || !method.isTextual())) {
      return NO_REQUEST;
    }
    if (parameters == null || parameters.isNull()) {
      return 0;
    }
    JsonNode version = parameters.get("protocolVersion");
    JsonNode arguments = parameters.get("arguments");
    boolean good =
        parameters.isObject()
            && (version == null || version.isTextual())
            && (arguments == null || arguments.isNull() || arguments.isObject());
    return good ? 0 : WRONG_PARAMETERS;
  }
}
