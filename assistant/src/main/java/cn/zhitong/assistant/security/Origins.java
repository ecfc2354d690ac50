package cn.zhitong.assistant.security;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** Where a browser's request comes from. */
final class Origins {
  private Origins() {}

  /**
   * Whether the request comes from a page of this service, or from no browser at all. Browsers that
   * send {@code Sec-Fetch-Site} are believed, since a page cannot set it; behind a proxy that ends
   * TLS the scheme differs, so that only host and port are compared.
   *
   * @param host that the visitor asked for, with its port
   */
  static boolean sameOrigin(HttpServerRequest request, String host) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none") || isNavigation(request);
    }
    String origin = request.getHeader("Origin");
    return origin == null || authority(origin).equals(host);
  }

  /** A link from elsewhere to one of our pages: reading only. */
  private static boolean isNavigation(HttpServerRequest request) {
    return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && request.method().name().equals("GET");
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
