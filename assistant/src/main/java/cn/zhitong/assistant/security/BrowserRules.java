package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What browsers may do: security headers on every response, and which other sites may embed the
 * widget and call the public part of the API (never with cookies). A call from any other origin is
 * refused, not just left unreadable.
 */
@ApplicationScoped
class BrowserRules {
  /** Before authentication (200) and routing. */
  private static final int PRIORITY = 400;

  /** What the widget needs; everything else stays with this site's own pages. */
  private static final Set<String> WIDGET_CALLS =
      Set.of(
          "/api/questions",
          "/api/search",
          "/api/suggestions",
          "/api/cases",
          "/api/cases/lookup",
          "/api/places",
          "/api/notify-ways",
          "/api/attachments");

  /** What is said of an answer, and a conversation that its visitor ends. */
  private static final Pattern WIDGET_CALL =
      Pattern.compile("/api/questions/(?:[0-9a-f-]{36}/feedback|conversations/[0-9a-f-]{36})");

  /** Charts' tooltips have style attributes; nothing else may be inline, least of all scripts. */
  private static final String CSP =
      "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  /** Swagger UI's page starts by inline scripts, which are let in by their hashes. */
  private static final String SWAGGER_CSP =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; script-src 'self' ";

  private final List<String> allowed;
  private final String pagePolicy;
  private final String swaggerPolicy =
      SWAGGER_CSP + String.join(" ", InlineScripts.of(InlineScripts.SWAGGER_PAGE));

  private final VisitorAddresses addresses;
  private final HostRules hosts;

  BrowserRules(WidgetConfig config, VisitorAddresses addresses, HostRules hosts) {
    this.addresses = addresses;
    this.hosts = hosts;
    this.allowed =
        config.allowedOrigins().orElse(List.of()).stream().map(BrowserRules::checked).toList();
    this.pagePolicy = allowed.isEmpty() ? CSP : CSP + " " + String.join(" ", allowed);
  }

  /** A wildcard or a path would silently match nothing, or everything. */
  private static String checked(String origin) {
    String text = origin.strip();
    URI uri = URI.create(text);
    boolean plain =
        uri.getHost() != null && text.equals(uri.getScheme() + "://" + uri.getAuthority());
    if (!plain || !Set.of("http", "https").contains(uri.getScheme()) || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "zhitong.widget.allowed-origins: '"
              + origin
              + "' 不是站点来源，请写成 https://www.example.gov.cn 的形式");
    }
    return text;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    headers(context);
    String origin = context.request().getHeader(HttpHeaders.ORIGIN);
    if (context.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
      // Proxies and we might each take another of them.
      refuse(context, new Problem.InvalidRequest("请求有不止一个 Host，请只写一个。"));
    } else if (String.valueOf(context.request().path()).indexOf(';') >= 0) {
      // Resources are found without such parameters: rights by address would not see the resource.
      refuse(context, new Problem.InvalidRequest("地址中不能有分号，请去掉分号及其后的内容。"));
    } else if (!hosts.allows(context.request())) {
      refuse(context, "本服务不以这个名称提供，请管理员在 ZHITONG_SITE_URL 或 ZHITONG_ALLOWED_HOSTS 中写明。");
    } else if (origin == null
        || isPage(context)
        || Origins.sameOrigin(context.request(), addresses.host(context.request()))) {
      context.next();
    } else if (allowed.contains(origin) && isWidgetCall(context.normalizedPath())) {
      allow(context, origin);
    } else {
      refuse(context, "该站点未被允许调用本服务，请管理员将其加入 zhitong.widget.allowed-origins。");
    }
  }

  private static boolean isWidgetCall(String path) {
    return WIDGET_CALLS.contains(path) || WIDGET_CALL.matcher(path).matches();
  }

  private void headers(RoutingContext context) {
    boolean swagger = context.normalizedPath().startsWith("/q/swagger-ui");
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", swagger ? swaggerPolicy : pagePolicy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (addresses.https(context.request())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (!isPage(context)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /** Scripts, styles and fonts are loaded by pages elsewhere (module scripts with an Origin). */
  private static boolean isPage(RoutingContext context) {
    String path = context.normalizedPath();
    return !path.startsWith("/api/") && !path.startsWith("/v1/") && !isTools(path);
  }

  /** A page elsewhere that calls tools on this machine is what MCP warns of. */
  private static boolean isTools(String path) {
    return path.equals("/mcp") || path.startsWith("/mcp/");
  }

  private static void allow(RoutingContext context, String origin) {
    MultiMap headers = context.response().headers();
    headers.set("Access-Control-Allow-Origin", origin);
    headers.add("Vary", "Origin");
    headers.set("Access-Control-Expose-Headers", "Location, Retry-After");
    boolean preflight =
        context.request().method() == HttpMethod.OPTIONS
            && context.request().getHeader("Access-Control-Request-Method") != null;
    if (!preflight) {
      context.next();
      return;
    }
    headers.set("Access-Control-Allow-Methods", "POST, DELETE");
    headers.set(
        "Access-Control-Allow-Headers", "content-type, accept, idempotency-key, x-tracking-code");
    headers.set("Access-Control-Max-Age", "3600");
    context.response().setStatusCode(204).end();
  }

  private static void refuse(RoutingContext context, String detail) {
    refuse(context, new Problem.Forbidden(detail));
  }

  private static void refuse(RoutingContext context, Problem problem) {
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(Json.encode(ProblemBody.of(problem)));
  }
}
