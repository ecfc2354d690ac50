package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds what one address may begin and hold open at {@code /mcp}. The transport by SSE that
 * streamable HTTP has replaced is off: it holds a connection for each client from the start.
 */
@ApplicationScoped
class ToolSessions {
  /** Before the body is read. */
  private static final int PRIORITY = 360;

  private static final String SESSION = "Mcp-Session-Id";

  private final SiteConfig config;
  private final VisitorAddresses addresses;
  private final Clock clock;
  private final OpenResponses streams = new OpenResponses();
  private final Map<String, Integer> begun = new HashMap<>();
  private Instant minute = Instant.EPOCH;

  ToolSessions(SiteConfig config, VisitorAddresses addresses, Clock clock) {
    this.config = config;
    this.addresses = addresses;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.startsWith("/mcp/")) {
      BodyGate.close(context, new Problem.NotFound("没有这个地址；智能体请用 /mcp（streamable HTTP）。"));
    } else if (!path.equals("/mcp")) {
      context.next();
    } else if (context.request().method() == HttpMethod.GET) {
      stream(context);
    } else if (context.request().getHeader(SESSION) == null
        && context.request().method() == HttpMethod.POST
        && !begin(addresses.network(context.request()))) {
      BodyGate.close(context, new Problem.RateLimited("会话开得过于频繁，请稍后重试。", 60));
    } else {
      context.next();
    }
  }

  private void stream(RoutingContext context) {
    String address = addresses.network(context.request());
    if (streams.enter(
        address, context.response(), config.mcpStreamsPerAddress(), Integer.MAX_VALUE)) {
      context.addEndHandler(ended -> streams.leave(address, context.response()));
      context.next();
    } else {
      BodyGate.close(context, new Problem.RateLimited("来自同一地址的连接过多，请先关闭不用的连接。", 60));
    }
  }

  private synchronized boolean begin(String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      begun.clear();
    }
    return begun.merge(address, 1, Integer::sum) <= config.mcpSessionsPerMinute();
  }
}
