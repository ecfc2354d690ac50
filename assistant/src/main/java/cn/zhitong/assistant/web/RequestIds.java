package cn.zhitong.assistant.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id: the caller's where it is a sane one, else a new one. It comes back in
 * the response and stands in each log record of the request ({@code mdc.requestId}).
 */
@ApplicationScoped
class RequestIds {
  static final String HEADER = "X-Request-Id";
  static final String MDC_KEY = "requestId";

  /** Before the browser rules (400), whose refusals carry an id too. */
  private static final int PRIORITY = 500;

  // Long enough for a UUID or a trace id with a prefix; nothing that could forge a log line.
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    String given = context.request().getHeader(HEADER);
    String id =
        given != null && SANE.matcher(given).matches() ? given : UUID.randomUUID().toString();
    context.response().putHeader(HEADER, id);
    MDC.put(MDC_KEY, id);
    context.next();
  }
}
