package cn.zhitong.assistant.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.function.Function;

/**
 * Health for everybody: up or down. What the installation consists of, versions among it, is for
 * the operator's token alone.
 */
@ApplicationScoped
class HealthDoor {
  /** After the browser rules. */
  private static final int PRIORITY = 340;

  private static final Map<String, Function<SmallRyeHealthReporter, SmallRyeHealth>> KINDS =
      Map.of(
          "/q/health", SmallRyeHealthReporter::getHealth,
          "/q/health/ready", SmallRyeHealthReporter::getReadiness,
          "/q/health/live", SmallRyeHealthReporter::getLiveness,
          "/q/health/started", SmallRyeHealthReporter::getStartup);

  private final SmallRyeHealthReporter reporter;
  private final AdministratorToken token;

  HealthDoor(SmallRyeHealthReporter reporter, AdministratorToken token) {
    this.reporter = reporter;
    this.token = token;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    String path = context.normalizedPath().replaceAll("/+$", "");
    if (!path.startsWith("/q/health")) {
      context.next();
    } else if (!KINDS.containsKey(path) || context.request().method() != HttpMethod.GET) {
      context.response().setStatusCode(404).end();
    } else {
      String bearer = HttpAuthentication.bearer(context.request());
      context
          .vertx()
          .executeBlocking(() -> body(path, bearer), false)
          .onSuccess(body -> send(context, body))
          .onFailure(context::fail);
    }
  }

  @ActivateRequestContext
  JsonObject body(String path, String bearer) {
    JsonObject whole = new JsonObject(KINDS.get(path).apply(reporter).getPayload().toString());
    if (bearer != null && token.is(bearer)) {
      return whole;
    }
    return new JsonObject().put("status", whole.getString("status")).put("checks", new JsonArray());
  }

  private static void send(RoutingContext context, JsonObject body) {
    context
        .response()
        .setStatusCode("UP".equals(body.getString("status")) ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
        .end(body.encodePrettily());
  }
}
