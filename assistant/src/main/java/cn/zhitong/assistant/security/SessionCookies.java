package cn.zhitong.assistant.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that a login is kept by; scripts cannot read it, and by TLS it goes by TLS only. */
@ApplicationScoped
class SessionCookies {
  private final VisitorAddresses addresses;
  private final HttpAuthentication authentication;

  SessionCookies(VisitorAddresses addresses, HttpAuthentication authentication) {
    this.addresses = addresses;
    this.authentication = authentication;
  }

  NewCookie of(String value, int seconds, HttpServerRequest request) {
    return new NewCookie.Builder(authentication.cookieName(request))
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(addresses.https(request))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  /** The login's token that the request carries; null where there is none. */
  String token(HttpServerRequest request) {
    Cookie cookie = request.getCookie(authentication.cookieName(request));
    return cookie == null ? null : cookie.getValue();
  }
}
