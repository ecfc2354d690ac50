package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Single sign-on begins at the site's own address: where the issuer sends people back to is made of
 * the request's host, which anybody can write.
 */
@ApplicationScoped
class SingleSignOnEntrance {
  /** After the browser rules, before authentication. */
  private static final int PRIORITY = 330;

  /** Says that the request was sent here from another name before. */
  private static final String MARK = "site";

  private final SingleSignOnConfig config;
  private final VisitorAddresses addresses;

  SingleSignOnEntrance(SingleSignOnConfig config, VisitorAddresses addresses) {
    this.config = config;
    this.addresses = addresses;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    boolean begins =
        config.enabled()
            && context.normalizedPath().equals(SingleSignOnResource.PATH)
            && context.request().getParam("state") == null;
    if (!begins || addresses.site().isEmpty() || atSite(context.request())) {
      context.next();
    } else if (context.request().getParam(MARK) == null) {
      String site = addresses.site().get().toString().replaceAll("/+$", "");
      context
          .response()
          .setStatusCode(302)
          .putHeader(HttpHeaders.LOCATION, site + SingleSignOnResource.PATH + "?" + MARK + "=1")
          .end();
    } else {
      // Sent there, it came back under another name: the proxy does not tell which was asked for.
      BodyGate.close(
          context,
          new Problem.InvalidRequest(
              "反向代理没有传递访问时的域名或协议，请管理员按 docs/operation.md 设置 Host、X-Forwarded-Proto 和"
                  + " ZHITONG_TRUSTED_PROXIES。"));
    }
  }

  private boolean atSite(HttpServerRequest request) {
    URI site = addresses.site().orElseThrow();
    String host = addresses.host(request);
    boolean https = site.getScheme().equals("https");
    return host != null
        && authority(host, https).equalsIgnoreCase(authority(site.getAuthority(), https));
  }

  /** Without the scheme's own port. */
  private static String authority(String authority, boolean https) {
    return authority.replaceFirst(https ? ":443$" : ":80$", "");
  }
}
